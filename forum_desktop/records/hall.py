"""What the hall may see: class public by type. No record here can hold a name of a citizen."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.assignment import PromiseList
from forum_desktop.records.minutes import CountRow
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingTable


class HallScene(StrEnum):
    """A scene of the projector."""

    WELCOME = "welcome"
    STRATEGY = "strategy"
    STREAM = "stream"
    COUNTS = "counts"
    READ_BACK = "read_back"
    SPEAKER = "speaker"
    RANKING = "ranking"
    PROMISES = "promises"
    NOTICE = "notice"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class HallItem:
    """An agenda item as the hall sees it."""

    number: int
    title: str
    is_now: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HallWelcome:
    """Whose meeting it is, where and when, and its agenda."""

    municipality: str
    title: str
    held_on: date
    starts_at: time
    venue: str
    items: tuple[HallItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallStrategy:
    """A strategy and its approaches: `(code, text)`."""

    level: str
    number: int
    name: str
    approach_level: str
    approaches: tuple[tuple[str, str], ...]
    opinions: int


@dataclass(frozen=True, slots=True)
class StrategyCount:
    """How many opinions there are under a strategy; number 0 counts those not sorted yet."""

    number: int
    short: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HallLine:
    """One opinion without who said it. `strategy` is 0 while it is not sorted."""

    opinion_id: UUID
    reference: str
    strategy: int
    code: str
    kind: OpinionKind
    text: str
    on_behalf_of: str
    weight: int
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HallStream:
    """The newest opinions, newest first, and how many there are under each strategy."""

    lines: tuple[HallLine, ...]
    by_strategy: tuple[StrategyCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallCounts:
    """How many came and what they said, as labelled counts."""

    present: int
    opinions: int
    projects: int
    by_strategy: tuple[StrategyCount, ...]
    by_sector: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallReadBack:
    """The wording that the speaker is asked to confirm."""

    line: HallLine
    is_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSpeaker:
    """Who speaks, as a community or sector, since when, for how long, and who is next."""

    label: str
    begun_at: datetime | None
    seconds: int
    following: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallRanking:
    """A ranking as the hall sees it."""

    ranking_id: UUID
    table: RankingTable


@dataclass(frozen=True, slots=True, kw_only=True)
class HallPromises:
    """What was promised and what became of it, as of a day; units, no one's name."""

    promises: PromiseList
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HallNotice:
    """Words that the operator typed for the hall."""

    text: str


HallView = (
    HallWelcome
    | HallStrategy
    | HallStream
    | HallCounts
    | HallReadBack
    | HallSpeaker
    | HallRanking
    | HallPromises
    | HallNotice
)
"""All that a projector can be given."""
