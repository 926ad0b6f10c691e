"""Queries over what erasing leaves behind: who was erased, and what still speaks of them."""

from collections.abc import Iterator
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from forum_desktop.db.codec import Entity
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES, NAMES, draft

E = TypeVar("E", bound=Entity)

_ERASED = (
    "SELECT DISTINCT entity FROM operation"
    " WHERE entity_type = 'attendee' AND kind = 'erase' AND forum = ?"
)


def erased_people(reading: Reading, forum_id: UUID) -> frozenset[str]:
    """Return the ids of the people who were erased, on whichever laptop."""
    found = reading.driver.execute(_ERASED, (str(forum_id),)).fetchall()
    return frozenset(str(row[0]) for row in found)


def left_of(
    reading: Reading, kind: type[E], fact: str, forum_id: UUID, people: frozenset[str]
) -> Iterator[E]:
    """Yield the records of a kind, a fact of which is one of some people."""
    table: Any = ENTITY_TABLES[NAMES[kind]]
    column = table.c[fact]
    chosen = select(table).where(table.c.forum_id == str(forum_id), column.is_not(None))
    yield from (
        record for record in reading.records(kind, chosen) if str(getattr(record, fact)) in people
    )


def drafts_at(reading: Reading, places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the places that begin so, each with what is half typed there."""
    for place, text in reading.connection.execute(select(draft.c.place, draft.c.text)):
        if str(place).startswith(places):
            yield str(place), str(text)
