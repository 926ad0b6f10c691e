"""The speakers: who waits at the left, who has the floor and who was heard at the right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop import services
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told
from forum_desktop.ui.keys import ALT
from forum_desktop.ui.meeting.running_clock import RunningClock
from forum_desktop.ui.meeting.speakers.ask import AskBox
from forum_desktop.ui.meeting.speakers.floor import Floor
from forum_desktop.ui.meeting.speakers.limit import LimitLine
from forum_desktop.ui.meeting.speakers.queue import QueueList
from forum_desktop.ui.meeting.speakers.shares import Shares
from forum_desktop.ui.news import Kind
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.meeting import QueueLine, SpeakerQueue
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.meeting.speakers.offers import Offer

_RIGHT_WIDTH = 420
_SECOND = 1000
_MOST_SILENT = 6


class SpeakersView(View):
    """The cursor stays on the queue; any letter begins the box above it."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.clock = RunningClock()
        self.known: SpeakerQueue | None = None
        acts = {
            Qt.Key.Key_Space: self.give_next,
            Qt.Key.Key_E: self.end_turn,
            Qt.Key.Key_Delete: self.ask_to_leave,
        }
        self.box = AskBox(page)
        self.queue = QueueList(self.words, {int(key): act for key, act in acts.items()})
        self.reason = AskLine(page, "registration.reason", self.queue.setFocus)
        self.floor = Floor(self.words, self.clock)
        self.limit = LimitLine(page, self._show_floor, self.queue.setFocus)
        self.shares = Shares(self.words)
        self._count, self.silent = Text("soft"), Text("small", wraps=True)
        self._rereading = Rereading(self._read)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_SECOND)
        self._ticking.timeout.connect(self._tick)
        self.shortcuts = {
            (ALT, Qt.Key.Key_N): self.give_next,
            (ALT, Qt.Key.Key_E): self.end_turn,
        }
        self._connect()
        self._lay_out()

    def forum_opened(self) -> None:
        """Forget the last forum's speakers: no name stays behind."""
        self.known = None
        self.queue.set_rows(())
        self.reason.hide()
        self.box.line.clear()
        self.queue.sectors = {sector.code: sector.name for sector in self.overview.pack.sectors}
        self.limit.forum_opened()
        self.reload()

    def reload(self) -> None:
        """Read the queue again."""
        self._rereading.again()

    def arrive(self) -> None:
        """Come with the cursor on the queue."""
        self._ticking.start()
        self.reload()
        self.queue.setFocus()

    def leave(self) -> None:
        """Stop the clock; what is half typed stays in the box."""
        self._ticking.stop()

    def retranslate(self) -> None:
        """Say figures again."""
        self.queue.viewport().update()
        self._show()

    def ask(self, offer: "Offer") -> None:
        """Put somebody at the end of the queue."""
        forum_id = self.page.forum_id
        self._act(
            lambda desk: services.speakers.ask_for_floor(
                desk,
                forum_id,
                attendee_id=offer.attendee_id,
                label=offer.label,
                sector=offer.sector,
            ),
            self.box.clear,
        )

    def give_next(self) -> None:
        """Give the floor to who has waited longest."""
        waiting = self.known.waiting if self.known else ()
        if not waiting:
            self.page.say("speakers.nobody_waits", "warn")
            return
        self._give(waiting[0].turn.id)

    def give_chosen(self) -> None:
        """Give the floor to the selected one, out of turn."""
        if (line := self.queue.turn_line()) is not None:
            self._give(line.turn.id)

    def end_turn(self) -> None:
        """Take the floor back."""
        speaking = self.known.speaking if self.known else None
        if speaking is None:
            self.page.say("speakers.nobody_speaks", "warn")
            return
        self._act(partial(services.speakers.end_turn, turn_id=speaking.turn.id))

    def ask_to_leave(self) -> None:
        """Ask why the selected one leaves the queue."""
        line = self.queue.turn_line()
        if line is None:
            return
        question = self.words("speakers.why_leave", label=line.turn.label)
        self.reason.ask(
            question, lambda reason: self._leave(line, reason), ready=self.words("speakers.left")
        )

    def _leave(self, line: "QueueLine", reason: str) -> None:
        self._act(partial(services.speakers.leave_queue, turn_id=line.turn.id, reason=reason))

    def _give(self, turn_id: "UUID") -> None:
        self._act(partial(services.speakers.give_floor, turn_id=turn_id))

    def _act(self, act: "Callable[[Desk], Any]", then: Callable[[], object] = lambda: None) -> None:
        self.page.act(act, lambda _: then(), Kind.MEETING)

    def _read(self) -> None:
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: services.speakers.read_queue(desk, forum_id),
            lambda queue: self._answered(forum_id, queue),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _answered(self, forum_id: "UUID", queue: "SpeakerQueue") -> None:
        if forum_id == self.page.forum_id:
            self.known = queue
            self.clock.set(queue.at)
            self.queue.show_queue(queue)
            self._show()
        self._rereading.ended()

    def _tick(self) -> None:
        self.floor.show_time()
        if self.known is not None and self.known.speaking is not None:
            self._show_shares(self.known)

    def _show(self) -> None:
        if self.known is None:
            return
        self._count.say(self.words("speakers.waiting", count=len(self.known.waiting)))
        self._show_floor()
        self._show_shares(self.known)

    def _show_floor(self) -> None:
        speaking = self.known.speaking if self.known else None
        self.floor.show_line(speaking, self.limit.seconds())

    def _show_shares(self, queue: "SpeakerQueue") -> None:
        sectors = self.queue.sectors
        shares = services.speakers.balance(queue.turns, self.clock.now(), sectors)
        self.shares.show_shares(shares, sectors)
        silent = [sectors.get(s.sector, "") for s in shares if not s.turns and not s.waiting]
        self._say_silent([sector for sector in silent if sector])

    def _connect(self) -> None:
        self.queue.given.connect(self.give_chosen)
        self.queue.typed.connect(self.box.begin)
        self.box.asked.connect(self.ask)
        self.box.left.connect(self.queue.setFocus)

    def _say_silent(self, sectors: list[str]) -> None:
        """Name the first of those who have not spoken; all of them are in the tooltip."""
        more = len(sectors) - _MOST_SILENT
        key = "speakers.silent_more" if more > 0 else "speakers.silent"
        shown = " · ".join(sectors[:_MOST_SILENT])
        self.silent.say(self.words(key, sectors=shown, more=more))
        self.silent.setToolTip(self.words("speakers.silent", sectors=" · ".join(sectors)))
        self.silent.setVisible(bool(sectors))

    def _lay_out(self) -> None:
        words = self.words
        named(words, "speakers.queue", self.queue)
        words.tell(self.queue.set_hint, "speakers.queue_empty")
        head = row(told(words, "speakers.queue", "lead"), None, self._count)
        how = told(words, "speakers.how", "small", wraps=True)
        left = column(self.box, head, self.queue, self.reason, how, gap=8)
        left.setStretch(2, 1)
        right = QFrame()
        right.setFixedWidth(_RIGHT_WIDTH)
        acts = row(
            self._button("speakers.act_next", "check", self.give_next, look="primary"),
            self._button("speakers.act_end", "x", self.end_turn),
            None,
            gap=8,
        )
        limit = field(words, "speakers.limit", self.limit)
        line = row(acts, limit)
        line.setAlignment(acts, Qt.AlignmentFlag.AlignBottom)
        shares = card(told(words, "speakers.balance", "lead"), self.silent, self.shares, gap=8)
        side = column(self.floor, line, shares, gap=10)
        side.setStretch(2, 1)
        right.setLayout(side)
        body = row(left, right)
        body.setStretch(0, 1)
        self.setLayout(body)

    def _button(
        self, key: str, symbol: str, act: Callable[[], object], look: Any = "plain"
    ) -> QPushButton:
        made = button(self.words, key, act, look=look, symbol=symbol)
        # The keys stay with the queue: a click must not take them away.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
