"""Opinions put in the order of the plan, each once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from forum_desktop.records.minutes import MinutesContent, MinutesOpinion
from forum_desktop.records.plan import Approach, Strategy

_Key = tuple[UUID | None, UUID | None]


@dataclass(frozen=True, slots=True)
class ApproachGroup:
    """Opinions on one approach, or (None) on the strategy as a whole."""

    approach: Approach | None
    opinions: tuple[MinutesOpinion, ...]


@dataclass(frozen=True, slots=True)
class StrategyGroup:
    """Opinions on one strategy, or (None) those not sorted yet."""

    strategy: Strategy | None
    groups: tuple[ApproachGroup, ...]


def group_opinions(content: MinutesContent) -> tuple[StrategyGroup, ...]:
    """Return every strategy in order, even with nothing said; then what is not sorted yet."""
    by_place = _by_place(content)
    sorted_groups = [
        StrategyGroup(strategy, tuple(_groups(content, strategy, by_place)))
        for strategy in content.strategies
    ]
    unsorted = by_place[None, None]
    if unsorted:
        sorted_groups.append(StrategyGroup(None, (ApproachGroup(None, tuple(unsorted)),)))
    return tuple(sorted_groups)


def approaches_of(content: MinutesContent, strategy: Strategy) -> list[Approach]:
    """Return the approaches of a strategy in the order of their numbers."""
    own = [item for item in content.approaches if item.strategy_id == strategy.id]
    return sorted(own, key=lambda item: _code_order(item.code))


def _by_place(content: MinutesContent) -> defaultdict[_Key, list[MinutesOpinion]]:
    """Sort opinions by strategy and approach; an approach elsewhere counts as none."""
    strategies = {strategy.id for strategy in content.strategies}
    places = {(item.strategy_id, item.id) for item in content.approaches}
    sorted_opinions: defaultdict[_Key, list[MinutesOpinion]] = defaultdict(list)
    for opinion in content.opinions:
        strategy = opinion.strategy_id if opinion.strategy_id in strategies else None
        known = strategy is not None and (strategy, opinion.approach_id) in places
        sorted_opinions[strategy, opinion.approach_id if known else None].append(opinion)
    return sorted_opinions


def _groups(
    content: MinutesContent,
    strategy: Strategy,
    by_place: defaultdict[_Key, list[MinutesOpinion]],
) -> Iterator[ApproachGroup]:
    for approach in approaches_of(content, strategy):
        said = by_place[strategy.id, approach.id]
        if said:
            yield ApproachGroup(approach, tuple(said))
    general = by_place[strategy.id, None]
    if general:
        yield ApproachGroup(None, tuple(general))


def _code_order(code: str) -> list[tuple[int, str]]:
    """Order 1.10 after 1.9."""
    parts = code.split(".")
    return [(int(part) if part.isdecimal() else 0, part) for part in parts]
