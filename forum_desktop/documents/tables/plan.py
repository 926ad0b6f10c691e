"""The plan as it stands in tables: what a row is filed under, and the order of rows."""

from collections.abc import Iterable, Iterator, Sequence

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import Item, Placed, in_plan_order
from forum_desktop.documents.tables.table import Field, Term
from forum_desktop.records.plan import Approach, Strategy


class Plan:
    """Finds places of the plan; an approach of another strategy counts as none."""

    def __init__(
        self, strategies: Sequence[Strategy], approaches: Sequence[Approach], phrases: Phrases
    ) -> None:
        self._phrases = phrases
        self._strategies, self._approaches = strategies, approaches
        self._strategy_by_id = {item.id: item for item in strategies}
        self._approach_by_place = {(item.strategy_id, item.id): item for item in approaches}

    def in_order(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items by strategy and approach, as the printed documents list them."""
        for chapter in in_plan_order(self._strategies, self._approaches, items):
            yield from chapter.items

    def fields(self) -> tuple[Field[Placed], Field[Placed]]:
        """Return the two columns that tell where an item is filed."""
        phrases = self._phrases
        return (
            Field("strategy", self._strategy, 20, head=phrases.strategy),
            Field("approach", self._approach, 24, head=phrases.approach),
        )

    def _strategy(self, placed: Placed) -> Term | None:
        found = self._known(placed)
        if found is None:
            return None
        return Term(found.number, f"{self._phrases.digits(str(found.number))}. {found.name}")

    def _known(self, placed: Placed) -> Strategy | None:
        return self._strategy_by_id.get(placed.strategy_id) if placed.strategy_id else None

    def _approach(self, placed: Placed) -> Term | None:
        if self._known(placed) is None or not (placed.strategy_id and placed.approach_id):
            return None
        found = self._approach_by_place.get((placed.strategy_id, placed.approach_id))
        if found is None:
            return None
        return Term(found.code, f"{self._phrases.digits(found.code)} {found.text}")
