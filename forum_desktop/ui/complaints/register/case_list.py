"""The list itself: with a case chosen, single keys act on it, known by their place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.record_list import Index, Line, RecordList

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CaseList(RecordList):
    """Tells which row is chosen, and offers every plain key to `acts` first."""

    row_chosen = Signal()

    def __init__(self, line_of: Callable[[Any], Line]) -> None:
        super().__init__(line_of)
        self.acts: Callable[[int], bool] = lambda _: False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.row_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act, or move through the rows; letters that mean nothing do nothing."""
        is_plain = not event.modifiers() & ~(_SHIFT | _KEYPAD)
        if not is_plain or not (self.acts(_key_of(event)) or event.text().strip()):
            super().keyPressEvent(event)


def _key_of(event: QKeyEvent) -> int:
    key = latin_key(event)
    return Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
