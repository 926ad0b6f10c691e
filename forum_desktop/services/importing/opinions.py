"""Rows understood as opinions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from forum_desktop.records.importing import (
    ImportColumn,
    ImportField,
    ImportRow,
    OpinionDraft,
)
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.people import Attendee
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.importing.cells import Told, long, refused
from forum_desktop.services.importing.common import community_cell
from forum_desktop.services.importing.names import name_key, read_full_name
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.rows import count_off, finish_row, read_cells
from forum_desktop.services.importing.table import Line
from forum_desktop.services.importing.vocabulary import head_key, words_for
from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.thai.folding import fold_tight

_CODE = re.compile(r"([0-9]+)(?:\.([0-9]+))?(?![0-9])")

Said = tuple[UUID | None, UUID | None, OpinionKind, str, str]
"""What makes two opinions the same one, entered twice."""


class PlanIndex:
    """Finds strategies and approaches by number, by code or by their words."""

    def __init__(self, strategies: Sequence[Strategy], approaches: Sequence[Approach]) -> None:
        self._strategies: dict[str, UUID] = {}
        for item in strategies:
            for word in (str(item.number), fold_tight(item.name), fold_tight(item.short)):
                self._strategies.setdefault(word, item.id)
        self._approaches = {item.code: item for item in approaches}
        self._texts = {fold_tight(item.text): item for item in approaches}

    def place(self, written: str) -> tuple[UUID | None, UUID | None]:
        """Return the strategy and the approach that a text names; Nones where it names none.

        "1", "ยุทธศาสตร์ที่ 1", "1.4", "1.4 words of the approach" and the words alone are known.
        """
        key = fold_tight(written)
        found = self._texts.get(key)
        if found is None:
            code = _CODE.search(to_arabic_digits(written))
            if code is None or key in self._strategies:
                return self._strategies.get(key), None
            if code.group(2) is None:
                return self._strategies.get(str(int(code.group(1)))), None
            found = self._approaches.get(f"{int(code.group(1))}.{int(code.group(2))}")
        return (found.strategy_id, found.id) if found else (None, None)


class Speakers:
    """Finds people of the forum by their name; namesakes are nobody."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        found: dict[str, list[UUID]] = {}
        for person in people:
            found.setdefault(name_key(person.first_name, person.last_name), []).append(person.id)
        self._by_name = {name: ids[0] for name, ids in found.items() if len(ids) == 1}

    def find(self, written: str) -> UUID | None:
        """Return who a full name is, where exactly one person has it."""
        name = read_full_name(written)
        return self._by_name.get(name_key(name.first_name, name.last_name))


@dataclass(frozen=True, slots=True)
class OpinionReader:
    """Reads the rows of one table; `known` counts the opinions entered before."""

    plan: PlanIndex
    speakers: Speakers
    places: Places
    known: Counter[Said]

    def judge(self, lines: Iterable[Line], columns: Sequence[ImportColumn]) -> Iterator[ImportRow]:
        """Yield what an import would do with each row that tells anything."""
        for number, cells in read_cells(lines, columns, self._read):
            yield self._judge(number, cells)

    def _judge(self, number: int, cells: Mapping[ImportField, Told]) -> ImportRow:
        facts = {name: value for cell in cells.values() for name, value in cell.facts.items()}
        reason = _missing(cells)
        if reason:
            return finish_row(number, cells.values(), reason=reason)
        strategy, approach = facts.get("strategy"), facts.get("approach")
        draft = OpinionDraft(
            kind=OpinionKind(facts["kind"]),
            text=facts["text"],
            strategy_id=UUID(strategy) if strategy else None,
            approach_id=UUID(approach) if approach else None,
            on_behalf_of=facts.get("community", ""),
            speaker_id=UUID(facts["speaker"]) if "speaker" in facts else None,
        )
        return finish_row(
            number, cells.values(), draft=draft, is_known=count_off(self.known, said_of(draft))
        )

    def _read(self, field: ImportField, column: int, raw: str) -> Told:
        match field:
            case ImportField.STRATEGY | ImportField.APPROACH:
                told = self._place(field, column, raw)
            case ImportField.KIND:
                code = words_for("kind").get(head_key(raw))
                told = _known(Told(column, field, raw, {"kind": code or ""}), "kind_unknown")
            case ImportField.SPEAKER:
                speaker = str(self.speakers.find(raw) or "")
                told = Told(column, field, raw, {"speaker": speaker}, shown=raw)
                told = _known(told, "speaker_unknown")
            case ImportField.COMMUNITY:
                told = community_cell(self.places, field, column, raw)
            case _:
                told = long(column, field, raw)
        return told

    def _place(self, field: ImportField, column: int, raw: str) -> Told:
        strategy, approach = self.plan.place(raw)
        facts = {"strategy": str(strategy or "")}
        if approach is not None:
            facts["approach"] = str(approach)
        return _known(Told(column, field, raw, facts, shown=raw), "strategy_unknown")


def said_of(draft: OpinionDraft) -> Said:
    """Return what makes two opinions the same."""
    return (
        draft.strategy_id,
        draft.approach_id,
        draft.kind,
        draft.text,
        draft.on_behalf_of,
    )


def _known(told: Told, reason: str) -> Told:
    return told if all(told.facts.values()) else refused(told, f"importing.cell.{reason}")


def _missing(cells: Mapping[ImportField, Told]) -> str:
    """Return why a row cannot be an opinion: a strategy may be left open, never be wrong."""
    text, kind = cells.get(ImportField.TEXT), cells.get(ImportField.KIND)
    if text is None or "text" not in text.facts:
        return text.reason if text else "importing.row.text_missing"
    if kind is None or "kind" not in kind.facts:
        return "importing.cell.kind_unknown"
    places = [cells[f] for f in (ImportField.STRATEGY, ImportField.APPROACH) if f in cells]
    if any(not place.facts for place in places):
        return "importing.cell.strategy_unknown"
    if len({place.facts["strategy"] for place in places}) > 1:
        return "importing.row.approach_elsewhere"
    return ""
