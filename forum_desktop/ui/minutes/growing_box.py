"""A text box that is as high as its text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

_FEWEST_LINES, _MOST_LINES = 2, 9
_FRAME = 18
"""Pixels that border, padding and margin add to the lines."""


class GrowingBox(QPlainTextEdit):
    """Grows with its text, within reason; `focused` hears when it is being typed in."""

    def __init__(self, focused: "Callable[[GrowingBox], object] | None" = None) -> None:
        super().__init__()
        self._focused = focused
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that typing goes here now."""
        super().focusInEvent(event)
        if self._focused is not None:
            self._focused(self)

    def _grow(self) -> None:
        lines = self._lines()
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if lines > _MOST_LINES else off)
        shown = max(_FEWEST_LINES, min(lines, _MOST_LINES))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _FRAME)

    def _lines(self) -> int:
        # Only asking for its place makes a paragraph out of sight break into lines.
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines
