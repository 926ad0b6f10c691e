"""What an exchange did: safe to pull out, what came from whom, what was refused and why."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from forum_desktop.ui.controls import ElidedText, Text, card, column, named, restyle, row
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forum_desktop.records.exchange import Received, RefusedFile, StickExchange
    from forum_desktop.ui.words import Words

_PICTURE = 32


class _Told(NamedTuple):
    """One line: keys of the catalogue and what fills them."""

    says: str
    under: str
    mark: str
    color: str
    details: "dict[str, object]"


class Outcome(QFrame):
    """Empty until there was an exchange."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._exchange: StickExchange | None = None
        self._is_stick = False
        self._picture = QLabel()
        show_picture(self._picture, "circle-check", TOKENS.good, _PICTURE)
        self.verdict, self._left = Text("title"), ElidedText("soft")
        self.list = named(words, "exchange_view.outcome", RecordList(self._line))
        # What it would like to be high must not press the places together.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        head = row(self._picture, column(self.verdict, self._left, gap=0), gap=10)
        head.setStretch(1, 1)
        self.setLayout(column(card(head, self.list, gap=8, widest=1)))
        self.clear()

    def clear(self) -> None:
        """Forget the last exchange."""
        self._exchange = None
        self.list.set_rows(())
        self.hide()

    def show_exchange(self, exchange: "StickExchange", *, is_stick: bool) -> None:
        """Show what an exchange did; `is_stick` where something can be pulled out."""
        self._exchange, self._is_stick = exchange, is_stick
        self.list.set_rows(tuple(_lines(exchange)))
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Say it again."""
        exchange, words = self._exchange, self._words
        if exchange is None:
            return
        self.verdict.say(words("exchange_view.safe" if self._is_stick else "exchange_view.done"))
        restyle(self.verdict, tone="good")
        count = f"{exchange.operations:,}"
        self._left.say(words("exchange_view.left", name=exchange.left, count=count))
        self.list.records.layoutChanged.emit()

    def _line(self, line: _Told) -> Line:
        return Line(
            text=self._words(line.says, **line.details),
            under=self._words(line.under, **line.details),
            mark=self._words(line.mark),
            mark_color=line.color,
        )


def _lines(exchange: "StickExchange") -> "Iterator[_Told]":
    for refused in exchange.refused:
        yield _of_refused(refused)
    for received in exchange.taken:
        yield from _of_received(received)
    if exchange.unchanged or not (exchange.taken or exchange.refused):
        yield _told("unchanged" if exchange.unchanged else "empty", count=exchange.unchanged)


def _of_refused(refused: "RefusedFile") -> _Told:
    mark, under = "exchange_view.refused", "exchange_view.refused_file"
    details: dict[str, object] = {**dict(refused.details), "name": refused.name}
    return _Told(refused.reason, under, mark, TOKENS.bad, details)


def _of_received(received: "Received") -> "Iterator[_Told]":
    yield _told(
        "brought" if received.new else "brought_nothing",
        "taken",
        TOKENS.good,
        station=received.station,
        new=f"{received.new:,}",
        known=f"{received.known:,}",
        files=received.attachments,
    )
    if received.sealed_attachments:
        yield _told("sealed", station=received.station, count=received.sealed_attachments)
    if received.clock_ahead:
        minutes = received.clock_ahead
        yield _told("clock", "look", TOKENS.warn, station=received.station, minutes=minutes)
    if received.is_cloned:
        yield _told("cloned", "look", TOKENS.warn, station=received.station)


def _told(says: str, mark: str = "known", color: str = TOKENS.ink_soft, **details: object) -> _Told:
    head = f"exchange_view.{says}"
    return _Told(head, f"{head}_how", f"exchange_view.{mark}", color, details)
