"""The course of a meeting: its pack, agenda, stations and delegations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from forum_desktop.records.pack import AgendaKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCopy:
    """The pack as it was when the forum was created, so that later edits change nothing.

    `content` is the pack as canonical JSON.
    """

    id: UUID
    forum_id: UUID
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One agenda item with what the clerk wrote of it and what the meeting resolved.

    The votes are None where none were counted.
    """

    id: UUID
    forum_id: UUID
    number: int
    title: str
    kind: AgendaKind
    notes: str = ""
    resolution: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None

    @property
    def was_voted(self) -> bool:
        """Tell whether votes were counted."""
        return None not in {self.votes_for, self.votes_against}


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
    """The chair hands a task to another officer at a moment (both are attendees).

    One who `takes_chair` presides from that moment on.
    """

    id: UUID
    forum_id: UUID
    delegator_id: UUID
    delegate_id: UUID
    delegated_at: datetime
    task: str
    takes_chair: bool = False
