"""The main window: sidebar, top line, pages, and the forum they show."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.background import Background, Ends
from forum_desktop.ui.controls import column, row
from forum_desktop.ui.display import load_word_list
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.help.turning import turn_help
from forum_desktop.ui.keys import CTRL, SHIFT, Keyboard, Shortcuts
from forum_desktop.ui.news import Kind, News
from forum_desktop.ui.overview_reading import OverviewReading
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.pages import PAGE_OF_ROLE, SIGNS, PageName, make_page
from forum_desktop.ui.sidebar import Sidebar
from forum_desktop.ui.topline import Topline
from forum_desktop.ui.unlocking.locking import Locking
from forum_desktop.ui.viewed import go_to_view
from forum_desktop.ui.words import Words
from forum_desktop.wording import Wording, next_language

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.forum import Forum
    from forum_desktop.records.meeting import Station
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.secret import Secret
    from forum_desktop.ui.backing_up import BackingUp
    from forum_desktop.ui.history.drawer import HistoryDrawer
    from forum_desktop.ui.palette.box import CommandBox

_SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """Holds the pages together; the pages know nothing of each other."""

    look_wanted = Signal(object)
    """A look is asked for: whoever opened the window starts it anew with it."""
    restore_wanted = Signal(object, object)
    """A copy and what opens it: whoever opened the window puts it back and starts anew."""
    recovery_wanted = Signal()
    visited = Signal()
    """A damaged file is to be saved by whoever opened the window."""

    def __init__(
        self, wording: Wording, background: Background, forums: "tuple[Forum, ...]"
    ) -> None:
        super().__init__()
        self.words = Words(wording)
        self.background = background
        self.news = News()
        self.overview: ForumOverview | None = None
        self.is_practice = False
        self._surroundings = Surroundings(self.words, background, self.news)
        self._pages: dict[PageName, Page] = {}
        self._stack = QStackedWidget()
        self.sidebar = Sidebar(self.words, self.visit, self.show_commands, self.change_language)
        self.topline = Topline(self.words)
        self.locking = Locking(
            self, self.words, background, self.change_language, lambda: self.current
        )
        self._reading = OverviewReading(background, self._take_figures, self._show_refusal)
        self._is_begun = False
        self._drawer: HistoryDrawer | None = None
        self._command_box: CommandBox | None = None
        self._backing_up: BackingUp | None = None
        self._lay_out()
        self._connect()
        self._forum_page = ForumPage(self._surroundings, forums)
        self._add(PageName.FORUM, self._forum_page)
        self._forum_page.chosen.connect(self.open_forum)
        self.visit(PageName.FORUM)

    def page(self, name: PageName) -> Page:
        """Return a page, made at its first visit."""
        if name not in self._pages:
            self._add(name, make_page(name, self._surroundings))
        return self._pages[name]

    @property
    def current(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def current_name(self) -> PageName:
        """The name of the page in front."""
        return next(name for name, page in self._pages.items() if page is self.current)

    def visit(self, name: PageName) -> None:
        """Bring a page to the front; where it needs a forum and none is open, say so."""
        if self.overview is None and next(s for s in SIGNS if s.name == name).needs_forum:
            self.sidebar.show_current(PageName.FORUM)
            self._forum_page.say("window.open_first", "warn")
            return
        if self._stack.count() and self._stack.currentWidget() is not self._pages.get(name):
            self.current.leave()
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self.sidebar.show_current(name)
        self._show_title()
        self.visited.emit()
        page.arrive()

    def open_forum(self, forum_id: "UUID") -> None:
        """Show a forum on every page."""
        self.background.run(
            lambda desk: services.forums.read_overview(desk, forum_id),
            Ends(done=self._take_overview, refused=self._show_refusal),
        )

    def lock_first(self, tell: "Callable[[Secret], object]", told: "Secret | None" = None) -> None:
        """Show nothing before the file is opened, see `Locking`."""
        self.locking.lock_first(tell, told, self._opened)

    @property
    def drawer(self) -> "HistoryDrawer":
        """Where histories are shown, made when there is one."""
        if self._drawer is None:
            from forum_desktop.ui.history.drawer import HistoryDrawer  # noqa: PLC0415 - loaded when needed

            self._drawer = HistoryDrawer(self, self._stack, self.words)
        return self._drawer

    def show_history(self) -> None:
        """Show what was done to the thing that is chosen."""
        self.drawer.open_for(self.current)

    @property
    def command_box(self) -> "CommandBox":
        """Where every act is found by its name, made when it is first asked for."""
        if self._command_box is None:
            from forum_desktop.ui.palette.opening import make_box  # noqa: PLC0415 - loaded when needed

            self._command_box = make_box(self)
        return self._command_box

    def show_commands(self) -> None:
        """Let every act be found by its name."""
        self.command_box.open_box()

    def change_language(self) -> None:
        """Show the other language, everywhere and at once."""
        self.retell(Wording(next_language(self.words.language)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the worker begin once the first page was painted."""
        super().paintEvent(event)
        if not self._is_begun:
            self._is_begun = True
            QTimer.singleShot(0, self._begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over half-typed words, finish the worker's jobs, then go."""
        for page in self._pages.values():
            page.leave()
        if self._backing_up is not None:
            self._backing_up.last()
        self.background.close()
        super().closeEvent(event)

    def keep_backups(self) -> None:
        """Let copies make themselves from now on."""
        from forum_desktop.ui.backing_up import BackingUp  # noqa: PLC0415 - after the first page

        self._backing_up = BackingUp(self)

    def begin_again(self) -> None:
        """Show what the folder holds now."""
        self._opened()

    def tell_crash(self, report: Path | None) -> None:
        """Say that something of ours failed, and where the report is."""
        self.current.say("window.crashed", "bad", path=report or "-")

    def _begin(self) -> None:
        Keyboard(self, self._shortcut_scopes)
        if not self.locking.is_down:
            self._begin_work()
        self.background.start()

    def _begin_work(self) -> None:
        self.background.run(load_word_list, Ends(done=lambda _: self.retell(self.words.wording)))
        self._forum_page.begin()
        self.locking.begin()

    def _opened(self) -> None:
        self.background.look_up(services.forums.list_forums, Ends(done=self._take_forums))

    def _take_forums(self, forums: "tuple[Forum, ...]") -> None:
        self._forum_page.show_forums(forums)
        self._begin_work()
        self.locking.go_on()

    def _shortcut_scopes(self) -> tuple[Shortcuts, ...]:
        if self.locking.is_down:
            return ()
        if self._drawer is not None and self._drawer.isVisible():
            return (self._drawer.shortcuts, self._shortcuts)
        if self._command_box is not None and self._command_box.isVisible():
            return (self._command_box.shortcuts,)
        # A page's own keys come first: Ctrl+1 to 6 are views where a page has views.
        return (self.current.shortcuts, self._shortcuts)

    def _add(self, name: PageName, page: Page) -> Page:
        self._pages[name] = page
        self._stack.addWidget(page)
        page.refusal_met.connect(self.topline.show_refused)
        page.restore_wanted.connect(self.restore_wanted)
        page.recovery_wanted.connect(self.recovery_wanted)
        page.language_wanted.connect(self.change_language)
        page.place_wanted.connect(partial(go_to_view, self, PageName.EXCHANGE))
        if self.overview is not None:
            page.take_overview(self.overview)
        return page

    def _take_overview(self, overview: "ForumOverview") -> None:
        is_another = self.overview is None or self.overview.forum.id != overview.forum.id
        self.overview = overview
        self.topline.show_overview(overview)
        for page in self._pages.values():
            page.take_overview(overview)
        if is_another and self.current is self._forum_page:
            self._open_with(overview.station)

    def _open_with(self, station: "Station") -> None:
        """Go where a laptop of this role works."""
        name = PAGE_OF_ROLE.get(station.role)
        if name is not None:
            self.visit(name)
            self.current.say("window.role", "good", letter=station.letter, name=station.name)

    def _hear(self, kinds: frozenset[Kind]) -> None:
        if Kind.PROTECTION in kinds:
            self.locking.read_again()
        # What the hall is to see changes no figure.
        is_told = bool(kinds) and kinds <= {Kind.HALL, Kind.PROTECTION}
        if self.overview is not None and not is_told:
            self._reading.read(self.overview.forum.id)

    def _take_figures(self, overview: "ForumOverview") -> None:
        if self.overview is None or overview.forum.id == self.overview.forum.id:
            self._take_overview(overview)

    def _show_refusal(self, refusal: Refusal) -> None:
        self.current.show_refusal(refusal)

    def retell(self, wording: Wording) -> None:
        """Say everything with other sentences."""
        self.words.change(wording)
        self.topline.retranslate()
        self._show_title()
        for page in self._pages.values():
            page.retranslate()
        self.locking.retranslate()

    def _show_title(self) -> None:
        self.topline.show_page(self.words(f"page.{self.current_name}"))

    def _connect(self) -> None:
        self._shortcuts: Shortcuts = {}
        for number, sign in enumerate(SIGNS):
            go = _visitor(self, sign.name)
            self._shortcuts[sign.modifiers, sign.key] = go
            self._shortcuts[CTRL, Qt.Key.Key_1 + number] = go
        self._shortcuts[CTRL | SHIFT, Qt.Key.Key_L] = self.locking.lock
        self._shortcuts[CTRL, Qt.Key.Key_H] = self.show_history
        self._shortcuts[CTRL, Qt.Key.Key_K] = self.show_commands
        self._shortcuts[CTRL, Qt.Key.Key_F1] = lambda: turn_help(self)
        self.news.changed.connect(self._hear)
        self.background.crashed.connect(self.tell_crash)
        self.background.refused.connect(self._show_refusal)
        self.background.saving.connect(self.topline.show_saving)

    def _lay_out(self) -> None:
        self.words.tell(self.setWindowTitle, "app.name")
        self.setMinimumSize(*_SMALLEST)
        self.resize(1366, 768)
        body = QWidget()
        body.setProperty("look", "canvas")
        body.setLayout(row(self.sidebar, column(self.topline, self._stack, gap=0), gap=0))
        self.setCentralWidget(body)


def _visitor(window: MainWindow, name: PageName) -> Callable[[], None]:
    return lambda: window.visit(name)
