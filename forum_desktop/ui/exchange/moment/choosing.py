"""Where a moment is chosen: in the list of quarters of an hour, or by a day and a time typed."""

import re
from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.ui.controls import button, card, column, field, named, row, told
from forum_desktop.ui.date_field import DateField
from forum_desktop.ui.history.spelling import when
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.record_list import Line

if TYPE_CHECKING:
    from forum_desktop.records.moment import Stop
    from forum_desktop.ui.page import Page

_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")


class MomentChooser(QFrame):
    """Tells `chosen` a moment: of the stop under the cursor, or the one that was typed."""

    def __init__(self, page: "Page", chosen: Callable[[datetime], object]) -> None:
        super().__init__()
        self._page, self._words, self._chosen = page, page.words, chosen
        self.stops = named(self._words, "moment.stops", LongList(self._line))
        self.day, self.time = DateField(), QLineEdit()
        self.time.setMaxLength(5)
        self._lay_out()
        self.stops.selectionModel().currentChanged.connect(lambda *_: self._tell_stop())
        for typed in (self.day, self.time):
            typed.returnPressed.connect(self.go)

    def show_stops(self, stops: "tuple[Stop, ...]") -> None:
        """Offer these stops; the newest is chosen where none is."""
        known: Stop | None = self.stops.chosen()
        self.stops.set_rows(stops)
        times = [stop.at for stop in stops]
        at = times.index(known.at) if known is not None and known.at in times else 0
        self.stops.choose(at)
        if stops:
            self._fill(stops[at].at)

    def go(self) -> None:
        """Go to the day and the time that are typed."""
        day, typed = self.day.day(), _read_time(self.time.text())
        newest = next(iter(self.stops.records.rows()), None)
        if day is None or typed is None or newest is None:
            self._page.say("moment.type_time", "warn")
            return
        self._page.message.hide()
        self._chosen(datetime.combine(day, typed, tzinfo=newest.at.tzinfo))

    def retranslate(self) -> None:
        """Say the stops again in another language."""
        self.stops.set_hint(self._words("moment.none"))
        self.stops.records.layoutChanged.emit()
        self._tell_stop()

    def _tell_stop(self) -> None:
        stop: Stop | None = self.stops.chosen()
        if stop is not None:
            self._fill(stop.at)
            self._chosen(stop.at)

    def _fill(self, at: datetime) -> None:
        self.day.show_day(at.date(), self._words.language)
        self.time.setText(f"{at:%H.%M}")

    def _line(self, stop: "Stop") -> Line:
        return Line(
            text=when(self._words, stop.at),
            under=self._words("moment.kept", count=f"{stop.count:,}"),
        )

    def _lay_out(self) -> None:
        words = self._words
        go = button(words, "moment.go", self.go)
        typed = row(
            field(words, "moment.day", self.day), field(words, "moment.time", self.time), gap=8
        )
        typed.setStretch(0, 3)
        typed.setStretch(1, 2)
        inner = card(
            told(words, "moment.title", "lead"),
            told(words, "moment.how", "soft", wraps=True),
            typed,
            row(go, None),
            self.stops,
            gap=8,
        )
        self.setLayout(column(inner))


def _read_time(typed: str) -> time | None:
    """Return the last moment of a typed minute."""
    match = _TIME.fullmatch(typed.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]), 59, 999_000)
