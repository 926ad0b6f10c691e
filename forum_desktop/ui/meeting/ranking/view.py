"""The ranking of the meeting."""

from forum_desktop.ui.viewed import View


class RankingView(View):
    """Not built yet."""
