"""The desk: one box, found while typing, checked in by Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.keys import NONE
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.news import Kind
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.registration.desk.answer import Answer, AnswerTone
from forum_desktop.ui.registration.desk.undo import UndoForm
from forum_desktop.ui.registration.desk.walk_in import WalkInForm
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.registration.page import RegistrationPage

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_SIDE_WIDTH = 250


class SearchBox(QLineEdit):
    """The one box of the desk; arrows walk through what was found."""

    def __init__(self, desk: "DeskView") -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "search")
        self.setMaxLength(400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, enter, clear; everything else is typing."""
        if event.key() in _STEPS:
            self._desk.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._desk.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class DeskView(View):
    """The list stays empty until someone is searched for: the screen may face the hall."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self.box = SearchBox(self)
        self.found = RecordList(self._line, pixels=TOKENS.lead, focusable=False)
        self.answer = Answer()
        self.walk_in = WalkInForm(self.words, self.save_walk_in, self.back)
        self.undo = UndoForm(self.words, self.undo_check_in, self.back)
        self._present, self._registered = Text("display"), Text("title")
        self._stack = QStackedWidget()
        self._wants_enter = False
        self._undoing: AttendeeRow | None = None
        self._latest = Latest(self, self._ask)
        self._lay_out()
        self.box.textChanged.connect(lambda _: self._typed())
        self.found.clicked.connect(lambda _: self.enter())
        self.shortcuts = {(NONE, Qt.Key.Key_F9): self.begin_undo}
        self._greet()

    def arrive(self) -> None:
        """Come with the cursor in the box."""
        self.back()

    def forum_opened(self) -> None:
        """Offer this forum's sectors and communities; forget the last forum's people."""
        self.walk_in.show_pack(self.overview.pack)
        self.box.clear()
        self.back()
        self._greet()

    def overview_changed(self) -> None:
        """Show the counts."""
        counts = self.overview.counts
        self._present.say(f"{counts.present:,}")
        self._registered.say(f"{counts.registered:,}")

    def retranslate(self) -> None:
        """Say again what the list and the forms show."""
        self.walk_in.retranslate()
        self.found.viewport().update()
        self._greet()

    def reload(self) -> None:
        """Look again for what is typed."""
        if self.box.text().strip():
            self._latest.later()

    def step(self, rows: int) -> None:
        """Walk through what was found."""
        self.found.choose(self.found.currentIndex().row() + rows)

    def enter(self) -> None:
        """Check in the selected person; with nobody found, open the walk-in form."""
        if self._latest.is_open:
            # Enter came before the answer: it counts for the answer.
            self._wants_enter = True
            self._latest.now()
            return
        row = self.found.chosen()
        if row is not None:
            self._check_in(row)
        elif self.box.text().strip():
            self._show_walk_in()

    def save_walk_in(self) -> None:
        """Enter and check in the person of the form."""
        if not self.walk_in.save_button.isEnabled():
            return
        form, forum_id = self.walk_in.filled(), self.page.forum_id
        self.walk_in.save_button.setEnabled(False)
        self.page.act(
            lambda desk: services.registration.register_walk_in(
                desk,
                forum_id,
                full_name=form.full_name,
                sector=form.sector,
                community=form.community,
                organisation=form.organisation,
            ),
            self._walked_in,
            Kind.ATTENDEES,
            refused=lambda _: self._form_again(),
            failed=self._form_again,
        )

    def begin_undo(self) -> None:
        """Ask why the selected person's check-in is taken back."""
        row = self.found.chosen()
        if row is None or not row.is_present:
            self.page.say("registration.undo_whom", "warn")
            return
        self._undoing = row
        self._stack.setCurrentWidget(self.undo)
        self.undo.begin(row.attendee.full_name)

    def undo_check_in(self) -> None:
        """Take the check-in back."""
        assert self._undoing is not None
        attendee_id, reason = self._undoing.attendee.id, self.undo.reason.text()
        self.page.act(
            lambda desk: services.registration.undo_check_in(desk, attendee_id, reason),
            self._undone,
            Kind.ATTENDEES,
        )

    def back(self) -> None:
        """Go back to the box."""
        self._stack.setCurrentWidget(self._list_side)
        self.box.setFocus()

    def _typed(self) -> None:
        self._wants_enter = False
        if self.box.text().strip():
            self._latest.later()
            return
        self._latest.settle()
        self.found.set_rows(())

    def _ask(self) -> None:
        forum_id, typed = self.page.forum_id, self.box.text()
        self.page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed),
            self._latest.only(self._show_found),
            refused=lambda _: self._latest.settle(),
        )

    def _show_found(self, rows: "tuple[AttendeeRow, ...]") -> None:
        chosen = self.found.chosen()
        self.found.set_rows(rows)
        self.found.choose(_place_of(rows, chosen.attendee.id if chosen else None))
        if not rows:
            text = self.box.text().strip()
            self.answer.say(
                self.words("registration.not_found", typed=text),
                self.words("registration.not_found_how"),
                "info",
            )
        if self._wants_enter:
            self._wants_enter = False
            self.enter()

    def _check_in(self, row: "AttendeeRow") -> None:
        was_present = row.is_present
        self.page.act(
            lambda desk: services.registration.check_in(desk, row.attendee.id),
            lambda checked: self._checked_in(checked, was_present=was_present),
            Kind.ATTENDEES,
        )

    def _checked_in(self, row: "AttendeeRow", *, was_present: bool) -> None:
        key = "registration.already" if was_present else "registration.checked_in"
        self._tell(row, key, "warn" if was_present else "good")
        self.box.selectAll()
        self.back()

    def _walked_in(self, row: "AttendeeRow") -> None:
        self.walk_in.save_button.setEnabled(True)
        self.box.clear()
        self._tell(row, "registration.checked_in", "good")
        self.back()

    def _undone(self, row: "AttendeeRow") -> None:
        self.answer.say(row.attendee.full_name, self.words("registration.undone"), "warn")
        self.back()

    def _form_again(self) -> None:
        self.walk_in.save_button.setEnabled(True)
        self.walk_in.name.setFocus()

    def _show_walk_in(self) -> None:
        self._stack.setCurrentWidget(self.walk_in)
        self.walk_in.begin(self.box.text())

    def _tell(self, row: "AttendeeRow", key: str, tone: AnswerTone) -> None:
        time = said_time(row.attendance.checked_in_at) if row.attendance else ""
        detail = joined((self.words(key, time=time), self._where(row)))
        self.answer.say(row.attendee.full_name, detail, tone)

    def _greet(self) -> None:
        self.answer.say(
            self.words("registration.ready"), self.words("registration.ready_how"), "info"
        )

    def _where(self, row: "AttendeeRow") -> str:
        person = row.attendee
        return joined((person.position, person.community or person.organisation, person.zone))

    def _line(self, row: "AttendeeRow") -> Line:
        mark = ""
        if row.is_present and row.attendance:
            time = said_time(row.attendance.checked_in_at)
            mark = self.words("registration.present_since", time=time)
        under = self._where(row) or self.words("registration.no_place")
        return Line(text=row.attendee.full_name, under=under, mark=mark, mark_color=TOKENS.good)

    def _lay_out(self) -> None:
        words = self.words
        named(words, "registration.box", self.box)
        words.tell(self.box.setPlaceholderText, "registration.box_hint")
        named(words, "registration.found", self.found)
        self._list_side = QFrame()
        words.tell(self.found.set_hint, "registration.privacy")
        listing = column(self.found)
        self._list_side.setLayout(listing)
        for side in (self._list_side, self.walk_in, self.undo):
            self._stack.addWidget(side)
        left = column(self.box, self.answer, self._stack)
        left.setStretch(2, 1)
        body = row(left, self._side())
        body.setStretch(0, 1)
        self.setLayout(body)

    def _side(self) -> QFrame:
        words = self.words
        side = QFrame()
        side.setFixedWidth(_SIDE_WIDTH)
        keys = [told(words, f"registration.key_{name}", "small", wraps=True) for name in _KEYS]
        undo = button(words, "registration.undo_button", self.begin_undo, symbol="undo-2")
        new = button(words, "registration.new_button", self._show_walk_in, symbol="plus")
        figures = card(
            told(words, "count.present", "field"),
            self._present,
            told(words, "count.registered", "field"),
            self._registered,
            gap=0,
        )
        side.setLayout(column(figures, new, undo, None, card(*keys, gap=4)))
        return side


_KEYS = ("arrows", "enter", "escape", "undo")


def _place_of(rows: "tuple[AttendeeRow, ...]", attendee_id: "UUID | None") -> int:
    places = (at for at, row in enumerate(rows) if row.attendee.id == attendee_id)
    return next(places, 0)
