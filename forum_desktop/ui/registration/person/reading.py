"""One look at a person: all that is kept about her, and what the cards say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.records.people import AttendeeRow

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.pack import MeetingSession
    from forum_desktop.records.people import Absence, Attendance, Attendee
    from forum_desktop.records.privacy import Consent, ConsentPurpose, PersonFile
    from forum_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A person as shown: `late` are codes of sessions, `instead_of` names members by id."""

    file: "PersonFile"
    late: frozenset[str]
    instead_of: Mapping["UUID", str]

    @property
    def attendee(self) -> "Attendee":
        """The entry that stands for her."""
        return self.file.attendee

    def attendance(self, session: str) -> "Attendance | None":
        """Return her presence in a session: one that stands before one taken back."""
        return _best(self.file, session)

    def absence(self, session: str) -> "Absence | None":
        """Return why she does not come to a session or the whole day, while that holds."""
        told = [a for a in self.file.absences if a.session in {session, ""} and not a.withdrawn]
        return max(told, key=lambda absence: absence.session, default=None)

    def consent(self, purpose: "ConsentPurpose") -> "Consent | None":
        """Return her last word on a purpose."""
        said = [c for c in self.file.consents if c.purpose == purpose]
        return max(said, key=lambda consent: consent.said_at, default=None)


def read_shown(desk: "Desk", overview: "ForumOverview", attendee_id: "UUID") -> Shown:
    """Read everything about a person; a merged one is read as the one she was merged into."""
    file = services.privacy.person_file(desk, attendee_id)
    members = {a.in_place_of for a in file.attendances if a.in_place_of is not None}
    return Shown(
        file=file,
        late=frozenset(s.code for s in overview.pack.sessions if _is_late(file, overview, s)),
        instead_of={member: _name(desk, member) for member in members},
    )


def _is_late(file: "PersonFile", overview: "ForumOverview", session: "MeetingSession") -> bool:
    row = AttendeeRow(attendee=file.attendee, attendance=_best(file, session.code))
    return row.is_present and services.attendance.is_late(row, overview.forum, session)


def _best(file: "PersonFile", session: str) -> "Attendance | None":
    here = [a for a in file.attendances if a.session == session]
    return min(here, key=lambda a: (bool(a.undone), a.checked_in_at), default=None)


def _name(desk: "Desk", attendee_id: "UUID") -> str:
    return services.registration.read_attendee(desk, attendee_id).attendee.full_name
