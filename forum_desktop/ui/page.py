"""What all pages share: the sentence bar, the forum they show, jobs and news."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from forum_desktop.errors import Refusal
from forum_desktop.ui.background import Background, Ends
from forum_desktop.ui.keys import Shortcuts
from forum_desktop.ui.message_bar import MessageBar, Tone
from forum_desktop.ui.news import Kind, News
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.services.desk import Desk


class Surroundings(NamedTuple):
    """What the window gives to every page."""

    words: Words
    background: Background
    news: News


class Page(QWidget):
    """One page. It reads again what it shows when the news tell of it."""

    shows: ClassVar[frozenset[Kind]] = frozenset()
    restore_wanted = Signal(object, object)
    """A copy (its path) is to be put in place of the file, opened by a secret or None."""
    recovery_wanted = Signal()
    """What can be saved of a damaged file is to be saved."""
    refusal_met = Signal()
    language_wanted = Signal()
    """The other language is to be shown."""
    place_wanted = Signal(str)
    """A view of the exchange page is to be brought to the front, by its name."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.words = surroundings.words
        self.background = surroundings.background
        self.news = surroundings.news
        self.overview: ForumOverview | None = None
        self.shortcuts: Shortcuts = {}
        self.message = MessageBar(self.words)
        self.news.changed.connect(self._hear)

    @property
    def forum_id(self) -> "UUID":
        """The forum on the page; only asked where one is open."""
        assert self.overview is not None
        return self.overview.forum.id

    def lay_out(self, body: QWidget | QLayout) -> None:
        """Put the body under the sentence bar."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TOKENS.margin, 10, TOKENS.margin, 14)
        layout.setSpacing(10)
        layout.addWidget(self.message)
        if isinstance(body, QLayout):
            layout.addLayout(body, 1)
        else:
            layout.addWidget(body, 1)

    def take_overview(self, overview: "ForumOverview") -> None:
        """Show a forum, or the newest figures of the one shown."""
        is_other = self.overview is None or self.overview.forum.id != overview.forum.id
        self.overview = overview
        if is_other:
            self.forum_opened()
        self.overview_changed()

    def forum_opened(self) -> None:
        """Begin with another forum."""

    def overview_changed(self) -> None:
        """Show the newest figures."""

    def reload(self) -> None:
        """Read again what the page shows."""

    def arrive(self) -> None:
        """Come to the front: put the cursor where work begins."""

    def leave(self) -> None:
        """Go out of sight: hand over what is half typed."""

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""

    def look_up(
        self, job: "Callable[[Desk], Any]", done: Callable[[Any], object], **others: Any
    ) -> None:
        """Read on the worker; `done` gets the result here."""
        self.background.look_up(job, self._ends(Ends(done=done, **others), self.tell_refusal))

    def act(
        self,
        job: "Callable[[Desk], Any]",
        done: Callable[[Any], object],
        *kinds: Kind,
        **others: Any,
    ) -> None:
        """Do an act on the worker; when it is kept, `done` runs and the news tell `kinds`."""

        def kept(result: object) -> None:
            self.message.hide()
            done(result)
            self.news.announce(*kinds)

        self.background.save(job, self._ends(Ends(done=kept, **others), self.show_refusal))

    def say(self, key: str, tone: Tone = "bad", **details: object) -> None:
        """Show a sentence of the catalogue at the head of the page."""
        self.message.say(self.words(key, **details), tone)

    def show_refusal(self, refusal: Refusal) -> None:
        """Show why the world said no, and that what was entered is not saved."""
        self.tell_refusal(refusal)
        self.refusal_met.emit()

    def tell_refusal(self, refusal: Refusal) -> None:
        """Show why the world said no to a look: nothing was to be saved."""
        self.message.say(self.words.of(refusal), "bad")

    def _ends(self, ends: Ends, show: Callable[[Refusal], object]) -> Ends:
        own = ends.refused

        def refused(refusal: Refusal) -> None:
            show(refusal)
            if own is not None:
                own(refusal)

        return ends._replace(refused=refused)

    def _hear(self, kinds: frozenset[Kind]) -> None:
        if self.overview is not None and kinds & self.shows:
            self.reload()
