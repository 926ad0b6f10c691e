"""How one revision stands in a list: what was done, what changed, who did it and when."""

from typing import TYPE_CHECKING

from forum_desktop.records.history import Deed
from forum_desktop.ui.display import joined
from forum_desktop.ui.history.spelling import fact_name, thing_name, value_name, when
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forum_desktop.records.history import Change, Revision
    from forum_desktop.ui.words import Words

BADGE_WIDTH = 88

_COLORS = {
    Deed.MADE: TOKENS.primary,
    Deed.CHANGED: TOKENS.ink_soft,
    Deed.WITHDRAWN: TOKENS.warn,
    Deed.RESTORED: TOKENS.good,
    Deed.ERASED: TOKENS.bad,
}


class HistoryLines:
    """Tells revisions; `about` is the kind of thing whose history it is, once it is known."""

    def __init__(self, words: "Words") -> None:
        self._words = words
        self.about = ""

    def line(self, revision: "Revision") -> Line:
        """Return how a revision appears."""
        words = self._words
        time = when(words, revision.at)
        part = "" if revision.entity_type == self.about else revision.entity_type
        return Line(
            text="\n".join(self._told(revision)) or words(f"history.done.{revision.deed}"),
            under=joined((time, revision.actor, self._station(revision))),
            badge=words(f"history.deed.{revision.deed}"),
            badge_color=_COLORS[revision.deed],
            mark=thing_name(words, part) if part else "",
        )

    def _station(self, revision: "Revision") -> str:
        return self._words("history.station", name=revision.station) if revision.station else ""

    def _told(self, revision: "Revision") -> "Iterator[str]":
        if revision.reason:
            yield self._words("history.because", reason=revision.reason)
        for change in revision.changes:
            yield self._change(revision, change)

    def _change(self, revision: "Revision", change: "Change") -> str:
        words, kind, zone = self._words, revision.entity_type, revision.at.tzinfo
        fact = fact_name(words, kind, change.fact)
        after = value_name(words, kind, change.fact, change.after, zone)
        if not change.before:
            return words("history.said", fact=fact, value=after)
        before = value_name(words, kind, change.fact, change.before, zone)
        return words("history.from_to", fact=fact, before=before, after=after)
