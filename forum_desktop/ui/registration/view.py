"""What all views of the registration page share."""

from typing import TYPE_CHECKING

from forum_desktop.ui import viewed

if TYPE_CHECKING:
    from forum_desktop.ui.registration.page import RegistrationPage


class View(viewed.View):
    """One way to look at those who come, in the session that the page has chosen."""

    page: "RegistrationPage"

    def session_changed(self) -> None:
        """Show the session that was chosen (`page.session`)."""
