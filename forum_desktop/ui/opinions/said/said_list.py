"""The list of what was said, with its filters, and beside it the card of the chosen opinion.

The page makes `page.undo_stack = UndoStack(page)` first, puts this widget under the capture
card, takes `shortcuts` over after its own, and tells `strategy_chosen` when a chip is chosen.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.controls import ElidedText, Text, column, named, row
from forum_desktop.ui.keys import CTRL, Shortcuts
from forum_desktop.ui.opinions.said.acts import SaidActs, opinion_of
from forum_desktop.ui.opinions.said.approach_choice import ApproachChoice
from forum_desktop.ui.opinions.said.card import OpinionCard
from forum_desktop.ui.opinions.said.feed import Feed
from forum_desktop.ui.opinions.said.filters import SaidFilters
from forum_desktop.ui.opinions.said.lines import SaidLines
from forum_desktop.ui.opinions.said.opinion_list import PLUS, URGENT, KeyActs, OpinionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.page import OpinionsPage
    from forum_desktop.ui.opinions.said.panel import Panel

_BADGE = 46
_LIST_SHARE, _CARD_SHARE = 5, 6


class SaidList(QWidget):
    """With the cursor in the list, one key does one thing to the chosen opinion."""

    def __init__(self, page: "OpinionsPage") -> None:
        super().__init__()
        self._page = page
        self.filters = SaidFilters(page.words)
        self.search = self.filters.search
        self.lines = SaidLines(page.words)
        self.opinions = OpinionList(self.lines.line, badge_width=_BADGE)
        self.feed = Feed(page, self.opinions, self.filters.wanted)
        self.acts = SaidActs(page, self.feed)
        self.card = OpinionCard(page, self.acts, self.lines)
        self.approaches = ApproachChoice(page.words, self.opinions, self.acts.narrow)
        self._count, self._told = Text("lead"), ElidedText("small")
        self.opinions.acts = self._key_acts()
        self.shortcuts: Shortcuts = {
            (CTRL, Qt.Key.Key_F): self.search.setFocus,
            (CTRL, Qt.Key.Key_D): self.go_to_list,
            **page.undo_stack.shortcuts,
        }
        self._connect()
        self._lay_out()

    @property
    def is_in_hand(self) -> bool:
        """Whether the cursor is in the list: keys act on the chosen opinion."""
        return QApplication.focusWidget() is self.opinions

    def forum_opened(self) -> None:
        """Begin with another forum."""
        assert self._page.overview is not None
        self._page.undo_stack.begin()
        self.lines.ticked = []
        self.lines.show_plan(self._page.overview)
        self.filters.show_overview(self._page.overview)
        self.card.forum_opened()
        self._told.say("")
        self.filters.clear()
        self.feed.begin()

    def overview_changed(self) -> None:
        """Take the newest plan."""
        assert self._page.overview is not None
        self.lines.show_plan(self._page.overview)

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""
        self.filters.retranslate()
        self.card.retranslate()
        self._told.say("")
        self._show_head()
        self.opinions.viewport().update()

    def strategy_chosen(self) -> None:
        """Follow the chips, where the filter does."""
        if self.filters.follow(self._page.chips.strategy()):
            self.feed.begin()

    def reload(self) -> None:
        """Read again what is listed."""
        self.feed.again()

    def show_captured(self, opinion: "Opinion") -> None:
        """Put what was taken down just now on top, without a query."""
        self.feed.put_on_top(opinion)

    def show_unsorted(self) -> None:
        """Open the tray: list what has no strategy yet, with the cursor in the list (Ctrl+0)."""
        self.filters.show_unsorted()
        self.go_to_list()

    def go_to_list(self) -> None:
        """Put the cursor in the list, on the row that was chosen last."""
        if self.opinions.currentIndex().row() < 0:
            self.opinions.choose(0)
        self.opinions.setFocus()

    def call_it(self, kind: OpinionKind) -> None:
        """Say what the chosen opinion is."""
        self._with_chosen(lambda opinion: self.acts.call_it(opinion, kind))

    def _key_acts(self) -> KeyActs:
        card, key = self.card, Qt.Key
        acts: KeyActs = {
            key.Key_Return: self._opener(card.facts),
            key.Key_E: self._opener(card.facts),
            key.Key_A: self._opener(card.answer),
            key.Key_R: self._opener(card.read_back),
            key.Key_S: self._opener(card.split),
            key.Key_V: self._opener(card.voices),
            key.Key_H: self._opener(card.past),
            key.Key_W: self._opener(card.withdrawing),
            key.Key_Delete: self._opener(card.withdrawing),
            key.Key_C: self._opener(card.moving),
            key.Key_Space: self._tick,
            key.Key_J: self._join,
            key.Key_Escape: self._page.arrive,
            key.Key_0: lambda: self._with_chosen(lambda one: self.acts.sort_into(one, None)),
            URGENT: lambda: self._with_chosen(self.acts.mark_urgent),
            PLUS: lambda: self._with_chosen(self.acts.support),
        }
        for number in range(1, 10):
            acts[key.Key_0 + number] = partial(self._sort, number)
        return acts

    def _opener(self, panel: "Panel") -> "Callable[[], object]":
        return lambda: self._with_chosen(lambda opinion: self.card.open(opinion, panel))

    def _with_chosen(self, act: "Callable[[Opinion], object]") -> None:
        opinion = opinion_of(self.opinions.chosen())
        if opinion is not None:
            act(opinion)

    def _sort(self, number: int) -> None:
        overview = self._page.overview
        assert overview is not None
        strategy = next((one for one in overview.strategies if one.number == number), None)
        opinion = opinion_of(self.opinions.chosen())
        if strategy is None or opinion is None:
            return
        if opinion.strategy_id != strategy.id:
            self.acts.sort_into(opinion, strategy)
        beside = self.opinions.visualRect(self.opinions.currentIndex()).topLeft()
        self.approaches.ask(opinion, overview.approaches_of(strategy.id), beside)

    def _tick(self) -> None:
        opinion = opinion_of(self.opinions.chosen())
        if opinion is None:
            return
        ticked = self.lines.ticked
        if opinion.id in ticked:
            ticked.remove(opinion.id)
        else:
            ticked.append(opinion.id)
        self.opinions.viewport().update()
        self._show_head()

    def _join(self) -> None:
        ticked = self.lines.ticked
        first = next(
            (row.opinion for row in self.feed.opinions() if row.opinion.id in ticked[:1]), None
        )
        if first is None or len(ticked) < 2:
            self._page.say("said.mark_first", "warn")
            return
        self.lines.ticked = []
        self.acts.join(ticked, first.reference)
        self._show_head()

    def _searched(self) -> None:
        self.lines.typed = self.search.text()
        self.feed.begin()

    def _listed(self) -> None:
        if self.is_in_hand and self.opinions.currentIndex().row() < 0:
            self.opinions.choose(0)
        self._show_head()

    def _show_head(self) -> None:
        listed, words = len(self.feed.opinions()), self._page.words
        marked = len(self.lines.ticked)
        if marked:
            self._count.say(words("said.marked", count=marked))
        else:
            key = "said.count" if self.feed.is_complete else "said.count_more"
            self._count.say(words(key, count=listed))
        is_empty = not self.filters.is_open()
        self.opinions.set_hint(words("opinions.none_found" if is_empty else "opinions.empty"))
        if not self._told.said() or self.opinions.hasFocus():
            self._show_keys()

    def _show_keys(self) -> None:
        key = "said.list_keys" if self.opinions.hasFocus() else "said.idle_keys"
        self._told.say(self._page.words(key))

    def _tell(self, sentence: str, is_done: bool) -> None:  # noqa: FBT001 - a Qt signal's values
        undo = self._page.words("said.undo" if is_done else "said.redo")
        self._told.say(f"{sentence}   ·   {undo}")

    def _closed(self) -> None:
        self._page.show_capture()
        self.go_to_list()

    def _connect(self) -> None:
        self.filters.changed.connect(self._searched)
        self.filters.left.connect(self.go_to_list)
        self.feed.shown.connect(self._listed)
        self.card.opened.connect(self._page.hide_capture)
        self.card.closed.connect(self._closed)
        self._page.undo_stack.told.connect(self._tell)
        self.opinions.entered_or_left.connect(self._show_keys)

    def _lay_out(self) -> None:
        named(self._page.words, "opinions.list", self.opinions)
        head = row(self._count, self._told, gap=14)
        head.setStretch(1, 1)
        body = row(self.opinions, self.card, gap=10)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _CARD_SHARE)
        layout = column(self.filters, head, body, gap=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)
