"""Taking an import back, out of what the log says of each person it wrote."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from forum_desktop.db import importing as queries
from forum_desktop.db.codec import Fields, default_fields, to_fields, to_record
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import read_payload, sort_key
from forum_desktop.db.writing import Writing
from forum_desktop.records.importing import ImportRun
from forum_desktop.records.operation import Operation
from forum_desktop.records.people import Attendee


def take_back(act: Writing, run: ImportRun, reason: str) -> int:
    """Withdraw whom an import entered and reverse what it changed; return how many stayed.

    Who was changed since, by hand or by a later import, stays as she is; so does who was
    entered by the import and has checked in, spoken or presided since.
    """
    used = queries.people_in_use(act, run.forum_id)
    kept = 0
    for operations in tuple(queries.written_people(act, run.forum_id, run.id)):
        person = act.find(Attendee, UUID(operations[0].entity))
        if person is None or person.withdrawn:
            continue
        before, written = _around(operations, run.id)
        now = to_fields(person)
        is_touched = any(now[name] != value for name, value in written.items() if name in now)
        if is_touched or (not before and str(person.id) in used):
            kept += 1
        elif before:
            act.put(_restored(person, before, written))
        else:
            act.put(replace(person, withdrawn=reason))
    return kept


def _around(operations: Sequence[Operation], import_id: UUID) -> tuple[Fields, Fields]:
    """Return the facts before the import wrote, none where it made her, and those it wrote."""
    earlier: list[Operation] = []
    for operation in sorted(operations, key=sort_key):
        written = read_payload(operation.payload)[0] if operation.payload else {}
        if written.get("import_id") == str(import_id):
            return (fold(earlier).facts if earlier else {}), written
        earlier.append(operation)
    return {}, {}


def _restored(person: Attendee, before: Fields, written: Fields) -> Attendee:
    now = {"id": str(person.id), "forum_id": str(person.forum_id), **to_fields(person)}
    earlier = {**default_fields(Attendee), **before}
    return to_record(Attendee, {**now, **{name: earlier[name] for name in written if name in now}})
