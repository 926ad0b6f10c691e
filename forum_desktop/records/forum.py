"""The forum, its plan, agenda, stations and delegations."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.pack import AgendaKind


class ForumState(StrEnum):
    """Where a forum stands; only a reason leads back."""

    DRAFT = "draft"
    OPEN = "open"
    IN_SESSION = "in_session"
    CLOSED = "closed"
    CERTIFIED = "certified"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCopy:
    """The pack as it was when the forum was created, so that later edits change nothing.

    `content` is the pack as canonical JSON.
    """

    id: UUID
    forum_id: UUID
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A strategy (ยุทธศาสตร์) of the plan; `number` is what the key 1-9 means."""

    id: UUID
    forum_id: UUID
    number: int
    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A development approach (แนวทางการพัฒนา); `code` is read as 1.4."""

    id: UUID
    forum_id: UUID
    strategy_id: UUID
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One agenda item with what the clerk wrote of it and what the meeting resolved."""

    id: UUID
    forum_id: UUID
    number: int
    title: str
    kind: AgendaKind
    notes: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One laptop's place in the forum; `letter` makes its numbers unique."""

    id: UUID
    forum_id: UUID
    letter: str
    name: str
    replica: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """The chair hands a task to another officer at a moment (both are attendees)."""

    id: UUID
    forum_id: UUID
    delegator_id: UUID
    delegate_id: UUID
    delegated_at: datetime
    task: str
