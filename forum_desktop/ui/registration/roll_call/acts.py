"""What the keys of the roll call write, in the session that is called."""

from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.people import Attendee, AttendeeRow, RosterRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.page import RegistrationPage


class RollActs:
    """Each act is kept by the worker; the news of it show the roll anew."""

    def __init__(self, page: "RegistrationPage") -> None:
        self._page = page

    def check_in(self, called: "RosterRow") -> None:
        """Mark someone present, also one who had left."""
        who, session = called.row.attendee.id, self._page.session
        self._act(lambda desk: services.registration.check_in(desk, who, session))

    def note_absence(self, called: "RosterRow", reason: str) -> None:
        """Note why a member does not come."""
        who, session = called.row.attendee.id, self._page.session
        self._act(lambda desk: services.attendance.note_absence(desk, who, reason, session))

    def undo(self, called: "RosterRow", reason: str) -> None:
        """Take back a check-in, or else the absence that was noted."""
        who, session = called.row.attendee.id, self._page.session
        if called.row.is_present:
            self._act(lambda desk: services.registration.undo_check_in(desk, who, reason, session))
        else:
            self._act(lambda desk: services.attendance.withdraw_absence(desk, who, reason, session))

    def part(self, substitute: "Attendee") -> None:
        """Let a substitute stay in her own name only."""
        who, session = substitute.id, self._page.session
        self._act(lambda desk: services.attendance.stand_in(desk, who, None, session))

    def stand_in(self, member: "Attendee", choice: "AttendeeRow | str") -> None:
        """Note who comes for a member; a name that nobody knows is registered first."""
        forum_id, session = self._page.forum_id, self._page.session

        def stand(desk: "Desk") -> "AttendeeRow":
            known = choice
            if isinstance(known, str):
                known = services.registration.register_walk_in(
                    desk,
                    forum_id,
                    full_name=known,
                    sector=member.sector,
                    organisation=member.organisation,
                    session=session,
                )
            return services.attendance.stand_in(desk, known.attendee.id, member.id, session)

        self._act(stand)

    def _act(self, job: "Callable[[Desk], Any]") -> None:
        self._page.act(job, lambda _: None, Kind.ATTENDEES)
