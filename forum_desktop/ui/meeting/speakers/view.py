"""The speakers of the meeting."""

from forum_desktop.ui.viewed import View


class SpeakersView(View):
    """Not built yet."""
