"""The pre-flight on the first page: asked by one key, looked over on the worker."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from forum_desktop import services
from forum_desktop.ui.forum.ready import Ready, seen_around
from forum_desktop.ui.forum.stand_in import StandIn

if TYPE_CHECKING:
    from forum_desktop.ui.forum.page import ForumPage


class ReadyPanel:
    """Stands at the right of the page, in place of what was there, until it is left."""

    def __init__(self, page: "ForumPage", right: QVBoxLayout) -> None:
        self._page = page
        self.view = Ready(page.words, self.look_over, self.leave)
        self._stand_in = StandIn(right, self.view)

    def look_over(self) -> None:
        """Look the laptop over, and the forum that is open."""
        page, around = self._page, seen_around()
        if not self.view.isVisible():
            self._stand_in.take_place()
        page.message.hide()
        self.view.begin()
        forum_id = page.overview.forum.id if page.overview is not None else None
        look_over = services.preflight.look_over
        page.look_up(
            lambda desk: look_over(desk, forum_id, around),
            self.view.show_found,
            refused=lambda _: self.leave(),
        )

    def leave(self) -> None:
        """Go back to what was there."""
        self._stand_in.give_back()
        self._page.arrive()
