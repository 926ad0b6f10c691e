"""The projects of the meeting."""

from forum_desktop.ui.viewed import View


class ProjectsView(View):
    """Not built yet."""
