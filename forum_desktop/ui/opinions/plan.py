"""Where something stands in the plan, as the page tells it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.records.overview import ForumOverview


def number_in_plan(overview: "ForumOverview", opinion: "Opinion") -> str:
    """Return the code of its approach or the number of its strategy; "" for not yet sorted."""
    numbers = {item.id: item.code for item in overview.approaches}
    numbers |= {strategy.id: str(strategy.number) for strategy in overview.strategies}
    place = opinion.approach_id or opinion.strategy_id
    return numbers.get(place, "") if place is not None else ""
