"""What a page needs to know about a forum at a glance."""

from dataclasses import dataclass
from uuid import UUID

from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import Station
from forum_desktop.records.pack import EventPack
from forum_desktop.records.plan import Approach, Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Live figures of a forum. `by_strategy` maps a strategy's id (None: not yet sorted)."""

    registered: int = 0
    present: int = 0
    opinions: int = 0
    complaints: int = 0
    by_strategy: tuple[tuple[UUID | None, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumOverview:
    """A forum with its plan, the pack it copied, this laptop's station and the counts."""

    forum: Forum
    pack: EventPack
    strategies: tuple[Strategy, ...]
    approaches: tuple[Approach, ...]
    station: Station
    counts: Counts

    def approaches_of(self, strategy_id: UUID) -> tuple[Approach, ...]:
        """Return the approaches of a strategy in the plan's order."""
        return tuple(item for item in self.approaches if item.strategy_id == strategy_id)
