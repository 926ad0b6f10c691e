"""What is done to the one who stands at the desk: undo, leave, look at, screen."""

from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.registration.desk import acts
from forum_desktop.ui.registration.desk.verdicts import said_of

if TYPE_CHECKING:
    from forum_desktop.records.people import Attendee, AttendeeRow
    from forum_desktop.ui.registration.desk.view import DeskView


class Subject:
    """The person of the last answer; once something else is typed, the one chosen in the list."""

    def __init__(self, view: "DeskView") -> None:
        self._view, self._page = view, view.page

    def row(self) -> "AttendeeRow | None":
        """Return her, or None where nobody is meant."""
        view = self._view
        if not view.is_at_list:
            return None
        return view.last if view.is_fresh else view.found.chosen()

    @property
    def attendee(self) -> "Attendee | None":
        """Her entry, whose history one key shows."""
        row = self.row()
        return None if row is None else row.attendee

    def begin_undo(self) -> None:
        """Ask why her check-in is taken back."""
        row = self.row()
        if row is None or not row.is_present:
            self._page.say("desk.undo_whom", "warn")
            return
        question = self._view.words("desk.undo_why", name=row.attendee.full_name)
        self._view.undo.ask(question, lambda reason: self._undo(row, reason))

    def leave_hall(self) -> None:
        """Keep that she leaves; Enter on her name brings her back."""
        row = self.row()
        if row is None or not row.is_in_hall:
            self._page.say("desk.leave_whom", "warn")
            return
        attendee_id, session = row.attendee.id, self._page.session
        self._view.act(
            lambda desk: services.attendance.leave(desk, attendee_id, session),
            lambda kept: self._tell(kept, "desk.left", "log-out"),
        )

    def show_person(self) -> None:
        """Show everything about her."""
        row = self.row()
        if row is None:
            self._page.say("desk.whom", "warn")
        else:
            self._page.show_person(row.attendee.id)

    def screen(self, result: str) -> None:
        """Keep how she was screened; the outcome is not shown at the desk."""
        if not self._view.overview.pack.screening.is_on or not self._view.is_at_list:
            return
        row = self.row()
        if row is None:
            self._page.say("desk.whom", "warn")
            return
        attendee_id = row.attendee.id
        self._view.act(
            lambda desk: acts.screen(desk, attendee_id, result),
            lambda _: self._page.say("desk.screened", "good"),
        )

    def _undo(self, row: "AttendeeRow", reason: str) -> None:
        attendee_id, session = row.attendee.id, self._page.session
        self._view.act(
            lambda desk: services.registration.undo_check_in(desk, attendee_id, reason, session),
            lambda kept: self._tell(kept, "desk.undone", "undo-2"),
        )

    def _tell(self, row: "AttendeeRow", key: str, symbol: str) -> None:
        self._view.tell(row, said_of(self._view.words, key, row, symbol))
