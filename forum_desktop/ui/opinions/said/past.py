"""What was changed of an opinion: when, at which station, from what to what."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from forum_desktop import services
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.opinions.said.panel import Panel
from forum_desktop.ui.record_list import Line, RecordList

if TYPE_CHECKING:
    from datetime import tzinfo

    from forum_desktop.records.opinion import Change, Opinion, Revision
    from forum_desktop.ui.opinions.said.card import OpinionCard

_PLACES = frozenset({"strategy_id", "approach_id", "other_approach_id"})
_UNTOLD = frozenset({"read_back_at", "answered_by", "joined_into"})
"""Facts told by others beside them, or by nothing that people read."""


class PastPanel(Panel):
    """The newest change first; nothing can be changed here."""

    name = "past"
    keeps = False

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.changes = RecordList(self._line)
        named(self.words, "said.past", self.changes)
        self.words.tell(self.changes.set_hint, "said.never_changed")
        self.lay_out(column(self.changes))

    def begin(self, opinion: "Opinion") -> None:
        """Read the history of an opinion."""
        self.changes.set_rows(())

        def show(revisions: "tuple[Revision, ...]") -> None:
            if self.card.opinion is not None and self.card.opinion.id == opinion.id:
                self.changes.set_rows(tuple(reversed(revisions)))

        self.page.look_up(lambda desk: services.histories.history_of(desk, opinion.id), show)

    def first(self) -> QWidget:
        """Begin at the newest change."""
        return self.changes

    def keep(self) -> None:
        """Close: there is nothing to keep."""
        self.kept()

    def _line(self, revision: "Revision") -> Line:
        words = self.words
        told = [self._told(one) for one in revision.changes if one.fact not in _UNTOLD]
        time = words("opinions.said_at", time=said_time(revision.at.astimezone(self._zone())))
        return Line(
            text="\n".join(told) or words("said.fact.more"), under=joined((time, revision.actor))
        )

    def _zone(self) -> "tzinfo | None":
        """Return the forum's own zone, whatever the laptop believes."""
        return self.card.opinion.said_at.tzinfo if self.card.opinion else None

    def _told(self, change: "Change") -> str:
        before, after = (self._spelled(change.fact, one) for one in (change.before, change.after))
        fact = self.words(f"said.fact.{change.fact}")
        return self.words("said.changed_from_to", fact=fact, before=before, after=after)

    def _spelled(self, fact: str, value: str) -> str:
        if not value:
            return self.words("said.nothing")
        if fact == "kind":
            return self.words(f"opinion.kind.{value}")
        if fact == "urgency":
            return self.words(f"said.urgency.{value}")
        if fact == "read_back":
            return self.words(f"said.read_back.{value}")
        if fact in _PLACES:
            return self.card.lines.number_of(value)
        return " ".join(value.split())
