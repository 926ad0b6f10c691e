"""What every tally is: it shows a ballot, takes the keys, and says when something changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

if TYPE_CHECKING:
    from forum_desktop.ui.meeting.ranking.ballot import Ballot
    from forum_desktop.ui.words import Words


class Tally(QFrame):
    """The figures of one way of ranking."""

    changed = Signal()

    def __init__(self, words: "Words", ballot: "Ballot") -> None:
        super().__init__()
        self.words, self.ballot = words, ballot

    def show_ballot(self) -> None:
        """Show the candidates and what was counted."""

    def begin(self) -> None:
        """Put the cursor where counting begins."""

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""


def take_away(layout: QLayout, widget: QWidget) -> None:
    """Take a widget out of a layout and off the screen at once, not when it is deleted."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
