"""What all views of the registration page share."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop.ui.keys import Shortcuts

if TYPE_CHECKING:
    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.registration.page import RegistrationPage


class View(QFrame):
    """One way to look at those who come. It asks, acts and speaks through its page."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.shortcuts: Shortcuts = {}

    @property
    def overview(self) -> "ForumOverview":
        """The forum on the page; only asked where one is open."""
        assert self.page.overview is not None
        return self.page.overview

    def forum_opened(self) -> None:
        """Begin with another forum: forget the last one's people."""

    def overview_changed(self) -> None:
        """Show the newest figures."""

    def session_changed(self) -> None:
        """Show the session that was chosen (`page.session`)."""

    def reload(self) -> None:
        """Read again what the view shows."""

    def arrive(self) -> None:
        """Come to the front: put the cursor where work begins."""

    def leave(self) -> None:
        """Go out of sight: hand over what is half typed."""

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""
