"""What the meeting puts first: rankings, and projects as the documents list them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class RankingMethod(StrEnum):
    """How a ranking was made."""

    DOTS = "dots"
    HANDS = "hands"
    SCORES = "scores"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """One ranking held at the forum; `voters` is how many took part, where counted.

    `each` is how many dots everybody had, `tie_rule` tells in words how equal points were
    parted, `withdrawn` is the reason why it counts no more.
    """

    id: UUID
    forum_id: UUID
    title: str
    method: RankingMethod
    held_at: datetime
    strategy_id: UUID | None = None
    voters: int | None = None
    tie_rule: str = ""
    each: int | None = None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedItem:
    """One thing ranked and its points; a proposal, or free words under `label`.

    `detail` is what the points are made of: the scores by criterion, parted by blanks, or what
    it was preferred to, a line each. `tie_order` counts from 1 where equal points were parted.
    """

    id: UUID
    forum_id: UUID
    ranking_id: UUID
    label: str
    points: int
    proposal_id: UUID | None = None
    detail: str = ""
    tie_order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingLine:
    """A line of a ranking table; equal points share a place."""

    place: int
    label: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """A ranking as documents print it, best first; `each` is how many dots everybody had."""

    title: str
    method: RankingMethod
    voters: int | None
    tie_rule: str
    lines: tuple[RankingLine, ...]
    held_at: datetime | None = None
    each: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRanking:
    """A ranking with its table, as the meeting's page lists it."""

    ranking: Ranking
    table: RankingTable

    @property
    def ties(self) -> tuple[str, ...]:
        """What shares its place with others, in the table's order."""
        shared = Counter(line.place for line in self.table.lines)
        return tuple(line.label for line in self.table.lines if shared[line.place] > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A proposed project as documents list it; `reference` is the same in every one.

    `year` is a fiscal year of the Common Era; `reason` is what was said when it was proposed.
    """

    reference: str
    strategy_id: UUID | None
    approach_id: UUID | None
    title: str
    objective: str = ""
    target: str = ""
    place: str = ""
    budget: int | None = None
    year: int | None = None
    indicator: str = ""
    outcome: str = ""
    unit: str = ""
    reason: str = ""
    said_in: str = ""
