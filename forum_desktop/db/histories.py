"""Queries for histories: all that was written of a thing and of its parts."""

from collections.abc import Collection, Iterator
from itertools import groupby
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select

from forum_desktop.db.operations import sort_key
from forum_desktop.db.projection import operations_of, select_operations
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES, NAMES
from forum_desktop.records.operation import Operation

R = TypeVar("R")

_PARTS = MappingProxyType(
    {
        "attendee": (
            ("attendance", "attendee_id"),
            ("absence", "attendee_id"),
            ("consent", "attendee_id"),
        ),
        "opinion": (("support", "opinion_id"),),
        "complaint": (("complaint_step", "complaint_id"),),
        "ranking": (("ranked_item", "ranking_id"),),
        "forum": (("minutes_texts", "forum_id"), ("meeting_break", "forum_id")),
    }
)
"""Entities whose history belongs to that of another, which they name in a fact."""

_AT_ONCE = 500
"""SQLite takes a limited number of values in one question."""

_STATIONS = "SELECT replica, name, letter FROM station WHERE forum_id = ?"


def operations_on(reading: Reading, entity_id: UUID) -> tuple[Operation, ...]:
    """Return all that was written of an entity, in the order that the fold takes it."""
    return tuple(sorted(operations_of(reading.connection, str(entity_id)), key=sort_key))


def parts_of(reading: Reading, entity_type: str, entity_id: UUID) -> tuple[str, ...]:
    """Return the ids of what belongs to an entity and has a history of its own."""
    return tuple(
        str(row[0])
        for table, fact in _PARTS.get(entity_type, ())
        for row in reading.driver.execute(
            f"SELECT id FROM {table} WHERE {fact} = ?",
            (str(entity_id),),
        )
    )


def operations_by_entity(
    reading: Reading, entities: Collection[str]
) -> Iterator[tuple[Operation, ...]]:
    """Yield all operations of each of many entities, in the order that the fold takes them."""
    wanted = sorted(entities)
    for begin in range(0, len(wanted), _AT_ONCE):
        some = wanted[begin : begin + _AT_ONCE]
        condition = f"entity IN ({', '.join('?' * len(some))}) ORDER BY entity"
        found = select_operations(reading.connection, condition, some)
        for _, operations in groupby(found, lambda item: item.entity):
            yield tuple(sorted(operations, key=sort_key))


def withdrawn(reading: Reading, record_type: type[R], forum_id: UUID, fact: str) -> tuple[R, ...]:
    """Return the records of a forum in which a fact that tells of a withdrawal is set."""
    table = ENTITY_TABLES[NAMES[record_type]]
    is_set = func.coalesce(table.c[fact], "") != ""
    return reading.records(
        record_type, select(table).where(table.c.forum_id == str(forum_id), is_set)
    )


def station_names(reading: Reading, forum_id: str) -> dict[str, str]:
    """Return what each replica's station is called: by its name, else by its letter."""
    found = reading.driver.execute(_STATIONS, (forum_id,))
    return {str(row[0]): str(row[1] or row[2]) for row in found}


def type_of(reading: Reading, entity_id: str) -> str | None:
    """Return the kind of a known entity by the log's name; None where there is none."""
    found = reading.driver.execute(
        "SELECT entity_type FROM operation WHERE entity = ? LIMIT 1", (entity_id,)
    ).fetchone()
    return str(found[0]) if found and found[0] in ENTITY_TABLES else None
