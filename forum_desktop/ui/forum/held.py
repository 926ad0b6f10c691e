"""The forum that is open: where and when, its state, this station, the plan."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import ForumState
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told
from forum_desktop.ui.display import joined, said_date, said_time
from forum_desktop.ui.forum.plan import PlanView
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page

_NEXT_ACT = {
    ForumState.DRAFT: ("forum.open_doors", "open_forum"),
    ForumState.OPEN: ("forum.start_session", "start_session"),
    ForumState.IN_SESSION: ("forum.close", "close_forum"),
}


class HeldForum(QFrame):
    """Shows the overview and does the forum's own acts."""

    def __init__(self, page: "Page", look_over: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.ready_button = button(page.words, "preflight.open", look_over, symbol="list-checks")
        self._overview: ForumOverview | None = None
        words = page.words
        self._title, self._when = Text("title", wraps=True), Text("soft", wraps=True)
        self._purpose, self._state = Text("soft", wraps=True), Text("lead")
        self.station_name = QLineEdit()
        self.station_name.editingFinished.connect(self.keep_station_name)
        self.next_button = button(words, "forum.open_doors", self.do_next, look="primary")
        self.reason = AskLine(page, "forum.unsorted_reason", self.next_button.setFocus)
        self._plan = PlanView()
        self._lay_out()

    def show_overview(self, overview: "ForumOverview") -> None:
        """Show the forum."""
        self._overview = overview
        forum, language = overview.forum, self._page.words.language
        self._title.say(forum.title)
        starts = said_time(datetime.combine(forum.held_on, forum.starts_at))
        clock = self._page.words("forum.starts_at", time=starts)
        self._when.say(joined((said_date(forum.held_on, language), clock, forum.venue)))
        self._purpose.say(forum.purpose)
        if not self.station_name.hasFocus():
            self.station_name.setText(overview.station.name)
        self._show_state()
        self._plan.show_plan(overview, language)

    def do_next(self) -> None:
        """Take the forum to its next state."""
        assert self._overview is not None
        forum = self._overview.forum
        _, act = _NEXT_ACT[forum.state]
        self._move(lambda desk: getattr(services.forums, act)(desk, forum.id))

    def close_for(self, reason: str) -> None:
        """Close the meeting although opinions have no strategy yet."""
        assert self._overview is not None
        forum_id = self._overview.forum.id
        self._move(lambda desk: services.forums.close_forum(desk, forum_id, unsorted_reason=reason))

    def _move(self, job: "Callable[[Desk], Any]") -> None:
        self.next_button.setEnabled(False)
        self._page.act(
            job, lambda _: None, Kind.FORUM, refused=self._refused, failed=self._show_state
        )

    def _refused(self, refusal: Refusal) -> None:
        self._show_state()
        if refusal.key == "forum.unsorted_left":
            # The sentence at the head of the page becomes the question.
            self._page.message.hide()
            self.reason.ask(self._page.words.of(refusal), self.close_for)

    def keep_station_name(self) -> None:
        """Keep the station's name where it was changed."""
        overview, name = self._overview, self.station_name.text().strip()
        if overview is None or name == overview.station.name:
            return
        self._page.act(
            lambda desk: services.forums.rename_station(desk, overview.forum.id, name),
            lambda _: None,
            Kind.FORUM,
            refused=lambda _: self.station_name.setText(overview.station.name),
        )

    def _show_state(self) -> None:
        assert self._overview is not None
        state, words = self._overview.forum.state, self._page.words
        self._state.say(words(f"forum.state.{state}"))
        act = _NEXT_ACT.get(state)
        if state is not ForumState.IN_SESSION:
            self.reason.hide()
        self.next_button.setVisible(act is not None)
        self.next_button.setEnabled(True)
        if act is not None:
            self.next_button.setText(words(act[0]))
            self.next_button.setAccessibleName(words(act[0]))

    def _lay_out(self) -> None:
        words = self._page.words
        self.station_name.setMaxLength(300)
        head = column(self._title, self._when, self._purpose, gap=2)
        standing = column(told(words, "forum.state", "field"), self._state, gap=0)
        state = row(standing, self.next_button, None, gap=20)
        state.setAlignment(self.next_button, Qt.AlignmentFlag.AlignBottom)
        station = field(words, "forum.station_name", self.station_name)
        acts = row(state, station)
        acts.setStretch(0, 1)
        acts.setStretch(1, 1)
        rolling = named(words, "forum.plan", QScrollArea())
        rolling.setWidgetResizable(True)
        rolling.setWidget(_clear(self._plan))
        plan = card(told(words, "forum.plan", "lead"), rolling, widest=1)
        layout: QVBoxLayout = column(
            card(head, acts, row(self.ready_button, None), gap=10), self.reason, plan
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)


def _clear(widget: QWidget) -> QWidget:
    widget.setProperty("look", "clear")
    return widget
