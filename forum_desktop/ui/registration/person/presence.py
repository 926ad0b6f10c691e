"""The card of a person's presence: each session, taken back, left, stood in for, absent."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from forum_desktop import services
from forum_desktop.ui.controls import column, told
from forum_desktop.ui.folding import Ask, Fold
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.finding import PersonFinder
from forum_desktop.ui.registration.person.panel import Panel
from forum_desktop.ui.registration.person.session_line import SessionLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.pack import EventPack, MeetingSession
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page

_FINDER_HEIGHT = 190


class PresenceCard(Panel):
    """Every act stands on the line of its session; what it asks folds out below."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._lines: dict[str, SessionLine] = {}
        self._session = ""
        self._rows: QVBoxLayout = column(gap=6)
        self.undo = Ask(self.words, "person.undo", self._undo)
        self.absent = Ask(self.words, "person.absence", self._note_absence)
        self.not_absent = Ask(self.words, "person.no_absence", self._withdraw_absence)
        self.finder = PersonFinder(
            page, "person.member_box", self._stand_in, self._fold_in, fits=_is_member
        )
        self._member = self._member_fold()
        folds = (self.undo, self.absent, self.not_absent, self._member)
        self.lay_out("person.presence", "user-check", self._rows, *folds, sign="Alt+2")

    def show_pack(self, pack: "EventPack") -> None:
        """Stand a line for every session of the day."""
        for line in self._lines.values():
            self._rows.removeWidget(line)
            line.deleteLater()
        self._lines = {
            session.code: SessionLine(self.words, session, self._asked) for session in pack.sessions
        }
        for line in self._lines.values():
            self._rows.addWidget(line)

    def tell(self) -> None:
        """Show the sessions."""
        if self.shown is None:
            self._fold_in()
            return
        for line in self._lines.values():
            line.show_person(self.shown)

    def line(self, session: str) -> SessionLine:
        """Return the line of a session."""
        return self._lines[session]

    def _asked(self, act: str, session: str) -> None:
        self._session = session
        self._fold_in()
        name = self._named(self._lines[session].session)
        asks = {"undo": self.undo, "absent": self.absent, "not_absent": self.not_absent}
        if act in asks:
            asks[act].begin(session=name)
        elif act == "stand_in":
            self._member.fold_out(self.finder.box)
            self.finder.begin()
        else:
            self._at_once(act)

    def _at_once(self, act: str) -> None:
        assert self.shown is not None
        who, session = self.shown.attendee.id, self._session
        jobs: dict[str, Callable[[Desk], Any]] = {
            "check_in": lambda desk: services.registration.check_in(
                desk, who, session, anyway=True
            ),
            "leave": lambda desk: services.attendance.leave(desk, who, session),
            "no_stand_in": lambda desk: services.attendance.stand_in(desk, who, None, session),
        }
        self._do(jobs[act])

    def _undo(self, reason: str) -> None:
        assert self.shown is not None
        who, session = self.shown.attendee.id, self._session
        self._do(lambda desk: services.registration.undo_check_in(desk, who, reason, session))

    def _note_absence(self, reason: str) -> None:
        assert self.shown is not None
        who, session = self.shown.attendee.id, self._session
        self._do(lambda desk: services.attendance.note_absence(desk, who, reason, session))

    def _withdraw_absence(self, reason: str) -> None:
        assert self.shown is not None
        who, absence = self.shown.attendee.id, self.shown.absence(self._session)
        session = absence.session if absence else self._session
        self._do(lambda desk: services.attendance.withdraw_absence(desk, who, reason, session))

    def _stand_in(self, member: "AttendeeRow") -> None:
        assert self.shown is not None
        who, session, stands_for = self.shown.attendee.id, self._session, member.attendee.id
        self._do(lambda desk: services.attendance.stand_in(desk, who, stands_for, session))

    def _do(self, job: "Callable[[Desk], Any]") -> None:
        self.page.act(job, lambda _: self._fold_in(), Kind.ATTENDEES)

    def _fold_in(self) -> None:
        for fold in (self.undo, self.absent, self.not_absent, self._member):
            fold.fold_in()
        self.finder.box.clear()

    def _named(self, session: "MeetingSession") -> str:
        is_english = self.words.language == "en" and session.english
        return session.english if is_english else session.name

    def _member_fold(self) -> Fold:
        fold = Fold()
        body = column(told(self.words, "person.stand_in_ask", wraps=True), self.finder, gap=6)
        body.setContentsMargins(12, 8, 12, 10)
        self.finder.setFixedHeight(_FINDER_HEIGHT)
        fold.setLayout(body)
        return fold


def _is_member(row: "AttendeeRow") -> bool:
    return row.attendee.role == "member"
