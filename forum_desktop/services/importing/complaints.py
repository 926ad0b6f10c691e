"""Rows understood as complaints. What they hold is sealed: no log or list may show it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.importing import ImportColumn, ImportField, ImportRow
from forum_desktop.records.pack import ComplaintKind
from forum_desktop.services.importing.cells import (
    Told,
    doubted,
    judged,
    long,
    refused,
    short,
)
from forum_desktop.services.importing.common import community_cell, phone_cell
from forum_desktop.services.importing.names import read_full_name
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.rows import count_off, finish_row, read_cells
from forum_desktop.services.importing.table import Line
from forum_desktop.services.importing.vocabulary import head_key, words_for
from forum_desktop.thai.folding import fold_tight

_ALIKE = 0.8

Case = tuple[str, str, str, str]
"""What makes two complaints the same one, entered twice."""


class KindIndex:
    """Finds kinds of complaints by code or name; `other` takes what has no kind."""

    def __init__(self, kinds: Sequence[ComplaintKind]) -> None:
        self._codes = {
            fold_tight(word): kind.code
            for kind in reversed(kinds)
            for word in (kind.english, kind.name, kind.code)
            if word
        }
        names = {kind.code: fold_tight(kind.name) for kind in kinds}
        others = (code for code, name in names.items() if code == "other" or name == "อืนๆ")
        self.other = next(others, "")

    def find(self, written: str) -> tuple[str, bool]:
        """Return the code of a kind and whether it was guessed; nothing where none fits."""
        key = fold_tight(written)
        if key in self._codes:
            return self._codes[key], False
        near = get_close_matches(key, self._codes, n=1, cutoff=_ALIKE)
        return (self._codes[near[0]], True) if near else (self.other, True)


@dataclass(frozen=True, slots=True)
class ComplaintReader:
    """Reads the rows of one table; `known` counts the complaints entered before."""

    kinds: KindIndex
    places: Places
    known: Counter[Case]

    def judge(self, lines: Iterable[Line], columns: Sequence[ImportColumn]) -> Iterator[ImportRow]:
        """Yield what an import would do with each row that tells anything."""
        for number, cells in read_cells(lines, columns, self._read):
            yield self._judge(number, cells)

    def _judge(self, number: int, cells: dict[ImportField, Told]) -> ImportRow:
        facts = {name: value for cell in cells.values() for name, value in cell.facts.items()}
        facts.setdefault("kind", self.kinds.other)
        level = _level(facts)
        reason = _missing(cells, facts, level)
        if reason:
            return finish_row(number, cells.values(), reason=reason)
        told: dict[str, Any] = {name: v for name, v in facts.items() if name != "level"}
        if level is ComplaintLevel.ANONYMOUS:
            cells = {field: _unnamed(cell) for field, cell in cells.items()}
            told = {n: v for n, v in told.items() if n not in _OF_PERSON}
        draft = ComplaintIntake(**told, level=level)
        return finish_row(
            number, cells.values(), draft=draft, is_known=count_off(self.known, case_of(draft))
        )

    def _read(self, field: ImportField, column: int, raw: str) -> Told:
        match field:
            case ImportField.FACTS | ImportField.WANTED:
                told = long(column, field, raw)
            case ImportField.KIND:
                told = self._kind(column, raw)
            case ImportField.LEVEL:
                told = _level_cell(column, raw)
            case ImportField.FULL_NAME:
                told = _name_cell(column, raw)
            case ImportField.PHONE:
                told = phone_cell(column, raw)
            case ImportField.COMMUNITY:
                told = community_cell(self.places, field, column, raw)
            case _:
                told = judged(short(column, field, raw))
        return told

    def _kind(self, column: int, raw: str) -> Told:
        code, is_guessed = self.kinds.find(raw)
        told = Told(column, ImportField.KIND, raw, {"kind": code} if code else {})
        return doubted(told, "importing.cell.guessed") if is_guessed else told


_OF_PERSON = frozenset({"title", "first_name", "last_name", "phone", "address"})


def case_of(draft: ComplaintIntake) -> Case:
    """Return what makes two complaints the same."""
    return draft.kind, draft.subject, draft.facts, draft.community


def _level(facts: Mapping[str, str]) -> ComplaintLevel:
    """Return the level told; without one a name makes it open, none makes it anonymous."""
    if facts.get("level"):
        return ComplaintLevel(facts["level"])
    return ComplaintLevel.OPEN if facts.get("first_name") else ComplaintLevel.ANONYMOUS


def _name_cell(column: int, raw: str) -> Told:
    name = read_full_name(raw)
    facts = {"title": name.title, "first_name": name.first_name, "last_name": name.last_name}
    return judged(Told(column, ImportField.FULL_NAME, raw, facts))


def _level_cell(column: int, raw: str) -> Told:
    code = words_for("level").get(head_key(raw))
    told = Told(column, ImportField.LEVEL, raw, {"level": code or ComplaintLevel.WITHHELD.value})
    # What is not understood is kept from as many eyes as can be while a reply stays possible.
    return told if code else doubted(told, "importing.cell.level_unknown")


def _missing(
    cells: Mapping[ImportField, Told], facts: Mapping[str, str], level: ComplaintLevel
) -> str:
    for field in (ImportField.SUBJECT, ImportField.FACTS):
        if not facts.get(field.value):
            told = cells.get(field)
            return told.reason if told else f"importing.row.{field.value}_missing"
    if not facts["kind"]:
        return "importing.cell.complaint_kind_unknown"
    if level is not ComplaintLevel.ANONYMOUS and not facts.get("first_name"):
        return "importing.row.complainant_missing"
    return ""


def _unnamed(cell: Told) -> Told:
    """Return a cell of an anonymous complaint: who complains is not kept."""
    if not cell.facts.keys() & _OF_PERSON:
        return cell
    return refused(cell, "importing.cell.name_not_kept")
