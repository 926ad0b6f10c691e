"""A box for a count: digits of both kinds on either layout, + and - count, arrows walk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.ui.keys import latin_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_COUNT = QRegularExpression("[0-9๐-๙]{0,5}")
_MORE, _FEWER = {"+", "=", "ช"}, {"-", "_", "ข"}
"""What the keys for + and - type on a Latin and on a Thai layout."""
_WALKS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
}


class NumberBox(QLineEdit):
    """Tells `stepped` what + and - say and `walked` which way to go on."""

    stepped = Signal(int)
    walked = Signal(int)

    def __init__(self, *, counts: bool = True) -> None:
        super().__init__()
        self._counts = counts
        self.setValidator(QRegularExpressionValidator(_COUNT, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def number(self) -> int | None:
        """Return the number typed, None where there is none."""
        typed = to_arabic_digits(self.text())
        return int(typed) if typed else None

    def show_number(self, number: int | None) -> None:
        """Show a number."""
        shown = "" if number is None else f"{number}"
        if self.number() != number:
            self.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count, walk, or type a digit, whatever the layout makes of its key."""
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~_SHIFT:
            if event.key() in _WALKS and self._counts:
                self.walked.emit(_WALKS[Qt.Key(event.key())])
                return
            if (step := self._step(event)) and self._counts:
                self.stepped.emit(step)
                return
            if digit := _digit(event):
                self.insert(digit)
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the number, to be typed over."""
        super().focusInEvent(event)
        self.selectAll()

    def _step(self, event: QKeyEvent) -> int:
        if _digit(event):
            return 0
        return (event.text() in _MORE) - (event.text() in _FEWER)


_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _digit(event: QKeyEvent) -> str:
    """Return the digit that a key means: as typed, or by its place where the layout is Thai."""
    typed = to_arabic_digits(event.text())
    if len(typed) == 1 and typed in "0123456789":
        return typed
    key = latin_key(event)
    is_by_place = key != event.key() and Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    return chr(key) if is_by_place else ""


def walk(boxes: "list[QWidget]", here: int, step: int) -> None:
    """Put the cursor into the next box, as far as there are boxes."""
    if boxes:
        boxes[max(0, min(here + step, len(boxes) - 1))].setFocus()
