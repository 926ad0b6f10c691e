"""From rows of people to what an import would do with each of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from forum_desktop.records.importing import (
    ImportCell,
    ImportRow,
    ImportState,
    PersonDraft,
    RowDecision,
)
from forum_desktop.records.people import AttendeeRole
from forum_desktop.services.importing.cells import Facts, Told, doubted
from forum_desktop.services.importing.matching import People, Verdict, facts_of
from forum_desktop.services.importing.names import name_key, title_key
from forum_desktop.services.importing.people import PersonRead, PersonReader
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.table import Line
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.phones import read_phone

_NUMBER = re.compile("[0-9๐-๙]")
_NAMES = ("first_name", "last_name")


def judge_attendees(
    lines: Iterable[Line], reader: PersonReader, people: People, places: Places
) -> Iterator[ImportRow]:
    """Yield what an import would do with each row that tells anything."""
    for line in lines:
        read = reader.read(line)
        if read.cells:
            yield _judge(read, people, places)


def _judge(read: PersonRead, people: People, places: Places) -> ImportRow:
    if not read.facts.get("first_name"):
        return _refused(read, "importing.row.name_missing")
    verdict = people.find(read.facts, read.line.number)
    if verdict.state is not ImportState.MATCHED and _NUMBER.search(_full(read.facts)):
        # "Total 45 people" and the like stand below many lists.
        verdict = Verdict(ImportState.DOUBTFUL, RowDecision.SKIP, "importing.row.no_name")
    person = verdict.candidate.person if verdict.candidate else None
    known = facts_of(person) if person else None
    changes, cells = _compare(read, known, places) if known else ({}, read.cells)
    verdict = _weighed(verdict, changes)
    return ImportRow(
        number=read.line.number,
        state=verdict.state,
        decision=verdict.decision,
        reason=verdict.reason,
        twin=verdict.twin,
        known=person.id if person else None,
        cells=tuple(_cell(cell, changes, known) for cell in cells),
        draft=_draft(read.facts if "zone" in read.facts else read.facts | read.implied),
        changes=tuple(changes.items()),
    )


def _full(facts: Facts) -> str:
    return "".join(facts.get(name, "") for name in _NAMES)


def _weighed(verdict: Verdict, changes: Facts) -> Verdict:
    """Return whether somebody known is only found again, or changed too."""
    if verdict.state is not ImportState.MATCHED:
        return verdict
    if not changes:
        return replace(verdict, decision=RowDecision.SKIP)
    state, decision = ImportState.CHANGED, RowDecision.CHANGE
    return replace(verdict, state=state, decision=decision, reason="importing.row.changed")


def _refused(read: PersonRead, reason: str) -> ImportRow:
    return ImportRow(
        number=read.line.number,
        state=ImportState.REFUSED,
        decision=RowDecision.SKIP,
        reason=reason,
        cells=tuple(_cell(cell, {}, None) for cell in read.cells),
    )


def _draft(facts: Facts) -> PersonDraft:
    plain = {name: value for name, value in facts.items() if name != "role"}
    role = AttendeeRole(facts["role"]) if "role" in facts else None
    return PersonDraft(**plain, role=role)


def _compare(read: PersonRead, known: Facts, places: Places) -> tuple[Facts, tuple[Told, ...]]:
    """Return what a row would change of somebody known, and its cells with further doubts."""
    changes: Facts = {}
    if all(known[name] == told for name, told in read.facts.items()):
        return changes, read.cells
    cells = []
    for cell in read.cells:
        doubt = ""
        for name, value in cell.facts.items():
            told = read.facts[name] if name == "phone" else value
            is_change, told_doubt = _weigh(name, told, known, read, places)
            doubt = doubt or told_doubt
            if is_change:
                changes[name] = told
        cells.append(doubted(cell, doubt) if doubt else cell)
    zone = read.implied.get("zone", "")
    if "community" in changes and "zone" not in changes and zone not in {"", known["zone"]}:
        changes["zone"] = zone
    return changes, tuple(cells)


def _weigh(
    name: str, told: str, known: Facts, read: PersonRead, places: Places
) -> tuple[bool, str]:
    """Return whether a fact told is a change of the one known, and what is doubtful in it."""
    before = known[name]
    if name in {"title", *_NAMES}:
        return _weigh_name(name, told, known, read)
    if name == "phone":
        is_better = read_phone(told).is_sound or not before
        return is_better and read_phone(before).text != told, ""
    if name == "role":
        lowers = before == AttendeeRole.MEMBER and told != before
        return told != before and not lowers, "importing.cell.role_lowered" if lowers else ""
    if name == "community":
        return places.community(before).text != told, ""
    return fold_tight(before) != fold_tight(told), ""


def _weigh_name(name: str, told: str, known: Facts, read: PersonRead) -> tuple[bool, str]:
    """Tell of another spelling of a name, which is never changed; a title may be."""
    if name == "title":
        return title_key(known[name]) != title_key(told) and _is_apart(known, read), ""
    differs = known[name] != told and _is_apart(known, read)
    return False, "importing.cell.spelling" if differs else ""


def _is_apart(known: Facts, read: PersonRead) -> bool:
    """Tell whether title and name are cut apart alike; else they were only cut elsewhere."""
    here = name_key(*(read.facts.get(name, "") for name in _NAMES))
    return here == name_key(known["first_name"], known["last_name"])


def _cell(cell: Told, changes: Facts, known: Facts | None) -> ImportCell:
    changed = [name for name in cell.facts if name in changes]
    state, reason = cell.state, cell.reason
    if state is None:
        state = ImportState.NEW if known is None else ImportState.MATCHED
        if changed:
            state, reason = ImportState.CHANGED, "importing.cell.changed"
    before = " ".join(known[name] for name in changed) if known else ""
    return ImportCell(
        column=cell.column,
        field=cell.field,
        raw=cell.raw,
        value=cell.value,
        state=state,
        reason=reason,
        before=before,
    )
