"""What one cell tells, before it is compared with what is known."""

import dataclasses
import re
from dataclasses import dataclass, replace

from forum_desktop.records.importing import ImportField, ImportState
from forum_desktop.services.texts import LONGEST_LINE, LONGEST_TEXT
from forum_desktop.thai.cleaning import clean_line, clean_text

Facts = dict[str, str]

_NOTHING = frozenset("-–—_.")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?")
_UNREADABLE = "\ufffd"
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Told:
    """A filled cell and the facts in it; `state` where it is doubtful or refused.

    `shown` is what people read for the facts, where that is not the facts themselves.
    """

    column: int
    field: ImportField
    raw: str
    facts: Facts = dataclasses.field(default_factory=dict)
    state: ImportState | None = None
    reason: str = ""
    shown: str = ""

    @property
    def value(self) -> str:
        """What people read for the facts."""
        return self.shown or " ".join(self.facts.values())


def given(raw: str) -> bool:
    """Tell whether a cell says anything: a dash means nothing."""
    return raw not in _NOTHING and bool(clean_line(_UNSEEN.sub("", raw)))


def refused(cell: Told, reason: str) -> Told:
    """Return a cell of which nothing is taken over."""
    return replace(cell, facts={}, state=ImportState.REFUSED, reason=reason, shown="")


def doubted(cell: Told, reason: str) -> Told:
    """Return a cell that somebody should look at; a doubt it already has stays."""
    return cell if cell.state else replace(cell, state=ImportState.DOUBTFUL, reason=reason)


def short(column: int, kind: ImportField, raw: str) -> Told:
    """Return a cell whose one line of text is the fact of its own name."""
    return Told(column, kind, raw, {kind.value: raw})


def judged(cell: Told, longest: int = LONGEST_LINE) -> Told:
    """Return a cell with its facts cleaned, and what a spreadsheet did to it told.

    Error values and texts that are too long are refused; dates, where a text should stand,
    and characters that could not be read are doubtful.
    """
    if _ERROR.fullmatch(cell.raw):
        return refused(cell, "importing.cell.error_value")
    clean = clean_line if longest == LONGEST_LINE else clean_text
    facts = {name: text for name, value in cell.facts.items() if (text := clean(value))}
    if any(len(text) > longest for text in facts.values()):
        return refused(cell, "importing.cell.too_long")
    tidy = cell if facts == cell.facts else replace(cell, facts=facts)
    if _UNREADABLE in cell.raw:
        return doubted(tidy, "importing.cell.unreadable")
    return doubted(tidy, "importing.cell.date") if _DATE.fullmatch(cell.raw) else tidy


def long(column: int, kind: ImportField, raw: str) -> Told:
    """Return a cell whose text of many lines is the fact of its own name."""
    return judged(Told(column, kind, raw, {kind.value: raw}), LONGEST_TEXT)
