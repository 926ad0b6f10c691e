"""The row that is being typed: name, place, phone; Enter at the name saves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowFields(QFrame):
    """Enter saves; only where the place is empty it first goes there."""

    changed = Signal()
    guess_asked = Signal()
    stepped = Signal(int)

    def __init__(self, words: "Words", save: "Callable[[], object]") -> None:
        super().__init__()
        self._save = save
        self.name, self.place, self.phone = QLineEdit(), TypedChoice(), QLineEdit()
        self.name.setMaxLength(400)
        self.phone.setMaxLength(60)
        self.number, self.guess = Text("display"), Text("body")
        self.number.setMinimumWidth(64)
        named(words, "paper.next_number", self.number)
        self.save_button = button(words, "paper.save", save, look="primary", symbol="check")
        number = column(told(words, "paper.next_number", "field"), self.number, gap=0)
        fields = row(
            field(words, "registration.name", self.name),
            field(words, "registration.place", self.place),
            field(words, "paper.phone", self.phone),
            self.save_button,
        )
        for at, share in enumerate((5, 3, 2, 0)):
            fields.setStretch(at, share)
        fields.setAlignment(self.save_button, Qt.AlignmentFlag.AlignBottom)
        body = row(number, column(fields, self.guess, gap=4), gap=16)
        body.setStretch(1, 1)
        self.setLayout(column(card(body)))
        self._connect()

    def show_pack(self, pack: "EventPack") -> None:
        """Offer the communities of a forum."""
        self.place.offer(place.name for place in pack.communities)
        self.clear("")

    def clear(self, place: str) -> None:
        """Begin the next row, at the place of the sheet."""
        self.name.clear()
        self.phone.clear()
        self.place.setEditText(place)
        self.guess.say("")

    def fill(self, name: str, place: str, phone: str) -> None:
        """Show a row to be typed on."""
        self.name.setText(name)
        self.place.setEditText(place)
        self.phone.setText(phone)

    def is_empty(self) -> bool:
        """Tell whether nothing of a row is typed yet."""
        return not self.name.text().strip() and not self.phone.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead Enter on, and let the arrows of the name walk through the rows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self._go_on(watched)
            return True
        if watched is self.name and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
            return True
        return False

    def _go_on(self, here: QObject) -> None:
        if here is self.name and self.name.text().strip() and not self.place.currentText().strip():
            self.place.setFocus()
        else:
            self._save()

    def _connect(self) -> None:
        line = self.place.lineEdit()
        assert line is not None
        for control in (self.name, self.place, self.phone):
            control.installEventFilter(self)
        # While suggestions are open Qt hands Enter to the line past every event filter.
        line.returnPressed.connect(self._save)
        self.name.textEdited.connect(lambda _: self.guess_asked.emit())
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.phone.textChanged.connect(lambda _: self.changed.emit())
        self.place.editTextChanged.connect(lambda _: self.changed.emit())
        self.place.editTextChanged.connect(lambda _: self.guess_asked.emit())
