"""What was changed of an opinion: when, by whom, from what to what and why."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from forum_desktop import services
from forum_desktop.records.history import Deed
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.history.lines import BADGE_WIDTH, HistoryLines
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.history import History
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard

_ABOUT = "opinion"


class PastPanel(Panel):
    """The newest change first; nothing can be changed here."""

    name = "past"
    keeps = False

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        lines = HistoryLines(self.words)
        lines.about = _ABOUT
        self.changes = LongList(lines.line, badge_width=BADGE_WIDTH)
        named(self.words, "said.past", self.changes)
        self.words.tell(self.changes.set_hint, "said.never_changed")
        self.lay_out(column(self.changes))

    def begin(self, opinion: "Opinion") -> None:
        """Read the history of an opinion."""
        self.changes.set_rows(())

        def show(history: "History") -> None:
            if self.card.opinion is not None and self.card.opinion.id == opinion.id:
                changed = (one for one in history.revisions if one.entity_type == _ABOUT)
                self.changes.set_rows([one for one in changed if one.deed is not Deed.MADE][::-1])

        self.page.look_up(lambda desk: services.histories.history_of(desk, opinion.id), show)

    def first(self) -> QWidget:
        """Begin at the newest change."""
        return self.changes

    def keep(self) -> None:
        """Close: there is nothing to keep."""
        self.kept()
