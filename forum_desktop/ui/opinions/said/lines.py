"""How an opinion appears in the list: where it belongs, its words, what is known of it."""

from typing import TYPE_CHECKING

from forum_desktop.records.opinion import OpinionRow, ReadBack
from forum_desktop.thai.occurrences import occurrences
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import MovedOpinion, Opinion
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.words import Words

_URGENT = {1: TOKENS.warn, 2: TOKENS.bad}


class SaidLines:
    """Knows the plan, what is searched for, and which opinions are ticked."""

    def __init__(self, words: "Words") -> None:
        self._words = words
        self._numbers: dict[UUID, str] = {}
        self.typed = ""
        self.ticked: list[UUID] = []
        """The opinions marked for joining, in the order of marking."""

    def show_plan(self, overview: "ForumOverview") -> None:
        """Tell places by the numbers of this plan."""
        numbers = {strategy.id: str(strategy.number) for strategy in overview.strategies}
        self._numbers = numbers | {item.id: item.code for item in overview.approaches}

    def line(self, row: "OpinionRow | MovedOpinion") -> Line:
        """Return how a row of the list appears."""
        return self._said(row) if isinstance(row, OpinionRow) else self._moved(row)

    def number(self, *places: "UUID | None") -> str:
        """Return the code or number of the first place that there is; a dash where none is."""
        return next((self._numbers.get(place, "–") for place in places if place), "–")

    def _said(self, row: OpinionRow) -> Line:
        opinion = row.opinion
        number = self.number(opinion.approach_id, opinion.strategy_id)
        return Line(
            text=opinion.text,
            under=self._under(opinion),
            badge=number,
            badge_color=_color(number),
            mark=self._mark(row),
            mark_color=_URGENT.get(opinion.urgency, TOKENS.primary),
            spans=occurrences(opinion.text, self.typed) if self.typed.strip() else (),
            is_ticked=opinion.id in self.ticked,
        )

    def _under(self, opinion: "Opinion") -> str:
        words = self._words
        other = opinion.other_approach_id
        return joined(
            (
                opinion.reference,
                words("opinions.said_at", time=said_time(opinion.said_at)),
                words(f"opinion.kind.{opinion.kind}"),
                words("said.also", number=self.number(other)) if other else "",
                opinion.on_behalf_of,
                opinion.place,
                " ".join(f"#{tag}" for tag in opinion.tags.split("\n") if tag),
                words("said.promised") if opinion.promise else "",
                words("opinions.answered") if opinion.answer else "",
                "" if opinion.read_back is ReadBack.NOT_YET else words("said.read_back_done"),
            )
        )

    def _mark(self, row: OpinionRow) -> str:
        urgency = row.opinion.urgency
        ticked = self._words("said.ticked") if row.opinion.id in self.ticked else ""
        voices = self._words("said.voices", count=row.weight) if row.weight > 1 else ""
        return joined((ticked, self._words(f"said.urgency.{urgency}") if urgency else "", voices))

    def _moved(self, trace: "MovedOpinion") -> Line:
        number = self.number(trace.strategy_id)
        time = self._words("opinions.said_at", time=said_time(trace.moved_at))
        return Line(
            text=self._words("said.moved", number=trace.reference),
            under=time,
            badge=number,
            badge_color=TOKENS.line_strong,
            is_quiet=True,
        )


def _color(number: str) -> str:
    return strategy_color(int(number[0]) if number[0].isdigit() else 0)
