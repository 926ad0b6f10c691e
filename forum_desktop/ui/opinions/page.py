"""Opinions: what is said on the floor, kept before the next sentence ends."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.background import Ends
from forum_desktop.ui.controls import column
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import ALT, CTRL, NONE
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.capture import CaptureCard, CardActs
from forum_desktop.ui.opinions.chips import StrategyChips
from forum_desktop.ui.opinions.parked import recalled
from forum_desktop.ui.opinions.parking import Parking
from forum_desktop.ui.opinions.said.said_list import SaidList
from forum_desktop.ui.opinions.saying import Said, fields_of, utterance_of
from forum_desktop.ui.opinions.seconding import Seconding
from forum_desktop.ui.opinions.undoing import UndoStack
from forum_desktop.ui.page import Page, Surroundings

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion

_MOST_STRATEGIES = 9
_HALL_PAUSE = 25
"""Milliseconds that the hall waits: the typist sees her words first."""
_NEWS_PAUSE = 600
"""Milliseconds after an opinion was painted before anything is counted or read again for it."""


class OpinionsPage(Page):
    """The chips choose, the card keeps, the list shows what was kept."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.OPINIONS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.undo_stack = UndoStack(self)
        self.chips = StrategyChips(self._strategy_chosen)
        self.drafts = DraftKeeper(self, self.background, lambda: fields_of(self.capture.said()))
        self.capture = CaptureCard(self, self._card_acts())
        self.parking = Parking(self)
        self.seconding = Seconding(self)
        self.said = SaidList(self)
        self._is_telling = False
        self._news_due = QTimer(self, singleShot=True, interval=_NEWS_PAUSE)
        self._news_due.timeout.connect(self._tell_news)
        body = column(self.chips, self.capture, self.said, gap=10)
        body.setStretch(2, 1)
        self.lay_out(body)
        self._bind_keys()

    def forum_opened(self) -> None:
        """Show this forum's plan, on the station's own strategy; bring back what was half typed."""
        assert self.overview is not None
        self.drafts.move_to(f"{self.forum_id}/opinion", self._restore)
        if not self.capture.said().is_empty:
            self.capture.begin_next()
        self.capture.show_overview(self.overview)
        self._show_plan()
        self.chips.choose(self.capture.place.bound_number())
        self.parking.forum_opened()
        self.said.forum_opened()
        self.capture.offers.forum_opened(self.forum_id)

    def overview_changed(self) -> None:
        """Show the counts."""
        assert self.overview is not None
        self.capture.place.show_overview(self.overview)
        self.chips.show_counts(dict(self.overview.counts.by_strategy))
        self.show_waiting()
        self.said.overview_changed()

    def retranslate(self) -> None:
        """Say the level names and list lines again."""
        if self.overview is not None:
            self._show_plan()
            self.overview_changed()
        self.capture.retranslate()
        self.said.retranslate()

    def arrive(self) -> None:
        """Come with the cursor in the text box, or where one opinion is worked on."""
        if self.said.card.isHidden():
            self.capture.text.setFocus()
        else:
            self.said.card.shown.first().setFocus()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.drafts.keep_now()

    def reload(self) -> None:
        """Read the list again, unless the news are our own: what they tell is painted already."""
        if not self._is_telling:
            self.said.reload()

    def show_waiting(self) -> None:
        """Tell how much is set aside and not yet sorted."""
        self.capture.show_waiting(parked=len(self.parking.texts), unsorted=self.chips.count(0))

    def hide_capture(self) -> None:
        """Give the room to the card of one opinion; what is half typed waits."""
        self.chips.hide()
        self.capture.hide()

    def show_capture(self) -> None:
        """Come back to taking down."""
        self.chips.show()
        self.capture.show()

    def keep_typed(self) -> None:
        """Keep what is typed where the cursor is: in the card of an opinion, or a new one."""
        if self.said.card.isHidden():
            self.save()
        else:
            self.said.card.keep()

    def call_it(self, kind: OpinionKind) -> None:
        """Say what the chosen opinion is, or what the next one will be."""
        if self.said.is_in_hand:
            self.said.call_it(kind)
        else:
            self.capture.kinds.choose(kind)
            self.drafts.changed()

    def save(self) -> None:
        """Keep what is typed. The next words may be typed while it travels to the disk."""
        assert self.overview is not None
        said = self.capture.finish()
        if not said.text.strip():
            self.show_refusal(Refusal("text.empty"))
            return
        utterance, forum_id = utterance_of(said, self.overview), self.forum_id
        self.capture.begin_next()
        self._come_home()
        take_down = services.opinions.take_down
        place = self.drafts.let_go()
        self.keep(lambda desk: take_down(desk, forum_id, utterance, draft=place), self._kept, said)

    def keep(self, job: Callable[[Any], Any], done: Callable[[Any], object], said: Said) -> None:
        """Do an act of the card at once and tell the news of it later; refused, words come back."""
        put_back = partial(self.capture.put_back, said)
        ends = Ends(done=done, refused=lambda _: put_back(), failed=put_back)
        self.background.save(job, self._ends(ends, self.show_refusal))

    def tell_news_later(self) -> None:
        """Let others read again what they show, once the newest is painted; the hall at once."""
        self._news_due.start()
        QTimer.singleShot(_HALL_PAUSE, self._tell_hall)

    def _tell_hall(self) -> None:
        self.news.announce(Kind.HALL)

    def bind(self) -> None:
        """Let this station hear the chosen strategy only, or all where it was bound."""
        forum_id, chosen = self.forum_id, self.chips.strategy()
        is_bound = bool(self.capture.place.bound_number())
        strategy_id = None if is_bound or chosen is None else chosen.id
        key = "capture.unbound_now" if strategy_id is None else "capture.bound_now"
        number = chosen.number if chosen else 0
        self.act(
            lambda desk: services.forums.bind_station(desk, forum_id, strategy_id),
            lambda _: self.say(key, "good", number=number),
            Kind.FORUM,
        )

    def park(self) -> None:
        """Set aside what is typed; where nothing is, open what was set aside."""
        self.parking.park_or_open()

    def open_tray(self) -> None:
        """List what is not yet sorted, to be sorted."""
        self.said.show_unsorted()

    def _kept(self, opinion: "Opinion") -> None:
        assert self.overview is not None
        self.message.hide()
        numbers = {strategy.id: strategy.number for strategy in self.overview.strategies}
        self.chips.step_count(numbers.get(opinion.strategy_id, 0) if opinion.strategy_id else 0)
        self.said.show_captured(opinion)
        self.undo_stack.captured(opinion)
        self.show_waiting()
        self.tell_news_later()

    def _tell_news(self) -> None:
        self._is_telling = True
        self.news.announce(Kind.OPINIONS)
        self._is_telling = False

    def _come_home(self) -> None:
        bound_to = self.capture.place.bound_number()
        if bound_to not in {0, self.chips.number()}:
            self.chips.choose(bound_to)

    def _restore(self, kept: dict[str, str]) -> None:
        self.look_up(lambda desk: recalled(desk, kept), self._put_restored)

    def _put_restored(self, said: Said) -> None:
        if self.capture.said().is_empty:
            self.capture.put(said)
            self.say("drafts.restored", "good")

    def _strategy_chosen(self) -> None:
        if self.overview is not None:
            self.capture.show_strategy(self.chips.strategy())
            self.said.strategy_chosen()

    def _show_plan(self) -> None:
        assert self.overview is not None
        shown = self.overview.strategies[:_MOST_STRATEGIES]
        self.chips.show_strategies(shown, self.words("opinions.unsorted"))

    def _card_acts(self) -> CardActs:
        return CardActs(
            save=self.save,
            park=self.park,
            bind=self.bind,
            choose=self.chips.choose,
            changed=self.drafts.changed,
        )

    def _bind_keys(self) -> None:
        self.shortcuts = dict(self.said.shortcuts)
        for number, kind in enumerate(OpinionKind):
            self.shortcuts[NONE, Qt.Key.Key_F7 + number] = partial(self.call_it, kind)
        for number in range(_MOST_STRATEGIES + 1):
            self.shortcuts[ALT, Qt.Key.Key_0 + number] = partial(self.chips.choose, number)
        place = self.capture.place
        self.shortcuts |= {
            (ALT, Qt.Key.Key_Down): lambda: place.step_approach(+1),
            (ALT, Qt.Key.Key_Up): lambda: place.step_approach(-1),
            (CTRL, Qt.Key.Key_Return): self.keep_typed,
            (CTRL, Qt.Key.Key_Enter): self.keep_typed,
            (CTRL, Qt.Key.Key_B): self.bind,
            (CTRL, Qt.Key.Key_J): self.seconding.second_or_take_back,
            (CTRL, Qt.Key.Key_P): self.park,
            (CTRL, Qt.Key.Key_0): self.open_tray,
        }
