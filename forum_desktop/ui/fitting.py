"""A button whose words always fit: smaller where room is scarce, told whole by its tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from forum_desktop.ui.theme import TOKENS, font

_TIGHT = ((TOKENS.small, "tight"), (TOKENS.small - 2, "tightest"))
_EDGES = 14
"""Pixels of border and padding that the style sheet leaves a tight button, both sides together."""


class FittingButton(QPushButton):
    """Says its act in the usual size where it can.

    Qt cuts a button's words at both ends. Larger texts, a longer language and a narrow window
    would all do that; nobody reads half a word.
    """

    def __init__(self, edges: int = _EDGES) -> None:
        super().__init__()
        self._edges, self._usual, self._said = edges, 0, ""

    def setText(self, text: str) -> None:
        """Say other words."""
        self._usual, self._said = 0, text
        self._wear("")
        self._fit()

    def text(self) -> str:
        """Return the words, also those there is no room for."""
        return self._said

    def sizeHint(self) -> QSize:
        """Ask for the room of all the words in their usual size."""
        return super().sizeHint().expandedTo(QSize(self._usual, 0))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than all the words need at their smallest."""
        # A push button's own is its sizeHint, which is ours above.
        return self._whole(QPushButton.sizeHint(self))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the words to the width that was found."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where style or font became another."""
        super().changeEvent(event)
        if (
            event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}
            and not self._tightness()
        ):
            self._usual = 0

    def _fit(self) -> None:
        if not self.isVisible() or not self._said:
            return
        if not self._tightness():
            self._usual = self.minimumSizeHint().width()
        self._wear("" if self._usual <= self.width() else self._tight())

    def _wear(self, fit: str) -> None:
        if fit != self._tightness():
            self.setProperty("fit", fit)
            self.style().unpolish(self)
            self.style().polish(self)
        shown = self._shown() if fit == _TIGHT[-1][1] else self._said
        if shown != super().text():
            super().setText(shown)
        if shown != self._said or not self.toolTip():
            self.setToolTip(self._said.strip() if fit else "")

    def _tight(self) -> str:
        fits = (name for pixels, name in _TIGHT if self._advance(pixels) <= self._room())
        return next(fits, _TIGHT[-1][1])

    def _shown(self) -> str:
        """Return the words with dots in the middle: the key stands at the end."""
        metrics = QFontMetrics(font(_TIGHT[-1][0], bold=self.font().bold()))
        return metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, self._room())

    def _whole(self, hint: QSize) -> QSize:
        if super().text() == self._said:
            return hint
        return hint.expandedTo(QSize(self._advance(_TIGHT[-1][0]) + self._beside(), 0))

    def _advance(self, pixels: int) -> int:
        return QFontMetrics(font(pixels, bold=self.font().bold())).horizontalAdvance(self._said)

    def _room(self) -> int:
        return self.width() - self._beside()

    def _beside(self) -> int:
        """Return the pixels beside the words: icon, border, padding."""
        return self._edges + (0 if self.icon().isNull() else self.iconSize().width() + 4)

    def _tightness(self) -> str:
        return str(self.property("fit") or "")
