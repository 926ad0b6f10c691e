"""The agenda as the meeting runs: items, notes in the middle, at the right the course."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop import services
from forum_desktop.records.forum import ForumState
from forum_desktop.ui.controls import Text, button, card, column, named, restyle, row, told
from forum_desktop.ui.keys import ALT, CTRL
from forum_desktop.ui.meeting.agenda.course import CourseList
from forum_desktop.ui.meeting.agenda.editor import ItemEditor
from forum_desktop.ui.meeting.agenda.handing import Handing
from forum_desktop.ui.meeting.agenda.items import AgendaList
from forum_desktop.ui.meeting.running_clock import RunningClock
from forum_desktop.ui.minutes.snippets import SnippetPicker, built_in
from forum_desktop.ui.news import Kind
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.meeting import AgendaItem, CourseEvent, MeetingClock
    from forum_desktop.services.desk import Desk

_LEFT_WIDTH, _RIGHT_WIDTH = 340, 290
_ROOM_FOR_BOTH = 760
"""Pixels of height from which the notes stay in sight under a handover."""
_SECOND = 1000
_LOOK_EVERY = 20
"""Seconds after which the file is looked at again: lateness grows by itself."""


class AgendaView(View):
    """The cursor stays on the items, where single keys run the meeting."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.clock = RunningClock()
        self.known: MeetingClock | None = None
        self._follows = True
        acts = {
            Qt.Key.Key_Space: self.take_next,
            Qt.Key.Key_E: self.end_item,
            Qt.Key.Key_B: self.turn_break,
            Qt.Key.Key_D: self.begin_handing,
            Qt.Key.Key_Delete: self.put_back,
        }
        self.items = AgendaList(self.words, {int(key): act for key, act in acts.items()})
        self.editor = ItemEditor(page, self.clock, self.items.setFocus)
        self.handing = Handing(page, self._end_handing)
        self.course = CourseList(self.words)
        self.snippets = SnippetPicker(self.words, page)
        self._late, self._break = Text("lead"), Text("lead")
        self._rereading = Rereading(self._read)
        self._seconds = 0
        self._ticking = QTimer(self)
        self._ticking.setInterval(_SECOND)
        self._ticking.timeout.connect(self._tick)
        self.shortcuts = {
            (ALT, Qt.Key.Key_N): self.take_next,
            (ALT, Qt.Key.Key_E): self.end_item,
            (ALT, Qt.Key.Key_B): self.turn_break,
            (ALT, Qt.Key.Key_D): self.begin_handing,
            (CTRL, Qt.Key.Key_J): self.open_snippets,
        }
        self._connect()
        self._lay_out()

    def forum_opened(self) -> None:
        """Forget the last forum's meeting, and bring back what was typed and never kept."""
        self.editor.forget()
        self.known, self._follows = None, True
        self.items.set_rows(())
        self.course.set_rows(())
        self.handing.hide()
        self.editor.show()
        own = self.overview.pack.documents.snippets
        self.snippets.offer((*own, *built_in(self.words)))
        self.reload()
        self.editor.drafts.move_to(f"{self.page.forum_id}/agenda", self._restore)

    def overview_changed(self) -> None:
        """Certified minutes can no longer be changed."""
        is_locked = self.overview.forum.state is ForumState.CERTIFIED
        self.editor.lock(is_locked=is_locked)
        self.handing.form.lock(is_locked=is_locked)

    def reload(self) -> None:
        """Look at the clock, the course and who presides again."""
        self._rereading.again()
        self.handing.form.reload()

    def arrive(self) -> None:
        """Come with the cursor on the items."""
        self._ticking.start()
        self.reload()
        self.items.setFocus()

    def leave(self) -> None:
        """Keep what is typed."""
        self._ticking.stop()
        self.editor.drafts.keep_now()
        self.editor.save()

    def retranslate(self) -> None:
        """Say times and happenings again."""
        self.items.viewport().update()
        self.course.viewport().update()
        if self.page.overview is not None:
            self.handing.form.reload()
            self.editor.show_item(self.items.item())
        self._show_state()

    def take_up(self) -> None:
        """Take up the selected item."""
        if (item := self.items.item()) is not None:
            self._take(item.id)

    def take_next(self) -> None:
        """Take up the item after the one in hand."""
        item = self._next()
        if item is None:
            self.page.say("agenda.was_last", "warn")
            return
        self._take(item.id)

    def end_item(self) -> None:
        """End the item in hand."""
        now = self.known.now if self.known else None
        if now is None:
            self.page.say("agenda.nothing_in_hand", "warn")
            return
        self._act(partial(services.agenda.end_item, item_id=now.id))

    def put_back(self) -> None:
        """Forget the times of the selected item: it was taken up by mistake."""
        item = self.items.item()
        if item is not None and item.begun_at is not None:
            self._act(partial(services.agenda.put_back, item_id=item.id))

    def turn_break(self) -> None:
        """Begin a break, or end it."""
        is_open = self.known is not None and self.known.on_break_since is not None
        act = services.agenda.end_break if is_open else services.agenda.begin_break
        self._act(partial(act, forum_id=self.page.forum_id))

    def begin_handing(self) -> None:
        """Ask who hands what to whom."""
        if self.overview.forum.state is ForumState.CERTIFIED:
            self.page.say("minutes.is_certified", "warn")
            return
        # On a small screen both would leave the notes a line; they come back as they were.
        self.editor.setVisible(self.height() >= _ROOM_FOR_BOTH)
        self.handing.begin(self.clock.now())

    def open_snippets(self) -> None:
        """Offer phrases for the box that was typed in last."""
        box = self.editor.typed_last
        if not box.isReadOnly():
            place = box.mapTo(self.page, QPoint(0, min(40, box.height())))
            self.snippets.open_at(place, box)

    def _end_handing(self) -> None:
        self.editor.show()
        self.items.setFocus()

    def _plan(self, item_id: "UUID", minutes: int | None) -> None:
        self._act(partial(services.agenda.plan_minutes, item_id=item_id, minutes=minutes))

    def _take(self, item_id: "UUID") -> None:
        self.editor.save()
        self._follows = True
        self._act(partial(services.agenda.take_up, item_id=item_id))

    def _act(self, act: "Callable[[Desk], Any]") -> None:
        self.page.act(act, lambda _: None, Kind.MEETING, Kind.MINUTES)

    def _next(self) -> "AgendaItem | None":
        if self.known is None:
            return None
        items = [line.item for line in self.known.lines]
        in_hand = self.known.now
        number = (
            in_hand.number if in_hand else max((i.number for i in items if i.ended_at), default=0)
        )
        return next((item for item in items if item.number > number), None)

    def _read(self) -> None:
        forum_id = self.page.forum_id

        def read(desk: "Desk") -> Any:
            clock = services.agenda.read_clock(desk, forum_id)
            return forum_id, clock, services.agenda.read_course(desk, forum_id)

        self.page.look_up(
            read,
            lambda answer: self._answered(*answer),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _answered(
        self, forum_id: "UUID", clock: "MeetingClock", course: "tuple[CourseEvent, ...]"
    ) -> None:
        if forum_id == self.page.forum_id:
            self.known = clock
            self.clock.set(clock.at)
            self.items.show_lines(clock.lines)
            if self._follows and clock.now is not None:
                self.items.choose_item(clock.now.id)
                self._follows = False
            self.course.show_course(course)
            self.editor.show_item(self.items.item())
            self._show_state()
        self._rereading.ended()

    def _restore(self, kept: dict[str, str]) -> None:
        lines = self.known.lines if self.known else ()
        if self.editor.restore(kept, tuple(line.item for line in lines)):
            self.items.choose_item(next(i.item.id for i in lines if str(i.item.id) == kept["item"]))
            self.page.say("drafts.restored", "good")

    def _tick(self) -> None:
        self._seconds += 1
        self.editor.show_time()
        self._show_state()
        if self._seconds % _LOOK_EVERY == 0:
            self._rereading.again()

    def _show_state(self) -> None:
        clock = self.known
        if clock is None:
            return
        pause = clock.on_break_since
        self._break.setVisible(pause is not None)
        if pause is not None:
            minutes = self.clock.seconds_since(pause) // 60
            self._break.say(self.words("agenda.on_break", minutes=minutes))
        key = "late" if clock.late else "in_time" if clock.now else "waiting"
        self._late.say(self.words(f"agenda.{key}", minutes=clock.late))
        restyle(self._late, tone={"late": "warn", "in_time": "good"}.get(key, ""))
        break_key = "agenda.act_go_on" if pause else "agenda.act_break"
        self.break_button.setText(f" {self.words(break_key)}")
        self.break_button.setAccessibleName(self.words(break_key))

    def _connect(self) -> None:
        self.items.taken.connect(self.take_up)
        self.items.planned.connect(self._plan)
        self.items.selectionModel().currentChanged.connect(
            lambda *_: self.editor.show_item(self.items.item())
        )

    def _lay_out(self) -> None:
        words = self.words
        named(words, "agenda.items", self.items)
        words.tell(self.items.set_hint, "agenda.none")
        words.tell(self.course.set_hint, "agenda.course_none")
        named(words, "agenda.course", self.course)
        self.break_button = self._button("agenda.act_break", "clock-alert", self.turn_break)
        acts = (
            self._button("agenda.act_next", "check", self.take_next, primary=True),
            self._button("agenda.act_end", "x", self.end_item),
            self.break_button,
            self._button("agenda.act_hand", "arrow-left-right", self.begin_handing),
        )
        head = row(self._late, self._break, None, *acts, gap=8)
        left, right = QFrame(), QFrame()
        left.setFixedWidth(_LEFT_WIDTH)
        left.setLayout(column(self.items, told(words, "agenda.how", "small", wraps=True), gap=6))
        right.setFixedWidth(_RIGHT_WIDTH)
        right.setLayout(column(card(told(words, "agenda.course", "lead"), self.course, gap=6)))
        middle = column(self.handing, self.editor, gap=8)
        middle.setStretch(1, 1)
        middle.addStretch()
        body = row(left, middle, right)
        body.setStretch(1, 1)
        whole = column(head, body, gap=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _button(
        self, key: str, symbol: str, act: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        look: Any = "primary" if primary else "plain"
        made = button(self.words, key, act, look=look, symbol=symbol)
        # The keys stay with the items: a click must not take them away.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
