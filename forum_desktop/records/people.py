"""People at the forum and their presence, kept apart."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class AttendeeRole(StrEnum):
    """Appointed members are named in the minutes; everyone else is counted."""

    MEMBER = "member"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person who may come. `title` is its own field; `sector` is a code of the pack.

    `on_behalf_of` is a group she speaks for. `badge` is the code of a badge printed before
    anyone wore it; everyone else's follows from her id. `import_id` names the import that last
    wrote her. `withdrawn` is the reason why she is no longer listed, unless she is present
    somewhere. `same_as` is the person with whom an officer merged her: always an older id, so
    that merges made on two laptops never form a ring; `same_because` is why they were merged,
    or parted again.
    """

    id: UUID
    forum_id: UUID
    title: str
    first_name: str
    last_name: str = ""
    sector: str = ""
    community: str = ""
    zone: str = ""
    organisation: str = ""
    position: str = ""
    phone: str = ""
    role: AttendeeRole = AttendeeRole.PARTICIPANT
    walk_in: bool = False
    import_id: UUID | None = None
    withdrawn: str = ""
    on_behalf_of: str = ""
    is_minor: bool = False
    guardian: str = ""
    badge: str = ""
    from_paper: bool = False
    same_as: UUID | None = None
    same_because: str = ""

    @property
    def full_name(self) -> str:
        """Title glued to the first name, two spaces before the surname (official style)."""
        return f"{self.title}{self.first_name}  {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person's presence in one session: one record however many desks checked her in.

    `undone` is the reason why a check-in was taken back; empty while it stands. `left_at` is
    empty until she leaves, and again when she comes back. `in_place_of` is the member whom she
    stands in for (มาประชุมแทน). `notice_version` is the privacy notice that she was shown.
    """

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    session: str
    checked_in_at: datetime
    station: str
    undone: str = ""
    left_at: datetime | None = None
    in_place_of: UUID | None = None
    from_paper: bool = False
    notice_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Why a member does not come to a session; `withdrawn` is why that no longer holds."""

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    session: str
    reason: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """A person as found at the desk, with her presence in the session if she is here."""

    attendee: Attendee
    attendance: Attendance | None

    @property
    def is_present(self) -> bool:
        """Tell whether a check-in stands."""
        return self.attendance is not None and not self.attendance.undone

    @property
    def is_in_hall(self) -> bool:
        """Tell whether she is here and has not left."""
        return self.is_present and self.attendance is not None and self.attendance.left_at is None


class CheckInAnswer(StrEnum):
    """What the desk answers to a check-in."""

    CHECKED_IN = "checked_in"
    ALREADY = "already"
    RETURNED = "returned"
    NOT_FOR_SESSION = "not_for_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """The desk's answer and the person it speaks of. Nothing is written for a wrong session."""

    answer: CheckInAnswer
    row: AttendeeRow


class RosterEntry(StrEnum):
    """Where a person of a roll call stands."""

    PRESENT = "present"
    LEFT = "left"
    ABSENT = "absent"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """A line of a roll call: `absence` is the reason told for a member who does not come."""

    row: AttendeeRow
    entry: RosterEntry
    absence: str = ""
    substitute: Attendee | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardName:
    """All that is taken from an identity card; nothing else of it leaves the reader."""

    title: str
    first_name: str
    last_name: str
