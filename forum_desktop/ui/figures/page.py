"""Figures: one plot at a time beside its choices, each also as a table and as a file."""

from typing import ClassVar

from forum_desktop.ui.figures.telling import ARRIVALS, COMMUNITIES, CROSSING, OVER_TIME, RANKING
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Surroundings
from forum_desktop.ui.viewed import ViewedPage, ViewSign

_VIEWS = "forum_desktop.ui.figures.views"


def _sign(name: str, symbol: str, made_as: str) -> ViewSign:
    return ViewSign(name, symbol, f"view.figure.{name}", _VIEWS, made_as)


class FiguresPage(ViewedPage):
    """Holds the plots together; the one in front is counted anew when something is saved."""

    shows: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.OPINIONS, Kind.ATTENDEES, Kind.MEETING, Kind.FORUM, Kind.COMPLAINTS}
    )
    signs: ClassVar[tuple[ViewSign, ...]] = (
        _sign(COMMUNITIES, "users", "CommunitiesView"),
        _sign(OVER_TIME, "chart-column", "OverTimeView"),
        _sign(CROSSING, "message-square-text", "CrossingView"),
        _sign(ARRIVALS, "log-in", "ArrivalsFigureView"),
        _sign(RANKING, "list-checks", "RankingFigureView"),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.show_view(COMMUNITIES)

    def reload(self) -> None:
        """Count again what is seen; what is not seen is counted when it comes."""
        if self.isVisible():
            super().reload()
