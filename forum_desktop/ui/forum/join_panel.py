"""Joining on the first page: packs are found on sticks by themselves, or chosen in a dialog."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from forum_desktop import services
from forum_desktop.ui.forum.joining import Joined, Joining
from forum_desktop.ui.forum.stand_in import StandIn
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.exchange import PackPlan
    from forum_desktop.records.meeting import Station
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.forum.page import ForumPage

_ENDING = "*.forumpack"


class JoinPanel:
    """Stands at the right of the page, in place of what was there, until it is left."""

    def __init__(self, page: "ForumPage", right: QVBoxLayout) -> None:
        self._page = page
        self.view = Joining(page.words, self._join, self.choose_file, self.leave)
        self._stand_in = StandIn(right, self.view)

    def begin(self) -> None:
        """Ask about the packs on the sticks that are plugged in, or for a file."""
        if self.view.isVisible() and not self.view.isEnabled():
            return  # it is joining
        self._page.message.hide()
        self._page.look_up(services.exchange.find_venue_packs, self._found)

    def choose_file(self) -> None:
        """Ask which file, then about the pack in it."""
        title, kind = self._page.words("join.choose_file"), self._page.words("join.files")
        path, _ = QFileDialog.getOpenFileName(self._page, title, "", f"{kind} ({_ENDING})")
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Ask about the pack in a file."""
        self._page.look_up(
            lambda _: services.exchange.read_pack_plan(path), lambda pack: self._show((pack,))
        )

    def leave(self) -> None:
        """Go back to what was there."""
        self._stand_in.give_back()
        self._page.arrive()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.view.retranslate()

    def _found(self, packs: "tuple[PackPlan, ...]") -> None:
        if packs:
            self._show(packs)
        else:
            self.choose_file()

    def _show(self, packs: "tuple[PackPlan, ...]") -> None:
        self._page.message.hide()
        self._stand_in.take_place()
        self.view.begin(packs)

    def _join(self, joined: Joined) -> None:
        path, name, code = joined.pack.path, joined.name, joined.code

        def job(desk: "Desk") -> "Station":
            return services.exchange.join_forum(desk, path, name, code=code)

        self._page.act(
            job,
            self._done,
            Kind.FORUM,
            refused=lambda _: self.view.ended(),
            failed=self.view.ended,
        )

    def _done(self, station: "Station") -> None:
        self.view.setEnabled(True)
        self._stand_in.give_back()
        self._page.say("join.joined", "good", letter=station.letter, name=station.name)
        self._page.look_up(
            services.forums.list_forums, lambda forums: self._open(forums, station.forum_id)
        )

    def _open(self, forums: object, forum_id: "UUID") -> None:
        self._page.show_forums(forums)  # type: ignore[arg-type]
        self._page.chosen.emit(forum_id)
