"""The plots of the page, each a view of its own."""

from typing import ClassVar

from forum_desktop.ui.figures.telling import ARRIVALS, COMMUNITIES, CROSSING, OVER_TIME, RANKING
from forum_desktop.ui.figures.view import FigureView


class CommunitiesView(FigureView):
    """Which communities have not come, or have not spoken."""

    figure_name: ClassVar[str] = COMMUNITIES


class OverTimeView(FigureView):
    """What was said when, by strategy."""

    figure_name: ClassVar[str] = OVER_TIME
    is_over_time: ClassVar[bool] = True


class CrossingView(FigureView):
    """Which sector spoke of which strategy."""

    figure_name: ClassVar[str] = CROSSING


class ArrivalsFigureView(FigureView):
    """How many came when."""

    figure_name: ClassVar[str] = ARRIVALS
    is_over_time: ClassVar[bool] = True


class RankingFigureView(FigureView):
    """What the meeting put first."""

    figure_name: ClassVar[str] = RANKING
