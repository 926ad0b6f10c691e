"""The pages, each made when first visited so that the window opens at once."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

from forum_desktop.ui.page import Page, Surroundings


class PageName(StrEnum):
    """A page of the window, in the order of the day."""

    FORUM = "forum"
    REGISTRATION = "registration"
    OPINIONS = "opinions"
    COMPLAINTS = "complaints"
    MINUTES = "minutes"
    EXCHANGE = "exchange"
    MEETING = "meeting"


class PageSign(NamedTuple):
    """How a page appears in the sidebar."""

    name: PageName
    symbol: str
    key: Qt.Key
    needs_forum: bool = True
    with_ctrl: bool = False

    @property
    def wording_key(self) -> str:
        """The key of the page's name in the catalogue."""
        return f"page.{self.name}"


SIGNS = (
    PageSign(PageName.FORUM, "landmark", Qt.Key.Key_F1, needs_forum=False),
    PageSign(PageName.REGISTRATION, "user-check", Qt.Key.Key_F2),
    PageSign(PageName.OPINIONS, "message-square-text", Qt.Key.Key_F3),
    PageSign(PageName.COMPLAINTS, "megaphone", Qt.Key.Key_F4),
    PageSign(PageName.MINUTES, "file-text", Qt.Key.Key_F5),
    PageSign(PageName.EXCHANGE, "hard-drive", Qt.Key.Key_F6, needs_forum=False),
    PageSign(PageName.MEETING, "clock-alert", Qt.Key.Key_M, with_ctrl=True),
)


def make_page(name: PageName, surroundings: Surroundings) -> Page:
    """Make a page; its module is imported only now."""
    match name:
        case PageName.REGISTRATION:
            from forum_desktop.ui.registration.page import RegistrationPage  # noqa: PLC0415 - loaded when needed

            return RegistrationPage(surroundings)
        case PageName.OPINIONS:
            from forum_desktop.ui.opinions.page import OpinionsPage  # noqa: PLC0415 - loaded when needed

            return OpinionsPage(surroundings)
        case PageName.COMPLAINTS:
            from forum_desktop.ui.complaints.page import ComplaintsPage  # noqa: PLC0415 - loaded when needed

            return ComplaintsPage(surroundings)
        case PageName.MINUTES:
            from forum_desktop.ui.minutes.page import MinutesPage  # noqa: PLC0415 - loaded when needed

            return MinutesPage(surroundings)
        case PageName.MEETING:
            from forum_desktop.ui.meeting.page import MeetingPage  # noqa: PLC0415 - loaded when needed

            return MeetingPage(surroundings)
        case _:
            from forum_desktop.ui.exchange.page import ExchangePage  # noqa: PLC0415 - loaded when needed

            return ExchangePage(surroundings)
