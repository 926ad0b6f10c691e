"""The guide on the first page: what each of its answers begins."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from forum_desktop.ui.forum.guide import Choice, Guide, Step
from forum_desktop.ui.forum.stand_in import StandIn
from forum_desktop.wording import LanguageCode

if TYPE_CHECKING:
    from forum_desktop.ui.forum.page import ForumPage


class GuidePanel:
    """Stands at the right of the page, in place of what was there, until it is left."""

    def __init__(self, page: "ForumPage", right: QVBoxLayout) -> None:
        self._page = page
        self._joins = False
        self.view = Guide(page.words, self._steps(), self.leave)
        self._stand_in = StandIn(right, self.view)

    def begin(self) -> None:
        """Ask the first question."""
        if not self.view.isVisible():
            self._stand_in.take_place()
        self.view.begin()

    def leave(self) -> None:
        """Go back to what was there."""
        self._stand_in.give_back()
        self._page.arrive()

    def _steps(self) -> tuple[Step, ...]:
        go_to = self._page.place_wanted.emit
        return (
            Step(
                "language", (Choice("th", self._speaker("th")), Choice("en", self._speaker("en")))
            ),
            Step("role", (Choice("lead", self._lead), Choice("join", self._join))),
            Step("passphrase", (Choice("now", lambda: go_to("protection")), Choice("later", _no))),
            Step("backup", (Choice("now", lambda: go_to("laptop")), Choice("later", self._end))),
        )

    def _speaker(self, language: LanguageCode) -> Callable[[], object]:
        def speak() -> None:
            if self._page.words.language != language:
                self._page.language_wanted.emit()

        return speak

    def _lead(self) -> None:
        self._joins = False

    def _join(self) -> None:
        self._joins = True

    def _end(self) -> None:
        """Begin what this laptop is here for."""
        if self._joins:
            self._page.join()
        else:
            self._page.new_forum.begin()


def _no() -> None:
    """Do nothing now."""
