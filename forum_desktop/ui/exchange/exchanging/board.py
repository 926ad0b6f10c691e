"""The board of stations: who was heard of, when they last wrote, and what is missing."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, card, column, named, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.history.spelling import when
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forum_desktop.records.exchange import StationStanding
    from forum_desktop.ui.words import Words

_BADGE_WIDTH = 44


class Board(QFrame):
    """How many stations were received, and each of them."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._stations: tuple[StationStanding, ...] = ()
        self.summary, self._last = Text("title", wraps=True), Text("soft", wraps=True)
        self.list = named(
            words, "exchange_view.board", RecordList(self._line, badge_width=_BADGE_WIDTH)
        )
        head = told(words, "exchange_view.board", "field")
        framed = card(column(head, self.summary, self._last, gap=2), self.list, gap=8)
        self.setLayout(column(framed))
        self.retranslate()

    def show_stations(self, stations: "Sequence[StationStanding]") -> None:
        """Show these stations, the own one first told apart."""
        self._stations = tuple(stations)
        self.list.set_rows(self._stations)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the board again."""
        others = [one for one in self._stations if not one.is_own]
        heard = [one for one in others if one.last_at is not None]
        key = "exchange_view.received" if others else "exchange_view.alone"
        said = self._words(key, count=len(heard), of=len(others))
        self.summary.say(said if self._stations else "")
        self.list.set_hint(self._words("window.open_first"))
        self._last.say(self._oldest(heard))
        self._last.setVisible(bool(heard))
        self.list.records.layoutChanged.emit()

    def _oldest(self, heard: "list[StationStanding]") -> str:
        moments = [(one.last_at, one) for one in heard if one.last_at is not None]
        if not moments:
            return ""
        moment, station = min(moments, key=lambda pair: pair[0])
        name = station.name or station.letter
        return self._words("exchange_view.oldest", name=name, when=when(self._words, moment))

    def _line(self, station: "StationStanding") -> Line:
        return Line(
            text=station.name or self._words("exchange_view.station", letter=station.letter),
            under=self._under(station),
            badge=station.letter,
            badge_color=_color(station),
            mark=self._mark(station),
            mark_color=_color(station),
            is_quiet=station.last_at is None and not station.is_own,
        )

    def _under(self, station: "StationStanding") -> str:
        words = self._words
        if station.last_at is None:
            return words("exchange_view.never")
        gaps = joined(
            words("exchange_view.gap", first=first, last=last) for first, last in station.missing
        )
        seen = words("exchange_view.last_seen", when=when(words, station.last_at))
        count = words("exchange_view.operations", count=f"{station.operations:,}")
        return joined((gaps, seen) if gaps else (seen, count))

    def _mark(self, station: "StationStanding") -> str:
        if station.is_own:
            return self._words("exchange_view.own")
        if station.last_at is None:
            return self._words("exchange_view.awaited")
        return self._words("exchange_view.gaps" if station.missing else "exchange_view.complete")


def _color(station: "StationStanding") -> str:
    if station.is_own:
        return TOKENS.primary
    if station.last_at is None:
        return TOKENS.ink_soft
    return TOKENS.warn if station.missing else TOKENS.good
