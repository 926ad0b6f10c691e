"""Facts that two laptops wrote without knowing of each other: both are kept, a person chooses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from forum_desktop.db import conflicts
from forum_desktop.db.codec import to_record
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import Conflict, ConflictValue
from forum_desktop.records.meeting import Station
from forum_desktop.services.desk import Desk
from forum_desktop.sync.classes import CLASSES, SEALED

_ITEM = ("reference", "number", "name", "title", "subject")
_PERSON = ("title", "first_name", "last_name")


def list_conflicts(desk: Desk, forum_id: UUID) -> tuple[Conflict, ...]:
    """Return the facts of a forum that await a choice, in the order their items were made.

    Of what is sealed nothing is told here.
    """
    with desk.look() as look:
        stations = {one.replica: one.letter for one in look.all(Station, forum_id=forum_id)}
        return tuple(_conflicts(look, forum_id, stations))


def choose(desk: Desk, conflict: Conflict, value: ConflictValue) -> None:
    """Let one value count on all laptops; choosing another later undoes it.

    Raises Refusal("storage.not_found") where the item was erased meanwhile.
    """
    record_type = ENTITY_TYPES[conflict.entity_type]
    with desk.act() as act:
        record: Any = act.get(record_type, conflict.entity_id)
        row = conflicts.row_of(act, conflict.entity_type, conflict.entity_id)
        chosen: Any = to_record(record_type, {**row, conflict.fact: value.value})
        told = {conflict.fact: getattr(chosen, conflict.fact)}
        act.put(replace(record, **told), anew=(conflict.fact,))


def _conflicts(look: Reading, forum_id: UUID, stations: dict[str, str]) -> Iterator[Conflict]:
    for found in conflicts.open_conflicts(look, forum_id):
        if CLASSES.get(found.entity_type) == SEALED:
            continue
        try:
            row = conflicts.row_of(look, found.entity_type, UUID(found.entity))
        except Refusal:  # what creates it has not arrived yet
            continue
        yield Conflict(
            entity_type=found.entity_type,
            entity_id=UUID(found.entity),
            item=_item(row),
            fact=found.fact,
            values=tuple(
                ConflictValue(
                    value=writing.value,
                    station=stations.get(writing.replica, ""),
                    actor=writing.actor,
                    at=datetime.fromtimestamp(writing.at / 1000, UTC),
                )
                for writing in found.writings
            ),
        )


def _item(row: dict[str, Any]) -> str:
    if "first_name" in row:
        title, first, last = (str(row[name] or "") for name in _PERSON)
        return f"{title}{first} {last}".strip()
    return next((str(row[name]) for name in _ITEM if row.get(name)), "")
