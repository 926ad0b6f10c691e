"""The box where what is said on the floor is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from forum_desktop.ui.keys import CTRL, NONE

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class TextBox(QPlainTextEdit):
    """Ctrl+Enter saves; while it is empty a digit chooses the strategy of that number."""

    def __init__(self, save: Callable[[], object], choose: Callable[[int], bool]) -> None:
        super().__init__()
        self._save = save
        self._choose = choose
        self.setProperty("look", "capture")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, choose, or type."""
        pressed = event.modifiers() & ~_KEYPAD
        if event.key() in _ENTER and pressed == CTRL:
            self._save()
        elif pressed == NONE and self._chooses(event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _chooses(self, typed: str) -> bool:
        # isdecimal holds for Thai digits too, which int reads.
        is_digit = len(typed) == 1 and typed.isdecimal()
        return is_digit and self.document().isEmpty() and self._choose(int(typed))
