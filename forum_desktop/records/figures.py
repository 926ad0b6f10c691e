"""Figures: what plots and their tables show; counts only, without anybody's name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack


class FigureName(StrEnum):
    """What can be looked at, in the order of the strip."""

    OVER_TIME = "over_time"
    CROSSING = "crossing"
    ARRIVALS = "arrivals"
    RANKING = "ranking"
    COMMUNITIES = "communities"


class CommunityState(StrEnum):
    """How far a community takes part: nobody came, somebody came, somebody spoke."""

    MISSING = "missing"
    SILENT = "silent"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What is counted in one column.

    `number` chooses its colour and pattern: 0 is the rest, -1 a series that stands alone.
    `code` names what the catalogue has words for; then `name` is empty.
    """

    number: int
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One bar or line, a count for each series. `at` is when its stretch of time begins.

    `code` names what the catalogue has words for; then `name` is empty. `state` is told of
    communities only, and `group` is their zone.
    """

    counts: tuple[int, ...]
    name: str = ""
    english: str = ""
    code: str = ""
    at: datetime | None = None
    group: str = ""
    state: CommunityState | None = None
    place: int = 0

    @property
    def total(self) -> int:
        """All series together."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A ranking that can be looked at."""

    id: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A plot's numbers: rows in their order, each with a count for each series.

    `minutes` is how long a stretch of time is. `choices` are the rankings held, the newest
    first, `chosen` the one shown.
    """

    name: FigureName
    series: tuple[Series, ...]
    rows: tuple[FigureRow, ...]
    minutes: int = 15
    choices: tuple[Choice, ...] = ()
    chosen: UUID | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to look at yet."""
        if self.name is FigureName.COMMUNITIES:
            return not self.rows
        return not any(row.total for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureContent:
    """The table of a figure as a document."""

    edition: Edition
    forum: Forum
    pack: EventPack
    figure: Figure
