"""The pages, each made when first visited so that the window opens at once."""

from enum import StrEnum
from importlib import import_module
from typing import NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from forum_desktop.ui.keys import CTRL, NONE, SHIFT
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
    FIGURES = "figures"
    OFFICE = "office"


class PageSign(NamedTuple):
    """How a page appears in the sidebar; it is the class `made_as` in the module `place`."""

    name: PageName
    symbol: str
    key: Qt.Key
    made_as: str
    needs_forum: bool = True
    with_ctrl: bool = False
    in_sidebar: bool = True

    @property
    def wording_key(self) -> str:
        """The key of the page's name in the catalogue."""
        return f"page.{self.name}"

    @property
    def key_name(self) -> str:
        """The key as it stands on keyboards."""
        key = QKeySequence(self.key).toString()
        if not self.in_sidebar:
            return f"Ctrl+Shift+{key}"
        return f"Ctrl+{key}" if self.with_ctrl else key

    @property
    def modifiers(self) -> Qt.KeyboardModifier:
        """What is held down with the key."""
        if not self.in_sidebar:
            return CTRL | SHIFT
        return CTRL if self.with_ctrl else NONE

    @property
    def place(self) -> str:
        """The module of the page."""
        return f"forum_desktop.ui.{self.name}.page"

    @property
    def page(self) -> type[Page]:
        """The class of the page; its module is imported only now."""
        return cast("type[Page]", getattr(import_module(self.place), self.made_as))


SIGNS = (
    PageSign(PageName.FORUM, "landmark", Qt.Key.Key_F1, "ForumPage", needs_forum=False),
    PageSign(PageName.REGISTRATION, "user-check", Qt.Key.Key_F2, "RegistrationPage"),
    PageSign(PageName.OPINIONS, "message-square-text", Qt.Key.Key_F3, "OpinionsPage"),
    PageSign(PageName.COMPLAINTS, "megaphone", Qt.Key.Key_F4, "ComplaintsPage"),
    PageSign(PageName.MINUTES, "file-text", Qt.Key.Key_F5, "MinutesPage"),
    PageSign(PageName.EXCHANGE, "hard-drive", Qt.Key.Key_F6, "ExchangePage", needs_forum=False),
    PageSign(PageName.MEETING, "clock-alert", Qt.Key.Key_M, "MeetingPage", with_ctrl=True),
    PageSign(PageName.FIGURES, "chart-column", Qt.Key.Key_G, "FiguresPage", with_ctrl=True),
    PageSign(
        PageName.OFFICE,
        "landmark",
        Qt.Key.Key_H,
        "OfficePage",
        needs_forum=False,
        in_sidebar=False,
    ),
)

PAGE_OF_ROLE = {
    "registration": PageName.REGISTRATION,
    "table": PageName.OPINIONS,
    "complaints": PageName.COMPLAINTS,
}
"""What a laptop opens with, by the word of its role (`StationRole`)."""


def make_page(name: PageName, surroundings: Surroundings) -> Page:
    """Make a page."""
    return next(sign for sign in SIGNS if sign.name == name).page(surroundings)
