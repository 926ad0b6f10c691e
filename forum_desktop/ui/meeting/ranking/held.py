"""The rankings held so far, the table of one of them, and its withdrawal."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from forum_desktop import services
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, card, column, named, restyle, row, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.news import Kind
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.priorities import HeldRanking, RankingLine
    from forum_desktop.ui.page import Page

_BADGE_WIDTH = 44


class HeldRankings(QFrame):
    """Shows one ranking; the newest until another is chosen."""

    def __init__(self, page: "Page", resolve: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self._held: tuple[HeldRanking, ...] = ()
        self.choice = QComboBox()
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.lines = RecordList(self.line_of, badge_width=_BADGE_WIDTH)
        self.how, self.state = Text("small", wraps=True), Text("body", wraps=True)
        self.ask = AskLine(page, "registration.reason", self.lines.setFocus)
        self._part = button(self._words, "ranking.part", self.part, symbol="split")
        self._withdraw = button(self._words, "ranking.withdraw", self.withdraw, look="quiet")
        self._lay_out(resolve)
        self.choice.activated.connect(lambda _: self._show_chosen())
        self.lines.activated.connect(lambda _: self.part())

    def shown(self) -> "HeldRanking | None":
        """Return the ranking that is shown."""
        at = self.choice.currentIndex()
        return self._held[at] if 0 <= at < len(self._held) else None

    def show_held(self, held: "tuple[HeldRanking, ...]", wanted: "UUID | None" = None) -> None:
        """Show the rankings held, the newest first; where nothing is new the cursor stays."""
        if held == self._held and held and wanted is None:
            return
        self._fill(held, wanted)

    def retranslate(self) -> None:
        """Say again what is told of each."""
        self._fill(self._held)

    def _fill(self, held: "tuple[HeldRanking, ...]", wanted: "UUID | None" = None) -> None:
        shown = self.shown()
        kept = wanted or (shown.ranking.id if shown else None)
        self._held = held
        self.choice.clear()
        for one in held:
            self.choice.addItem(self._named(one), one.ranking.id)
        at = next((at for at, one in enumerate(held) if one.ranking.id == kept), 0)
        self.choice.setCurrentIndex(at if held else -1)
        self._show_chosen()

    def line_of(self, line: "RankingLine") -> Line:
        """Return how a line of the table appears; places that are shared say so."""
        shown = self.shown()
        is_shared = shown is not None and line.label in shown.ties
        place = f"{line.place}=" if is_shared else f"{line.place}"
        color = TOKENS.warn if is_shared else TOKENS.good if line.place == 1 else TOKENS.primary
        mark = self._words("ranking.points", points=f"{line.points:,}")
        under = self._words("ranking.shared") if is_shared else " "
        return Line(line.label, under, place, color, mark)

    def part(self) -> None:
        """Put the selected one of several with equal points before the others."""
        shown, line = self.shown(), self.lines.chosen()
        if shown is None or shown.ranking.withdrawn:
            return
        if line is None or line.label not in shown.ties:
            self._page.say("ranking.choose_tied", "warn")
            return
        ranking_id = shown.ranking.id
        same = [one for one in shown.table.lines if one.points == line.points]
        first = [one.label for one in same if one.place < line.place]
        self._page.act(
            lambda desk: services.priorities.part_ties(desk, ranking_id, [*first, line.label]),
            lambda _: self.lines.setFocus(),
            Kind.MEETING,
            Kind.MINUTES,
        )

    def withdraw(self) -> None:
        """Ask why the ranking shown counts no more."""
        shown = self.shown()
        if shown is None or shown.ranking.withdrawn:
            self._page.say("ranking.nothing_to_withdraw", "warn")
            return
        ranking_id = shown.ranking.id
        question = self._words("ranking.why_withdraw", title=shown.ranking.title)
        self.ask.ask(question, lambda reason: self._take_out(ranking_id, reason))

    def _take_out(self, ranking_id: "UUID", reason: str) -> None:
        self._page.act(
            lambda desk: services.priorities.withdraw_ranking(desk, ranking_id, reason),
            lambda _: self._page.say("ranking.is_withdrawn", "good"),
            Kind.MEETING,
            Kind.MINUTES,
        )

    def _show_chosen(self) -> None:
        shown = self.shown()
        self.lines.set_rows(shown.table.lines if shown else ())
        self.lines.choose(0)
        stands = shown is not None and not shown.ranking.withdrawn
        self.choice.setEnabled(bool(self._held))
        self._withdraw.setEnabled(stands)
        self._part.setVisible(shown is not None and stands and bool(shown.ties))
        self.how.setVisible(shown is not None)
        self.state.setVisible(shown is not None and not stands)
        if shown is not None:
            self._tell(shown)

    def _tell(self, shown: "HeldRanking") -> None:
        ranking, words = shown.ranking, self._words
        dots = words("ranking.each_had", count=ranking.each) if ranking.each else ""
        people = "" if ranking.voters is None else words("hall.voters", count=f"{ranking.voters:,}")
        method = words(f"hall.method.{ranking.method}")
        self.how.say(joined((method, people, dots, ranking.tie_rule)))
        self.state.say(words("ranking.withdrawn_because", reason=ranking.withdrawn))
        restyle(self.state, tone="bad")

    def _named(self, one: "HeldRanking") -> str:
        mark = self._words("ranking.withdrawn_mark") if one.ranking.withdrawn else ""
        time = said_time(one.ranking.held_at.astimezone())
        return joined((time, one.ranking.title, mark))

    def _lay_out(self, resolve: Callable[[], object]) -> None:
        words = self._words
        named(words, "ranking.held", self.choice)
        named(words, "ranking.table", self.lines)
        words.tell(self.lines.set_hint, "ranking.none_held")
        acts = row(self._part, None, self._withdraw, gap=6)
        on = button(words, "ranking.resolution", resolve, look="plain", symbol="landmark")
        head = told(words, "ranking.held", "lead")
        inside = (head, self.choice, self.how, self.state, self.lines, acts, on)
        self.setLayout(column(card(*inside, gap=6, widest=4)))
