"""The ranking of the meeting: how it ranks, the tally, the results and the resolution."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import CTRL, NONE
from forum_desktop.ui.meeting.ranking.ballot import Ballot
from forum_desktop.ui.meeting.ranking.counting import CountTally
from forum_desktop.ui.meeting.ranking.held import HeldRankings
from forum_desktop.ui.meeting.ranking.pairing import PairTally
from forum_desktop.ui.meeting.ranking.picking import Picking
from forum_desktop.ui.meeting.ranking.recording import FEWEST, Recording
from forum_desktop.ui.meeting.ranking.resolving import Resolving
from forum_desktop.ui.meeting.ranking.scoring import ScoreTally
from forum_desktop.ui.meeting.ranking.setup import Setup
from forum_desktop.ui.meeting.ranking.tally import Tally
from forum_desktop.ui.news import Kind
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.priorities import HeldRanking, Ranking

_LEFT_WIDTH, _RIGHT_WIDTH = 300, 316


class RankingView(View):
    """What is set up at the left is counted in the middle and told at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.ballot = Ballot()
        self.setup, self.picking = Setup(self.words), Picking(self.words)
        counted = CountTally(self.words, self.ballot)
        self.tallies: dict[RankingMethod, Tally] = {
            RankingMethod.DOTS: counted,
            RankingMethod.HANDS: counted,
            RankingMethod.SCORES: ScoreTally(self.words, self.ballot),
            RankingMethod.PAIRS: PairTally(self.words, self.ballot),
        }
        self.stack = QStackedWidget()
        self.sum = Text("lead")
        self.side = QStackedWidget()
        self.keys = Text("small", wraps=True)
        self.held = HeldRankings(page, self.resolve)
        self.resolving = Resolving(page, self.held.shown, self.show_held)
        self._is_saving = False
        self.drafts = DraftKeeper(self, page.background, self._fields)
        self._lay_out()
        self._connect()
        self.shortcuts = {
            **self.setup.shortcuts(),
            (CTRL, Qt.Key.Key_Return): self.save,
            (CTRL, Qt.Key.Key_Enter): self.save,
            (NONE, Qt.Key.Key_F8): self.begin_count,
            (NONE, Qt.Key.Key_F9): self.resolve,
            (CTRL, Qt.Key.Key_N): self.begin,
        }

    @property
    def tally(self) -> Tally:
        """The tally in front."""
        return self.tallies[self.setup.method()]

    def forum_opened(self) -> None:
        """Begin with another forum."""
        self.drafts.move_to(f"{self.page.forum_id}/ranking", self._restore)
        self._begin_anew()
        self.picking.offer_plan(self.overview.strategies)
        self.setup.tie_rule.offer(services.priorities.official_words().tie_rules)
        self.setup.tie_rule.setCurrentIndex(0)
        self.resolving.forum_opened()
        self.reload()

    def overview_changed(self) -> None:
        """Take the newest head count."""
        self.setup.show_present(self.overview.counts.present)

    def reload(self) -> None:
        """Read projects, rankings and the agenda."""
        forum_id = self.page.forum_id
        priorities = services.priorities
        self.page.look_up(
            lambda desk: priorities.list_projects(desk, forum_id), self.picking.show_projects
        )
        self.page.look_up(
            lambda desk: priorities.list_rankings(desk, forum_id), self.held.show_held
        )
        self.resolving.reload()

    def arrive(self) -> None:
        """Come with the cursor in the title, or in the count where one is on."""
        self.reload()
        if self.overview.forum.state.is_over:
            # Better told before a hall full of votes is counted than after.
            self.page.say("ranking.forum_closed", "warn")
        if self.ballot.candidates:
            self.tally.begin()
        else:
            self.setup.title.setFocus()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.drafts.keep_now()
        self.resolving.drafts.keep_now()

    def retranslate(self) -> None:
        """Say again what is counted and told."""
        self.picking.retranslate()
        self.held.retranslate()
        self.resolving.retranslate()
        for tally in self.tallies.values():
            tally.retranslate()
        self._show()

    def take_key(self, event: QKeyEvent) -> bool:
        """Go back on Esc: from the resolution to the results, from the count to the things."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        if self.side.currentWidget() is self.resolving:
            self.show_held()
        else:
            self.picking.list.setFocus()
        return True

    def begin_count(self) -> None:
        """Come to the tally."""
        if len(self.ballot.candidates) < FEWEST:
            self.page.say("ranking.too_few", "warn")
            self.picking.line.setFocus()
            return
        self.tally.begin()

    def resolve(self) -> None:
        """Come to the resolution; where it is open already, write the official words."""
        if self.side.currentWidget() is self.resolving:
            self.resolving.phrase()
        self.side.setCurrentWidget(self.resolving)
        self.resolving.text.setFocus()

    def show_held(self) -> None:
        """Come back to the results."""
        self.side.setCurrentWidget(self.held)
        self.held.lines.setFocus()

    def begin(self) -> None:
        """Come to the head of the ranking."""
        self.setup.title.setFocus()

    def save(self) -> None:
        """Keep the ranking, or the resolution where the cursor is in it."""
        if self.resolving.isAncestorOf(self.focusWidget() or self):
            self.resolving.save()
            return
        try:
            job = Recording(self.page.forum_id, self.setup, self.picking, self.ballot)
        except Refusal as refusal:
            self._show_why_not(refusal)
            return
        if self._is_saving:
            return
        self._is_saving = True
        self.page.act(
            self.drafts.cleared_after(job),
            self._saved,
            Kind.MEETING,
            Kind.MINUTES,
            refused=lambda _: self._refused(),
            failed=self._refused,
        )

    def _show_why_not(self, refusal: Refusal) -> None:
        self.page.show_refusal(refusal)
        lacking = {
            "ranking.title_needed": self.setup.title,
            "ranking.voters_needed": self.setup.voters,
        }
        if refusal.key in lacking:
            lacking[refusal.key].setFocus()

    def _refused(self) -> None:
        self._is_saving = False
        self.drafts.changed()

    def _saved(self, ranking: "Ranking") -> None:
        self._is_saving = False
        forum_id, wanted = self.page.forum_id, ranking.id
        self._begin_anew()
        self.page.look_up(
            lambda desk: services.priorities.list_rankings(desk, forum_id),
            lambda held: self._tell_saved(held, wanted),
        )

    def _tell_saved(self, held: "tuple[HeldRanking, ...]", wanted: "UUID") -> None:
        self.side.setCurrentWidget(self.held)
        self.held.show_held(held, wanted)
        shown = self.held.shown()
        ties = shown.ties if shown else ()
        if ties:
            self.page.say("ranking.saved_tied", "warn", count=len(ties))
        else:
            self.page.say("ranking.saved", "good")
        self.held.lines.setFocus()

    def _begin_anew(self) -> None:
        self.ballot.unpack("")
        self.setup.clear()
        self.picking.choose(())

    def _changed(self) -> None:
        self._show()
        self.drafts.changed()

    def _show(self) -> None:
        self.ballot.method = self.setup.method()
        self.ballot.candidates = self.picking.chosen
        self.stack.setCurrentWidget(self.tally if self.picking.chosen else self._nothing)
        method = self.ballot.method
        self.keys.say(self.words(f"ranking.keys.{method}") if self.picking.chosen else "")
        self.tally.show_ballot()
        self._show_sum()

    def _counted(self) -> None:
        self._show_sum()
        self.drafts.changed()

    def _show_sum(self) -> None:
        method, standing = self.ballot.method, self.ballot.standing()
        voters, each = self.setup.voters.number() or 0, self.setup.each.number() or 0
        most = voters * each if method is RankingMethod.DOTS else voters
        cast = sum(standing.values())
        top = max(standing.values(), default=0)
        is_over = {RankingMethod.DOTS: cast > most, RankingMethod.HANDS: top > most}.get(method)
        self.sum.say(self.words(f"ranking.sum.{method}", cast=f"{cast:,}", most=f"{most:,}"))
        self.sum.setVisible(method is not RankingMethod.PAIRS and bool(standing))
        restyle(self.sum, tone="bad" if is_over else "info")

    def _fields(self) -> dict[str, str]:
        counted = self.ballot.packed()
        if not (counted or self.picking.chosen or self.setup.title.text().strip()):
            return {}
        return {**self.setup.fields(), **self.picking.fields(), "ballot": counted}

    def _restore(self, kept: dict[str, str]) -> None:
        if self.picking.chosen or self.setup.title.text():
            return
        self.ballot.unpack(kept.get("ballot", ""))
        self.setup.restore(kept)
        self.picking.restore(kept)
        self.page.say("drafts.restored", "good")

    def _connect(self) -> None:
        self.setup.changed.connect(self._changed)
        self.picking.changed.connect(self._changed)
        for tally in dict.fromkeys(self.tallies.values()):
            tally.changed.connect(self._counted)
        self._show()

    def _lay_out(self) -> None:
        words = self.words
        self._nothing = QFrame()
        begin = told(words, "ranking.begin", "soft", wraps=True)
        begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setLayout(column(None, begin, None))
        for tally in (self._nothing, *dict.fromkeys(self.tallies.values())):
            self.stack.addWidget(tally)
        picked = card(self.picking)
        picked.setFixedWidth(_LEFT_WIDTH)
        save = button(words, "ranking.save", self.save, look="primary", symbol="check")
        head = row(told(words, "ranking.tally", "lead"), None, self.sum)
        foot = row(self.keys, save)
        foot.setStretch(0, 1)
        counted = row(picked, card(head, self.stack, foot, widest=1))
        counted.setStretch(1, 1)
        left = column(card(self.setup), counted, self.held.ask)
        left.setStretch(1, 1)
        self.side.setFixedWidth(_RIGHT_WIDTH)
        for one in (self.held, self.resolving):
            self.side.addWidget(one)
        body = row(left, self.side)
        body.setStretch(0, 1)
        self.setLayout(body)
