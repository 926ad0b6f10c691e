"""The card of one opinion: what is known of it, and the tasks that its keys begin."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget

from forum_desktop import services
from forum_desktop.ui.controls import ElidedText, Text, button, card, column, row
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.opinions.said.answering import AnswerPanel
from forum_desktop.ui.opinions.said.facts import FactsPanel
from forum_desktop.ui.opinions.said.moving import MovingPanel
from forum_desktop.ui.opinions.said.past import PastPanel
from forum_desktop.ui.opinions.said.reading_back import ReadBackPanel
from forum_desktop.ui.opinions.said.splitting import SplitPanel
from forum_desktop.ui.opinions.said.voices import VoicesPanel
from forum_desktop.ui.opinions.said.withdrawing import WithdrawPanel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.page import OpinionsPage
    from forum_desktop.ui.opinions.said.acts import SaidActs
    from forum_desktop.ui.opinions.said.lines import SaidLines
    from forum_desktop.ui.opinions.said.panel import Panel


class OpinionCard(QFrame):
    """Hidden until a key opens it; Esc closes it, and what is half typed waits there."""

    opened = Signal()
    closed = Signal()

    def __init__(self, page: "OpinionsPage", acts: "SaidActs", lines: "SaidLines") -> None:
        super().__init__()
        self.page, self.acts, self.lines = page, acts, lines
        self.opinion: Opinion | None = None
        self.drafts = DraftKeeper(self, page.background, self._half_typed)
        self._is_filling = True
        self._head, self._place = Text("lead"), ElidedText("soft")
        self.facts, self.answer = FactsPanel(self), AnswerPanel(self)
        self.voices, self.past = VoicesPanel(self), PastPanel(self)
        self.split, self.read_back = SplitPanel(self), ReadBackPanel(self)
        self.withdrawing, self.moving = WithdrawPanel(self), MovingPanel(self)
        self._panels: tuple[Panel, ...] = (
            *(self.facts, self.answer, self.read_back, self.split),
            *(self.voices, self.past, self.withdrawing, self.moving),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.hide()

    @property
    def shown(self) -> "Panel":
        """The task in front."""
        return self._panels[self._stack.currentIndex()]

    def forum_opened(self) -> None:
        """Close, and read who may answer in this forum."""
        self.hide()
        self._read_members()

    def open(self, opinion: "Opinion", panel: "Panel") -> None:
        """Begin a task on an opinion; what was half typed of it comes back."""
        self.drafts.keep_now()
        self.opinion, self._is_filling = opinion, True
        for one in self._panels:
            one.begin(opinion)
            one.typed.begin()
        self._is_filling = False
        self._stack.setCurrentIndex(self._panels.index(panel))
        self._say_head()
        self._read_members()
        self.show()
        panel.first().setFocus()
        self.drafts.move_to(f"{opinion.forum_id}/said/{opinion.id}", self._restore)
        self.opened.emit()

    def keep(self) -> None:
        """Keep what the task in front holds."""
        self.shown.keep()

    def close_card(self) -> None:
        """Go back to the list; what is half typed is kept for the next time."""
        if not self.isHidden():
            self.drafts.keep_now()
            self.hide()
            self.closed.emit()

    def work_done(self) -> None:
        """Close; what other tasks hold half typed stays kept."""
        self.drafts.keep()
        self.close_card()

    def changed(self) -> None:
        """Something was typed."""
        if not self._is_filling:
            self.drafts.changed()

    def retranslate(self) -> None:
        """Open anew: what is half typed comes back among the sentences of the other language."""
        if self.opinion is not None and not self.isHidden():
            self.open(self.opinion, self.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def _half_typed(self) -> dict[str, str]:
        return {key: text for panel in self._panels for key, text in panel.half_typed().items()}

    def _restore(self, kept: dict[str, str]) -> None:
        if self._half_typed():
            return
        self._is_filling = True
        for panel in self._panels:
            panel.put_back(kept)
        self._is_filling = False
        self.page.say("drafts.restored", "good")

    def _read_members(self) -> None:
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: services.delegations.list_members(desk, forum_id), self.answer.show_members
        )

    def _say_head(self) -> None:
        assert self.opinion is not None
        words, opinion = self.page.words, self.opinion
        self.keys.say(words("said.keys" if self.shown.keeps else "said.keys_none"))
        self._head.say(words("said.card", number=opinion.reference))
        time = words("opinions.said_at", time=said_time(opinion.said_at))
        told = (time, words(f"opinion.kind.{opinion.kind}"), opinion.on_behalf_of)
        self._place.say(joined(told))

    def _lay_out(self) -> None:
        words = self.page.words
        close = button(words, "said.close", self.close_card, look="quiet")
        head = row(self._head, self._place, close)
        head.setStretch(1, 1)
        for panel in self._panels:
            self._stack.addWidget(_scrolled(panel))
        self.keys = Text("small", wraps=True)
        inner = card(head, self._stack, self.keys, gap=6, widest=1)
        self.setLayout(column(inner))


def _scrolled(panel: "Panel") -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    panel.setProperty("look", "clear")
    # Anything but Ignored would keep the height that the words need at their narrowest.
    panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    area.setWidget(panel)
    return area
