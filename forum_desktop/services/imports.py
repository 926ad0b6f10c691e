"""Acts of importing tables: look first, then all of it in one act, which can be taken back."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from forum_desktop.db import importing as queries
from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintIntake
from forum_desktop.records.importing import (
    ImportField,
    ImportKind,
    ImportPreview,
    ImportRow,
    ImportRun,
    OpinionDraft,
    PersonDraft,
    RowDecision,
)
from forum_desktop.records.opinion import Opinion, Utterance
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.complaints import enter_complaint
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.importing.attendees import judge_attendees
from forum_desktop.services.importing.complaints import ComplaintReader, KindIndex
from forum_desktop.services.importing.matching import People
from forum_desktop.services.importing.opinions import OpinionReader, PlanIndex, Speakers
from forum_desktop.services.importing.people import PersonReader
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.preview import Fields, Judge, open_sheet, preview_of
from forum_desktop.services.importing.vocabulary import vocabulary
from forum_desktop.services.opinions import enter_opinion
from forum_desktop.services.taking_back import take_back
from forum_desktop.services.texts import line

_WRITTEN: Mapping[ImportKind, type] = MappingProxyType(
    {
        ImportKind.ATTENDEES: Attendee,
        ImportKind.OPINIONS: Opinion,
        ImportKind.COMPLAINTS: Complaint,
    }
)


def preview_attendees(
    desk: Desk,
    forum_id: UUID,
    path: Path,
    *,
    sheet: str | None = None,
    columns: Fields | None = None,
) -> ImportPreview:
    """Return what an import of people would do; nothing is written.

    `columns` tells what each column holds, from the left, where the guess is wrong. Raises
    Refusal where the file cannot be read as a table (`services.importing.files`).
    """
    return preview(desk, forum_id, ImportKind.ATTENDEES, path, sheet=sheet, columns=columns)


def preview(
    desk: Desk,
    forum_id: UUID,
    kind: ImportKind,
    path: Path,
    *,
    sheet: str | None = None,
    columns: Fields | None = None,
) -> ImportPreview:
    """Return what an import of a kind would do; as `preview_attendees`.

    Opinions and complaints are new or, where the same one was entered before, matched.
    """
    with desk.look() as look:
        pack = pack_of(look, forum_id)
        places = Places(pack)
        found = open_sheet(
            kind,
            path,
            sheet=sheet,
            fields=columns,
            words=vocabulary(kind, _own_heads(kind, pack)),
            places=places,
            recall=lambda layout: _recalled(look, layout),
        )
        judge = _JUDGES[kind](look, forum_id, pack, places)
        basis = queries.latest_change(look, _WRITTEN[kind], forum_id)
        return preview_of(kind, forum_id, found, judge, basis)


def apply_attendees(desk: Desk, forum_id: UUID, preview: ImportPreview) -> ImportRun:
    """Write all that a preview of people tells, or nothing; the same as `apply`."""
    return apply(desk, forum_id, preview)


def apply(desk: Desk, forum_id: UUID, preview: ImportPreview) -> ImportRun:
    """Write all that a preview tells, or nothing, and remember what its columns are.

    Rows that are refused or skipped are not written. Raises Refusal("importing.outdated")
    where entries of that kind were written since the preview was made, and Refusal of
    `importing.missing` where a needed column is not told.
    """
    if preview.missing:
        raise Refusal(f"importing.missing.{preview.missing[0]}")
    with desk.act() as act:
        basis = queries.latest_change(act, _WRITTEN[preview.kind], forum_id)
        if (preview.forum_id, preview.basis) != (forum_id, basis):
            raise Refusal("importing.outdated")
        run = act.add(_run(act, preview))
        for row in preview.rows:
            _write(act, run, row)
        if preview.layout:
            settings.keep(act, _setting(preview.layout), _fields_text(preview))
    return run


def undo_import(desk: Desk, import_id: UUID, reason: str) -> ImportRun:
    """Take an import of people back: those it entered are listed no more, changes are reversed.

    Who has since checked in, spoken, been handed the chair or been changed stays, and `kept`
    counts them: `people_of_import` names them. Raises Refusal("importing.already_undone",
    "importing.only_people") and Refusal("text.empty") without a reason.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        run = act.get(ImportRun, import_id)
        if run.kind is not ImportKind.ATTENDEES:
            raise Refusal("importing.only_people")
        if run.undone:
            raise Refusal("importing.already_undone")
        kept = take_back(act, run, said)
        return act.put(replace(run, undone=said, kept=kept))


def list_imports(desk: Desk, forum_id: UUID) -> tuple[ImportRun, ...]:
    """Return the imports of a forum, newest first."""
    with desk.look() as look:
        return look.all(ImportRun, newest_first=True, forum_id=forum_id)


def people_of_import(desk: Desk, import_id: UUID) -> tuple[Attendee, ...]:
    """Return the people whom an import last wrote and who are listed."""
    with desk.look() as look:
        run = look.get(ImportRun, import_id)
        return look.all(Attendee, forum_id=run.forum_id, import_id=run.id, withdrawn="")


def _judge_attendees(look: Reading, forum_id: UUID, pack: EventPack, places: Places) -> Judge:
    known = People(look.all(Attendee, forum_id=forum_id, withdrawn=""), places)
    return lambda lines, columns: judge_attendees(
        lines, PersonReader(columns, places), known, places
    )


def _judge_opinions(look: Reading, forum_id: UUID, pack: EventPack, places: Places) -> Judge:
    strategies = look.all(Strategy, forum_id=forum_id)
    known = Counter(
        (item.strategy_id, item.approach_id, item.kind, item.text, item.on_behalf_of)
        for item in look.all(Opinion, forum_id=forum_id, withdrawn="")
    )
    plan = PlanIndex(strategies, look.all(Approach, forum_id=forum_id))
    speakers = Speakers(look.all(Attendee, forum_id=forum_id, withdrawn=""))
    return OpinionReader(plan, speakers, places, known).judge


def _judge_complaints(look: Reading, forum_id: UUID, pack: EventPack, places: Places) -> Judge:
    known = Counter(
        (item.kind, item.subject, item.facts, item.community)
        for item in look.all(Complaint, forum_id=forum_id)
    )
    return ComplaintReader(KindIndex(pack.complaint_kinds), places, known).judge


_JUDGES = MappingProxyType(
    {
        ImportKind.ATTENDEES: _judge_attendees,
        ImportKind.OPINIONS: _judge_opinions,
        ImportKind.COMPLAINTS: _judge_complaints,
    }
)


def _own_heads(kind: ImportKind, pack: EventPack) -> dict[str, ImportField]:
    """Return the names that the pack gives to the levels of its plan."""
    if kind is not ImportKind.OPINIONS:
        return {}
    levels = pack.levels
    strategy, approach = ImportField.STRATEGY, ImportField.APPROACH
    return {
        levels.strategy: strategy,
        levels.strategy_english: strategy,
        levels.approach: approach,
        levels.approach_english: approach,
    }


def _recalled(look: Reading, layout: str) -> Fields | None:
    text = settings.read(look, _setting(layout))
    return [ImportField(name) if name else None for name in json.loads(text)] if text else None


def _fields_text(preview: ImportPreview) -> str:
    return json.dumps([column.field for column in preview.columns])


def _setting(layout: str) -> str:
    return f"import/columns/{layout}"


def _run(act: Writing, preview: ImportPreview) -> ImportRun:
    counts = preview.counts
    return ImportRun(
        id=act.new_id(),
        forum_id=preview.forum_id,
        kind=preview.kind,
        file_name=line(preview.path.name[:200]),
        imported_at=act.now,
        rows=counts.rows,
        added=counts.added,
        matched=counts.matched,
        changed=counts.changed,
        skipped=counts.skipped,
        refused=counts.refused,
    )


def _write(act: Writing, run: ImportRun, row: ImportRow) -> None:
    if row.decision is RowDecision.CHANGE and row.known is not None:
        _change(act, run, row, row.known)
    if row.decision is not RowDecision.ADD:
        return
    match row.draft:
        case PersonDraft():
            act.add(_attendee(act, run, row.draft))
        case OpinionDraft():
            _enter(act, run, row.draft)
        case ComplaintIntake():
            enter_complaint(act, run.forum_id, row.draft)


def _change(act: Writing, run: ImportRun, row: ImportRow, known: UUID) -> None:
    facts: dict[str, Any] = dict(row.changes)
    if "role" in facts:
        facts["role"] = AttendeeRole(facts["role"])
    act.put(replace(act.get(Attendee, known), **facts, import_id=run.id))


def _attendee(act: Writing, run: ImportRun, draft: PersonDraft) -> Attendee:
    return Attendee(
        id=act.new_id(),
        forum_id=run.forum_id,
        title=draft.title,
        first_name=draft.first_name,
        last_name=draft.last_name,
        sector=draft.sector,
        community=draft.community,
        zone=draft.zone,
        organisation=draft.organisation,
        position=draft.position,
        phone=draft.phone,
        role=draft.role or AttendeeRole.PARTICIPANT,
        import_id=run.id,
    )


def _enter(act: Writing, run: ImportRun, draft: OpinionDraft) -> None:
    said = Utterance(
        text=draft.text,
        kind=draft.kind,
        strategy_id=draft.strategy_id,
        approach_id=draft.approach_id,
        on_behalf_of=draft.on_behalf_of,
        speaker_id=draft.speaker_id,
    )
    enter_opinion(act, run.forum_id, said)
