"""The people of the group that is called: one line and one key each."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from forum_desktop.records.people import RosterEntry
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import RosterRow

_WALKING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}
_COLORS = {
    RosterEntry.PRESENT: TOKENS.good,
    RosterEntry.ABSENT: TOKENS.warn,
    RosterEntry.LEFT: TOKENS.ink_soft,
    RosterEntry.MISSING: TOKENS.ink_soft,
}


class Roster(OneLineList):
    """Letters are keys here by their place, so they work under a Thai layout too."""

    here = Signal()
    away = Signal()
    undo = Signal()
    substitute = Signal()
    closed = Signal()

    def __init__(self, words: Words) -> None:
        self._words = words
        super().__init__(self._line, number_width=34)
        self._signals = {
            Qt.Key.Key_Space: self.here,
            Qt.Key.Key_Return: self.here,
            Qt.Key.Key_Enter: self.here,
            Qt.Key.Key_Delete: self.away,
            Qt.Key.Key_U: self.undo,
            Qt.Key.Key_S: self.substitute,
            Qt.Key.Key_Escape: self.closed,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key a person. A key held down counts once: it must not call the whole group in."""
        signal = self._signals.get(Qt.Key(latin_key(event)))
        if signal is not None and not event.isAutoRepeat():
            signal.emit()
        elif event.key() in _WALKING:
            super().keyPressEvent(event)

    def show_people(self, rows: "tuple[RosterRow, ...]") -> None:
        """Show the people of a group; the one who was selected stays so."""
        chosen, place = self.chosen(), self.currentIndex().row()
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self.set_rows(tuple(enumerate(rows, start=1)))
        bar.setValue(scrolled)
        if chosen is None or not self.choose_person(chosen[1].row.attendee.id):
            self.choose(max(place, 0))

    def choose_person(self, attendee_id: "UUID") -> bool:
        """Select someone; tell whether she is in the group."""
        return self.choose_where(lambda record: record[1].row.attendee.id == attendee_id)

    def person(self) -> "RosterRow | None":
        """Return the line that is selected."""
        record = self.chosen()
        return None if record is None else record[1]

    def step(self) -> None:
        """Go on to the next; the last one stays selected."""
        self.choose(self.currentIndex().row() + 1)

    def _line(self, record: Any) -> Line:
        number, row = record
        person = row.row.attendee
        return Line(
            text=person.full_name,
            under=joined((person.position, person.organisation)),
            badge=f"{number}",
            mark=self._state(row),
            mark_color=TOKENS.primary if row.substitute else _COLORS[row.entry],
        )

    def _state(self, row: "RosterRow") -> str:
        attendance = row.row.attendance
        if row.substitute is not None:
            return self._words("roll_call.substituted", name=row.substitute.full_name)
        if row.entry is RosterEntry.PRESENT and attendance is not None:
            return self._words("roll_call.present", time=said_time(attendance.checked_in_at))
        if row.entry is RosterEntry.LEFT and attendance is not None and attendance.left_at:
            return self._words("roll_call.left", time=said_time(attendance.left_at))
        if row.entry is RosterEntry.ABSENT:
            return self._words("roll_call.absent", reason=row.absence)
        return self._words("roll_call.missing")
