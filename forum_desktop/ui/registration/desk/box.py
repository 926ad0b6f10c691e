"""The one box of the desk."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BoxKeys(NamedTuple):
    """What the keys of the box do beside typing; `is_scanner` tells a scanner's own Enter."""

    step: Callable[[int], object]
    enter: Callable[[], object]
    anyway: Callable[[], object]
    escape: Callable[[], object]
    is_scanner: Callable[[], bool]


class SearchBox(QLineEdit):
    """Arrows walk through what was found; a scanner's Enter or Tab is not ours."""

    def __init__(self, keys: BoxKeys) -> None:
        super().__init__()
        self._keys = keys
        self.setProperty("look", "search")
        self.setMaxLength(200)

    def event(self, event: QEvent) -> bool:
        """Keep the cursor where a scanner ends its code with Tab."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Tab and self._keys.is_scanner():  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, enter, clear; everything else is typing."""
        if event.key() in _STEPS:
            self._keys.step(_STEPS[event.key()])
        elif event.key() in _ENTER:
            self._enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._keys.escape()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        # A key held down is one check-in, and the scanner's own Enter none.
        if event.isAutoRepeat() or self._keys.is_scanner():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keys.anyway()
        else:
            self._keys.enter()


class TypedAhead:
    """Whether the next name was begun while an act was on its way to the disk."""

    def __init__(self) -> None:
        self._count = self._count_at_act = 0

    @property
    def has_begun(self) -> bool:
        """Whether letters came after the act began; they must not be taken out again."""
        return self._count != self._count_at_act

    def typed(self) -> None:
        """Hear that the text of the box changed."""
        self._count += 1

    def act_begins(self) -> None:
        """Hear that what stands in the box has been used."""
        self._count_at_act = self._count
