"""Setting a half-typed text aside for another speaker, and taking it up again."""

from functools import partial
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.drafts import packed
from forum_desktop.ui.opinions.parked import ParkedList, ParkedText, next_place, read_parked
from forum_desktop.ui.opinions.saying import fields_of

if TYPE_CHECKING:
    from forum_desktop.ui.opinions.page import OpinionsPage


class Parking:
    """The texts set aside in this forum, newest first; each is a draft below the forum's."""

    def __init__(self, page: "OpinionsPage") -> None:
        self._page = page
        self.texts: tuple[ParkedText, ...] = ()
        self.list = ParkedList(page.words, page, self.resume)

    def forum_opened(self) -> None:
        """Read what was set aside in a forum before."""
        self._show(())
        self._page.look_up(partial(read_parked, folder=self._folder()), self._show)

    def park_or_open(self) -> None:
        """Set aside what is typed; where nothing is, open the list of what was."""
        if not self._page.capture.said().is_empty:
            self.park()
        elif self.texts:
            self.list.open_below(self._page.capture.text, self.texts)

    def park(self) -> None:
        """Set aside what is typed, in one moment with emptying its own draft."""
        said = self._page.capture.said()
        parked = ParkedText(next_place(self._folder(), self.texts), said)
        self._page.capture.begin_next()
        texts = {parked.place: packed(fields_of(said)), self._page.drafts.let_go(): ""}
        self._page.background.save(lambda desk: services.drafts.move_drafts(desk, texts))
        self._show((parked, *self.texts))

    def resume(self, parked: ParkedText) -> None:
        """Take a text up again; what is typed meanwhile is set aside."""
        if not self._page.capture.said().is_empty:
            self.park()
        self._page.capture.put(parked.said)
        texts = {self._page.drafts.let_go(): packed(fields_of(parked.said)), parked.place: ""}
        self._page.background.save(lambda desk: services.drafts.move_drafts(desk, texts))
        self._show(tuple(text for text in self.texts if text.place != parked.place))

    def _folder(self) -> str:
        return f"{self._page.forum_id}/opinion/"

    def _show(self, texts: tuple[ParkedText, ...]) -> None:
        self.texts = texts
        self._page.show_waiting()
