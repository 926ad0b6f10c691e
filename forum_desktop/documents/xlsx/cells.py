"""Cells: text that stays text, real numbers, real dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.office_text import looks_like_formula, xml_text
from forum_desktop.documents.tables import Cell, Column, Term
from forum_desktop.documents.xlsx.markup import element, typed
from forum_desktop.documents.xlsx.styles import FORMATS, CellFormat

_LONGEST = 32_767
"""Characters of a cell (UTF-16 units); Excel takes no longer one."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""The head of what spreadsheets read as an escaped character (ECMA-376, ST_Xstring)."""

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zones
_DAY = 86_400
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Writes the cells of a workbook."""

    phrases: Phrases

    def head(self, place: str, text: str) -> str:
        """Return the cell over a column at a place like "B1"."""
        return self._text(place, text, CellFormat.HEAD)

    def cell(self, place: str, column: Column, value: Cell) -> str:
        """Return a cell of the table's body; what is not known stays empty."""
        text = value.text if isinstance(value, Term) else value
        if isinstance(text, str):
            is_quoted = looks_like_formula(text)
            return self._text(place, text, CellFormat.QUOTED if is_quoted else CellFormat.TEXT)
        looks = int(FORMATS[column.kind])
        number = "" if text is None else element("v", str(_number(text)))
        return element("c", number, r=place, s=looks)

    def _text(self, place: str, text: str, looks: CellFormat) -> str:
        """Return a cell told to be text: "=1+1" and "#N/A" stay what was typed."""
        kept = self._fitting(_ESCAPE.sub("_x005F_", xml_text(text)))
        if not kept:
            return element("c", r=place, s=int(looks))
        return element("c", element("is", typed("t", kept)), r=place, s=int(looks), t="inlineStr")

    def _fitting(self, text: str) -> str:
        """Return text that a cell can hold; what is cut bears a mark that says so."""
        units = text.encode("utf-16-le")
        if len(units) <= 2 * _LONGEST:
            return text
        mark = self.phrases.say("table.cut")
        kept = 2 * _LONGEST - len(mark.encode("utf-16-le"))
        return units[:kept].decode("utf-16-le", "ignore") + mark


def _number(value: int | date | datetime) -> int | float:
    """Return a number, a day as days since 30 December 1899, a moment as wall clock time."""
    if isinstance(value, int):
        return value
    moment = value if isinstance(value, datetime) else datetime.combine(value, time.min)
    passed = moment.replace(tzinfo=None) - _DAY_ZERO
    # Half a second is 1/172800 day: ten decimals tell moments to the microsecond and more.
    return round(passed.days + passed.seconds / _DAY, 10) if passed.seconds else passed.days
