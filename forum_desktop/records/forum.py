"""The forum itself: one held meeting and where it stands."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID


class ForumState(StrEnum):
    """Where a forum stands; only a reason leads back."""

    DRAFT = "draft"
    OPEN = "open"
    IN_SESSION = "in_session"
    CLOSED = "closed"
    CERTIFIED = "certified"

    @property
    def is_over(self) -> bool:
        """Tell whether the chair has closed the meeting."""
        return self in {ForumState.CLOSED, ForumState.CERTIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """One held meeting. `code` is the head of every number people read, like KK65."""

    id: UUID
    code: str
    title: str
    municipality: str
    level: str
    meeting_name: str
    purpose: str
    held_on: date
    starts_at: time
    venue: str
    state: ForumState = ForumState.DRAFT

    @property
    def forum_id(self) -> UUID:
        """A forum belongs to itself."""
        return self.id
