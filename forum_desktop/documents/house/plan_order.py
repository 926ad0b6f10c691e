"""Anything said or proposed, put in the order of the plan, each once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from forum_desktop.records.plan import Approach, Strategy


class Placed(Protocol):
    """What may have a place in the plan."""

    @property
    def strategy_id(self) -> UUID | None:
        """The strategy, None where it is not sorted yet."""

    @property
    def approach_id(self) -> UUID | None:
        """The approach, None where it is about the strategy as a whole."""


Item = TypeVar("Item", bound=Placed)


@dataclass(frozen=True, slots=True)
class Group(Generic[Item]):
    """What belongs to one approach, or (None) to the strategy as a whole."""

    approach: Approach | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Chapter(Generic[Item]):
    """What belongs to one strategy, or (None) what is not sorted yet."""

    strategy: Strategy | None
    groups: tuple[Group[Item], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, in the order of the groups."""
        return tuple(item for group in self.groups for item in group.items)


def in_plan_order(
    strategies: Sequence[Strategy], approaches: Iterable[Approach], items: Iterable[Item]
) -> tuple[Chapter[Item], ...]:
    """Return a chapter for every strategy, even an empty one; last what is in none of them.

    An item whose approach is of another strategy counts as of no approach.
    """
    by_strategy: dict[UUID | None, list[Item]] = {strategy.id: [] for strategy in strategies}
    unsorted: list[Item] = []
    for item in items:
        by_strategy.get(item.strategy_id, unsorted).append(item)
    known = tuple(approaches)
    chapters = []
    for strategy in strategies:
        groups = _groups(approaches_of(known, strategy), by_strategy[strategy.id])
        chapters.append(Chapter(strategy, tuple(groups)))
    if unsorted:
        chapters.append(Chapter(None, (Group(None, tuple(unsorted)),)))
    return tuple(chapters)


def approaches_of(approaches: Iterable[Approach], strategy: Strategy) -> list[Approach]:
    """Return the approaches of a strategy in the order of their numbers."""
    own = (approach for approach in approaches if approach.strategy_id == strategy.id)
    return sorted(own, key=lambda approach: _numbers(approach.code))


def _groups(approaches: Iterable[Approach], items: Iterable[Item]) -> Iterator[Group[Item]]:
    known = {approach.id: approach for approach in approaches}
    found: dict[UUID | None, list[Item]] = {key: [] for key in (*known, None)}
    for item in items:
        found[item.approach_id if item.approach_id in known else None].append(item)
    for key, group in found.items():
        if group:
            yield Group(known.get(key) if key else None, tuple(group))


def _numbers(code: str) -> list[tuple[int, str]]:
    """Order 1.10 after 1.9, and words after numbers of none."""
    return [(int(part) if part.isdecimal() else 0, part) for part in code.split(".")]
