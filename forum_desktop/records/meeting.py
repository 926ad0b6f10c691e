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

    The votes are None where none were counted. `planned_minutes` is how long it should take;
    it was taken up at `begun_at` and ended at `ended_at`.
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
    planned_minutes: int | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def was_voted(self) -> bool:
        """Tell whether votes were counted."""
        return None not in {self.votes_for, self.votes_against}


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One laptop's place in the forum; `letter` makes its numbers unique.

    A table that hears one strategy only is bound to it.
    """

    id: UUID
    forum_id: UUID
    letter: str
    name: str
    replica: str
    strategy_id: UUID | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A pause of the meeting, still open while `ended_at` is None."""

    id: UUID
    forum_id: UUID
    begun_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerTurn:
    """Somebody waiting to speak, speaking, or who has spoken.

    `label` may be shown to the hall: a community, organisation or sector, never a name.
    """

    id: UUID
    forum_id: UUID
    label: str
    sector: str
    asked_at: datetime
    attendee_id: UUID | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """An agenda item against the clock; times are None before they are known.

    `over` is by how many minutes it has taken longer than planned, 0 within the plan.
    """

    item: AgendaItem
    planned_begin: datetime
    planned_end: datetime | None
    over: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClock:
    """The agenda against the clock: `late` is by how many minutes the meeting runs behind."""

    lines: tuple[ClockLine, ...]
    now: AgendaItem | None
    on_break_since: datetime | None
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorBalance:
    """How often and how many seconds a sector spoke, and how many of it still wait."""

    sector: str
    turns: int
    seconds: int
    waiting: int
