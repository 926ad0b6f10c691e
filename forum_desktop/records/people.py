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

    `import_id` names the import that last wrote her. `withdrawn` is the reason why she is no
    longer listed, unless she is present somewhere.
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

    @property
    def full_name(self) -> str:
        """Title glued to the first name, two spaces before the surname (official style)."""
        return f"{self.title}{self.first_name}  {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person's presence in one session: one record however many desks checked her in.

    `undone` is the reason why a check-in was taken back; empty while it stands.
    """

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    session: str
    checked_in_at: datetime
    station: str
    undone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """A person as found at the desk, with her presence if she is here."""

    attendee: Attendee
    attendance: Attendance | None

    @property
    def is_present(self) -> bool:
        """Tell whether a check-in stands."""
        return self.attendance is not None and not self.attendance.undone
