"""The first page: the forums of this laptop, a new one, and the plan of the one that is open."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import button, card, column, named, row, told
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.forum.new_forum import NewForum
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.practice.starting import start_practice

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.forum.guide_panel import GuidePanel
    from forum_desktop.ui.forum.held import HeldForum
    from forum_desktop.ui.forum.join_panel import JoinPanel
    from forum_desktop.ui.forum.ready_panel import ReadyPanel
    from forum_desktop.ui.forum.welcome import Welcome
    from forum_desktop.ui.record_list import Line, RecordList

_SIDE_WIDTH = 350


class ForumPage(Page):
    """Made without the database: it gets its first forums as records."""

    chosen = Signal(object)
    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.FORUM})

    def __init__(self, surroundings: Surroundings, forums: "tuple[Forum, ...]") -> None:
        super().__init__(surroundings)
        self.new_forum = NewForum(self.words, self.create_forum)
        self._known: tuple[Forum, ...] = ()
        self._list: RecordList | None = None
        self._held: HeldForum | None = None
        self._welcome: Welcome | None = None
        self._joining: JoinPanel | None = None
        self._ready: ReadyPanel | None = None
        self._guide: GuidePanel | None = None
        self._right = QVBoxLayout()
        self._lay_out()
        self.show_forums(forums)
        self.shortcuts = {
            (CTRL, Qt.Key.Key_N): self.new_forum.begin,
            (CTRL, Qt.Key.Key_J): self.join,
            (CTRL, Qt.Key.Key_R): self.look_over,
        }

    def begin(self) -> None:
        """Ask the worker for the packs; open the forum where there is only one."""
        self.look_up(lambda _: services.packs.list_packs(), self.new_forum.show_packs)
        if len(self._known) == 1:
            self.open_chosen()

    def open_chosen(self) -> None:
        """Open the forum that is selected in the list."""
        forum = self.forums.chosen() if self._known else None
        if forum is not None:
            self.chosen.emit(forum.id)

    def create_forum(self, pack: "EventPack | str") -> None:
        """Create a forum from a pack, or from the pack in a file, and open it."""

        def job(desk: "services.desk.Desk") -> "Forum":
            found = services.packs.find_pack(pack) if isinstance(pack, str) else pack
            return services.forums.create_forum(desk, found)

        self.new_forum.setEnabled(False)
        self.act(
            job,
            self._created,
            Kind.FORUM,
            refused=lambda _: self.new_forum.setEnabled(True),
            failed=lambda: self.new_forum.setEnabled(True),
        )

    def join(self) -> None:
        """Open a venue pack, to become one of a forum's laptops."""
        self.joining.begin()

    def look_over(self) -> None:
        """Look whether this laptop is ready for the hall."""
        self.ready.look_over()

    def begin_guide(self) -> None:
        """Ask what a new laptop has to know."""
        if self._guide is None:
            from forum_desktop.ui.forum.guide_panel import GuidePanel  # noqa: PLC0415 - when needed

            self._guide = GuidePanel(self, self._right)
        self._guide.begin()

    def reload(self) -> None:
        """Read the list of forums again."""
        self.look_up(services.forums.list_forums, self.show_forums)

    def overview_changed(self) -> None:
        """Show the open forum at the right."""
        assert self.overview is not None
        self.held.show_overview(self.overview)
        if self._welcome is not None:
            self._welcome.hide()
        self._mark_open()

    @property
    def forums(self) -> "RecordList":
        """The list of forums, made when there is a first one."""
        if self._list is None:
            from forum_desktop.ui.record_list import RecordList  # noqa: PLC0415 - loaded when needed

            self._list = RecordList(self._line)
            self._list.clicked.connect(lambda _: self.open_chosen())
            self._list.activated.connect(lambda _: self.open_chosen())
            named(self.words, "forum.list", self._list)
            existing = card(told(self.words, "forum.list", "lead"), self._list)
            self._side.insertWidget(0, existing, 10)
        return self._list

    @property
    def held(self) -> "HeldForum":
        """The open forum's side, made when the first forum is opened."""
        if self._held is None:
            from forum_desktop.ui.forum.held import HeldForum  # noqa: PLC0415 - loaded when needed

            self._held = HeldForum(self, self.look_over)
            self._right.addWidget(self._held)
        return self._held

    @property
    def joining(self) -> "JoinPanel":
        """What opens venue packs, made when it is asked for."""
        if self._joining is None:
            from forum_desktop.ui.forum.join_panel import JoinPanel  # noqa: PLC0415 - loaded when needed

            self._joining = JoinPanel(self, self._right)
        return self._joining

    @property
    def ready(self) -> "ReadyPanel":
        """What looks the laptop over, made when it is asked for."""
        if self._ready is None:
            from forum_desktop.ui.forum.ready_panel import ReadyPanel  # noqa: PLC0415 - when needed

            self._ready = ReadyPanel(self, self._right)
        return self._ready

    def retranslate(self) -> None:
        """Say dates, states and level names again."""
        if self._list is not None:
            self._list.viewport().update()
        self.new_forum.retranslate()
        if self._joining is not None:
            self._joining.retranslate()
        if self._ready is not None:
            self._ready.view.retranslate()
        if self.overview is not None:
            self.held.show_overview(self.overview)

    def arrive(self) -> None:
        """Put the cursor on the list, where the first forum is made, or back into the guide."""
        target: QWidget = self.forums if self._known else self.new_forum
        if self._guide is not None and self._guide.view.isVisible():
            target = self._guide.view
        target.setFocus()

    def leave(self) -> None:
        """Keep a station's name that is being typed."""
        if self._held is not None:
            self._held.keep_station_name()

    def _created(self, forum: "Forum") -> None:
        self.new_forum.setEnabled(True)
        self.show_forums((forum, *self._known))
        self.say("forum.created", "good", title=forum.title)
        self.chosen.emit(forum.id)
        self.look_up(
            lambda desk: services.assignments.left_open(desk, forum.id), self._tell_left_open
        )

    def _tell_left_open(self, left: "tuple[Forum, int] | None") -> None:
        """Say what the last forum left open: it is taken over where it is followed up."""
        if left is not None:
            forum, count = left
            self.say("forum.left_open", "good", title=forum.title, count=count)

    def show_forums(self, forums: "tuple[Forum, ...]") -> None:
        """Show the forums of this laptop."""
        self._known = forums
        # The list needs the room, and who has a forum knows what a pack is.
        self._join_how.setHidden(bool(forums))
        if forums:
            if self._welcome is not None:
                self._welcome.hide()
            self.forums.set_rows(forums)
            self.forums.choose(0)
            self._mark_open()
        elif self._welcome is None:
            from forum_desktop.ui.forum.welcome import Welcome  # noqa: PLC0415 - loaded when needed

            self._welcome = Welcome(self.words, self.begin_guide, self.look_over)
            self._right.addWidget(self._welcome)

    def _mark_open(self) -> None:
        if self.overview is None:
            return
        for at, forum in enumerate(self._known):
            if forum.id == self.overview.forum.id:
                self.forums.choose(at)

    def _line(self, forum: "Forum") -> "Line":
        from forum_desktop.ui.record_list import Line  # noqa: PLC0415 - loaded when needed

        state = self.words(f"forum.state.{forum.state}")
        day = said_date(forum.held_on, self.words.language)
        return Line(text=forum.meeting_name or forum.title, under=joined((day, state)))

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        self.join_button = button(self.words, "join.open", self.join, symbol="log-in")
        self._join_how = told(self.words, "join.how", "small", wraps=True)
        joining = card(
            told(self.words, "join.title", "lead"), self._join_how, self.join_button, gap=8
        )
        self.words.tell(self.join_button.setToolTip, "join.how")
        self.practice_button = button(
            self.words, "practice.open", lambda: start_practice(self), symbol="hand"
        )
        self._side = column(self.new_forum, joining, self.practice_button, None)
        side.setLayout(self._side)
        body = row(side, self._right)
        body.setStretch(1, 1)
        frame: QVBoxLayout = column(body)
        self.lay_out(frame)
