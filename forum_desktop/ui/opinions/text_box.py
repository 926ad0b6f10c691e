"""The one box where what is said on the floor is typed; it grows with the text."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit

from forum_desktop.ui.keys import CTRL

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FEWEST, _MOST = 2, 6
"""Lines shown: few enough that the list below keeps most of a small screen."""


class BoxKeys(NamedTuple):
    """What keys do beside typing: `first` may take a key, `spaced` hears of a typed space."""

    save: Callable[[], object]
    first: Callable[[QKeyEvent], bool]
    spaced: Callable[[], object]


class TextBox(QPlainTextEdit):
    """Ctrl+Enter saves; words of the grammar are told when their space is typed."""

    left = Signal()
    """The cursor went to another control."""

    def __init__(self, keys: BoxKeys) -> None:
        super().__init__()
        self._keys = keys
        self.setProperty("look", "capture")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, do what a key does just now, or type."""
        pressed = event.modifiers() & ~_KEYPAD
        if event.key() in _ENTER and pressed == CTRL:
            self._keys.save()
        elif not self._keys.first(event):
            super().keyPressEvent(event)
            if event.text() == " ":
                self._keys.spaced()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type what an input method made."""
        super().inputMethodEvent(event)
        if event.commitString().endswith(" "):
            self._keys.spaced()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor left."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines of the new width."""
        super().resizeEvent(event)
        self._fit()

    def before_cursor(self) -> str:
        """Return the text up to the cursor."""
        part = self.textCursor()
        end = part.position()
        part.setPosition(0)
        part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return part.selectedText().replace("\u2029", "\n")

    def take_before_cursor(self, word: str) -> QTextCursor:
        """Take a word that ends at the cursor out, and return the place where it stood.

        The place moves with the text around it; what is typed there comes behind it.
        """
        taking = self.textCursor()
        # Places in a document count in units of UTF-16.
        begin = taking.position() - len(word.encode("utf-16-le")) // 2
        taking.setPosition(begin, QTextCursor.MoveMode.KeepAnchor)
        taking.removeSelectedText()
        place = QTextCursor(taking)
        place.setKeepPositionOnInsert(True)
        return place

    def below_cursor(self) -> QRect:
        """Return where the cursor stands, in the coordinates of this box."""
        return self.cursorRect().translated(self.viewport().pos())

    def _fit(self) -> None:
        lines = max(_FEWEST, min(round(self.document().size().height()), _MOST))
        around = self.height() - self.viewport().height() + 3 * self.document().documentMargin()
        # A line as it is laid out is higher than the font tells: whole pixels, marks included.
        layout = self.document().firstBlock().layout()
        line = layout.lineAt(0).height() if layout.lineCount() else 0
        wanted = round(lines * max(line, self.fontMetrics().lineSpacing()) + around)
        if wanted != self.height():
            self.setFixedHeight(wanted)
