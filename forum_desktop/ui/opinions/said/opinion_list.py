"""The list itself: with a row chosen, single keys act on it, known by their place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from forum_desktop.ui.keys import is_plus, latin_key
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.record_list import Line

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

URGENT, PLUS = Qt.Key.Key_Exclam, Qt.Key.Key_Plus
"""The names under which their acts are kept, whatever the layout calls these keys."""

KeyActs = dict[int, Callable[[], object]]


class OpinionList(LongList):
    """Gives every key without Ctrl or Alt to its acts first."""

    entered_or_left = Signal()
    """The cursor came into the list, or went to another control."""

    def __init__(self, line_of: Callable[[Any], Line], *, badge_width: int) -> None:
        super().__init__(line_of, badge_width=badge_width)
        self.acts: KeyActs = {}
        self.doubleClicked.connect(lambda _: self._act(Qt.Key.Key_Return))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act, or move through the rows; letters that mean nothing do nothing."""
        modifiers = event.modifiers() & ~_KEYPAD
        is_ours = modifiers in {_PLAIN, _SHIFT}
        if not is_ours or not (self._act(_key_of(event)) or event.text().strip()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that keys act on the chosen opinion now."""
        super().focusInEvent(event)
        self.entered_or_left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are another control's now."""
        super().focusOutEvent(event)
        self.entered_or_left.emit()

    def _act(self, key: int) -> bool:
        act = self.acts.get(key)
        if act is not None:
            act()
        return act is not None


def _key_of(event: QKeyEvent) -> int:
    """Return the key by its place on a Latin keyboard."""
    key = latin_key(event)
    if event.modifiers() & _SHIFT and key == Qt.Key.Key_1:
        return URGENT
    if is_plus(event):
        return PLUS
    return Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
