"""Two entries side by side: what each tells, and what the one that stays will tell."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from forum_desktop.ui.controls import Text, restyle
from forum_desktop.ui.registration.person.facts import (
    MINOR,
    Difference,
    badge_of,
    compared,
)
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import Attendee
    from forum_desktop.ui.words import Words

_FACT_WIDTH = 150
_MARK_WIDTH = 210


class Comparison(QFrame):
    """A table of facts; where the entries do not agree the line is marked."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for at, share in enumerate((0, 1, 1, 0)):
            self._grid.setColumnStretch(at, share)
        self.marks: dict[str, str] = {}
        self.setLayout(self._grid)

    def compare(self, kept: "Attendee", other: "Attendee", pack: "EventPack") -> None:
        """Show two entries; `kept` is the one that stays."""
        self.clear()
        self._put_row(0, ("", self._words("person.stays"), self._words("person.goes"), ""), "lead")
        codes = (self._words("person.badge"), badge_of(kept), badge_of(other), "")
        self._put_row(1, codes, "body")
        for at, difference in enumerate(compared(kept, other), start=2):
            mark = self._mark(difference)
            self.marks[difference.fact] = mark
            fact = self._words(f"person.fact.{difference.fact}")
            told = (self._told(difference.fact, text, pack) for text in difference[1:])
            self._put_row(at, (fact, *told, mark), "body", _tone(difference))

    def clear(self) -> None:
        """Show nobody."""
        self.marks = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _put_row(self, at: int, texts: "tuple[str, ...]", look: str, tone: str = "") -> None:
        widths = {0: _FACT_WIDTH, 3: _MARK_WIDTH}
        for place, said in enumerate(texts):
            cell = _cell(said, "field" if place == 0 else look, tone)
            if place in widths:
                cell.setFixedWidth(widths[place])
            self._grid.addWidget(cell, at, place)

    def _mark(self, difference: Difference) -> str:
        if difference.is_taken:
            return self._words("person.taken_over")
        return self._words("person.differs") if difference.differs else ""

    def _told(self, fact: str, text: str, pack: "EventPack") -> str:
        if fact == MINOR:
            return self._words("person.minor_yes" if text else "person.minor_no")
        if fact == "sector":
            is_english = self._words.language == "en"
            names = {s.code: (s.english if is_english else "") or s.name for s in pack.sectors}
            return names.get(text, text) or "–"
        return text or "–"


def _cell(said: str, look: str, tone: str) -> QFrame:
    frame = QFrame()
    text = Text(look, wraps=True)  # type: ignore[arg-type]
    text.say(said)
    from forum_desktop.ui.controls import column  # noqa: PLC0415

    body = column(text)
    body.setContentsMargins(TOKENS.gap, 4, TOKENS.gap, 4)
    frame.setLayout(body)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    restyle(frame, look="cell", tone=tone)
    restyle(text, tone=tone)
    return frame


def _tone(difference: Difference) -> str:
    if difference.is_taken:
        return "good"
    return "warn" if difference.differs else ""
