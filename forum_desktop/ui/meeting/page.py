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
        ViewSign("agenda", "clock-alert", "view.agenda", f"{_HERE}.agenda.view", "AgendaView"),
        ViewSign(
            "speakers", "megaphone", "view.speakers", f"{_HERE}.speakers.view", "SpeakersView"
        ),
        ViewSign("ranking", "list-checks", "view.ranking", f"{_HERE}.ranking.view", "RankingView"),
        ViewSign(
            "projects",
            "file-spreadsheet",
            "view.projects",
            f"{_HERE}.projects.view",
            "ProjectsView",
        ),
        ViewSign("hall", "image", "view.hall", f"{_HERE}.hall.view", "HallControl"),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.news.changed.connect(self._tell_hall)
        self.show_view("agenda")

    def _tell_hall(self, kinds: frozenset[Kind]) -> None:
        """Keep the hall up to date whatever is in front: nobody there turns to its view."""
        hall = self._views.get("hall")
        if self.overview is None or hall is None or not kinds & (self.shows | {Kind.HALL}):
            return
        if Kind.HALL in kinds or hall is not self.current_view:
            hall.reload()
