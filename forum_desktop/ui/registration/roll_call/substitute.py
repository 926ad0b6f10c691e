"""Who comes in place of a member (มาประชุมแทน): found, or typed where unknown."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.ui.controls import Text, card, column, field, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.people import Attendee, AttendeeRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.page import RegistrationPage

_FOUND = 20


class SubstituteForm(QFrame):
    """One box. The last line of what is found always offers to enter the typed name anew."""

    chosen = Signal(object, object)
    """The member, and the substitute: an AttendeeRow, or the name of someone unknown."""
    left = Signal()

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self._member: Attendee | None = None
        self._wants_enter = False
        self._whom = Text("lead", wraps=True)
        self.box = QLineEdit()
        self.box.setMaxLength(400)
        self.found = OneLineList(self._line, focusable=False)
        self.found.setFixedHeight(164)
        named(self._words, "roll_call.substitute_found", self.found)
        self._latest = Latest(self, self._ask)
        self.box.textChanged.connect(lambda _: self._typed())
        self.found.clicked.connect(lambda _: self.enter())
        how = told(self._words, "roll_call.substitute_how", "small", wraps=True)
        body = column(self._whom, field(self._words, "roll_call.substitute_box", self.box), how)
        sides = row(body, self.found, gap=16)
        sides.setStretch(0, 2)
        sides.setStretch(1, 3)
        self.setLayout(column(card(sides)))
        self.hide()

    def begin(self, member: "Attendee") -> None:
        """Ask who comes for a member."""
        self._member = member
        self._whom.say(self._words("roll_call.substitute_whom", name=member.full_name))
        self.box.clear()
        self.found.set_rows(())
        self.show()
        self.box.setFocus()

    def enter(self) -> None:
        """Take the selected line, once what was typed has been looked up."""
        if self._latest.is_open:
            self._wants_enter = True
            self._latest.now()
            return
        choice = self.found.chosen()
        if choice is not None:
            member = self._member
            self.leave()
            self.chosen.emit(member, choice)

    def leave(self) -> None:
        """Go back; names that were found go with it."""
        self._latest.settle()
        self.box.clear()
        self.found.set_rows(())
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the box leaves over: walk, take, go back."""
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.found.choose(self.found.currentIndex().row() + step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._wants_enter = False
        if self.box.text().strip():
            self._latest.later()
            return
        self._latest.settle()
        self.found.set_rows(())

    def _ask(self) -> None:
        forum_id, typed, session = self._page.forum_id, self.box.text(), self._page.session

        def find(desk: "Desk") -> "tuple[AttendeeRow, ...]":
            return services.registration.find_attendees(
                desk, forum_id, typed, limit=_FOUND, session=session
            )

        show = self._latest.only(self._show_found)
        self._page.look_up(find, show, refused=lambda _: self._latest.settle())

    def _show_found(self, rows: "tuple[AttendeeRow, ...]") -> None:
        member_id = self._member.id if self._member else None
        others = tuple(row for row in rows if row.attendee.id != member_id)
        self.found.set_rows((*others, self.box.text().strip()))
        self.found.choose(0)
        if self._wants_enter:
            self._wants_enter = False
            self.enter()

    def _line(self, choice: Any) -> Line:
        if isinstance(choice, str):
            new = self._words("roll_call.substitute_new")
            return Line(text=choice, mark=new, mark_color=TOKENS.primary)
        person = choice.attendee
        here = self._words("roll_call.here") if choice.is_present else ""
        place = joined((person.position, person.organisation or person.community))
        return Line(text=person.full_name, under=place, mark=here, mark_color=TOKENS.good)
