"""The meeting: its agenda, its speakers, its ranking, its projects and the hall's screen."""

from typing import ClassVar

from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Surroundings
from forum_desktop.ui.viewed import ViewedPage, ViewSign

_HERE = "forum_desktop.ui.meeting"


class MeetingPage(ViewedPage):
    """Holds the views of the running meeting together."""

    shows: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.MEETING, Kind.FORUM, Kind.OPINIONS, Kind.ATTENDEES}
    )
    signs: ClassVar[tuple[ViewSign, ...]] = (
        ViewSign("hall", "image", "view.hall", f"{_HERE}.hall.view", "HallControl"),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.show_view("hall")
