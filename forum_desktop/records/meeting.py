"""The course of a meeting: its pack, agenda, stations and delegations."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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

    A table that hears one strategy only is bound to it; `role` is a word of `StationRole`.
    """

    id: UUID
    forum_id: UUID
    letter: str
    name: str
    replica: str
    strategy_id: UUID | None = None
    role: str = ""


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
    """The agenda against the clock at the moment `at`.

    `late` is by how many minutes the meeting runs behind.
    """

    at: datetime
    lines: tuple[ClockLine, ...]
    now: AgendaItem | None
    on_break_since: datetime | None
    late: int


class CourseKind(StrEnum):
    """What can happen in the course of a meeting."""

    ITEM_BEGUN = "item_begun"
    ITEM_ENDED = "item_ended"
    BREAK_BEGUN = "break_begun"
    BREAK_ENDED = "break_ended"
    HANDED = "handed"
    CHAIR_HANDED = "chair_handed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseEvent:
    """Something that happened at a moment: an item by number and title, or who handed what on."""

    at: datetime
    kind: CourseKind
    number: int = 0
    title: str = ""
    giver: str = ""
    taker: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorBalance:
    """How often and how many seconds a sector spoke, and how many of it still wait."""

    sector: str
    turns: int
    seconds: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """A turn with the speaker's name, for the operator alone; "" where nobody is registered."""

    turn: SpeakerTurn
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerQueue:
    """All turns at the moment `at`: who has spoken, who speaks, who waits in which order."""

    at: datetime
    lines: tuple[QueueLine, ...]

    @property
    def turns(self) -> tuple[SpeakerTurn, ...]:
        """The turns without names."""
        return tuple(line.turn for line in self.lines)

    @property
    def speaking(self) -> QueueLine | None:
        """Who has the floor."""
        begun = (line for line in self.lines if line.turn.begun_at and not line.turn.ended_at)
        return next(begun, None)

    @property
    def waiting(self) -> tuple[QueueLine, ...]:
        """Who waits, first those who asked first."""
        return tuple(line for line in self.lines if line.turn.begun_at is None)
