"""The agenda of the meeting."""

from forum_desktop.ui.viewed import View


class AgendaView(View):
    """Not built yet."""
