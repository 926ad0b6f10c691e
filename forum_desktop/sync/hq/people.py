"""How many people came to each forum: counted by the database, merged people once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, func, select

from forum_desktop.db.tables import ENTITY_TABLES

_attendee, _attendance = ENTITY_TABLES["attendee"], ENTITY_TABLES["attendance"]
_stands = _attendance.c.undone == ""
_listed = _attendee.c.withdrawn == ""
_AT_ONCE = 500

_Merged = Sequence[tuple[str, str, str]]
"""Merged people: each with the older one whom she is, and their forum."""


def registered(connection: Connection) -> dict[str, int]:
    """Return by forum how many people are on its list, those merged into others left out."""
    counted = select(_attendee.c.forum_id, func.count()).where(_listed)
    listed = _counter(connection.execute(counted.group_by(_attendee.c.forum_id)))
    merged = _merged(connection)
    shown = _chosen(connection, _attendee.c.id, [one for one, _, _ in merged])
    listed.subtract(forum for one, _, forum in merged if one in shown)
    return dict(listed)


def present(connection: Connection) -> dict[str, int]:
    """Return by forum how many people were there, in any session."""
    people = func.count(func.distinct(_attendance.c.attendee_id))
    counted = select(_attendance.c.forum_id, people).where(_stands)
    came = _counter(connection.execute(counted.group_by(_attendance.c.forum_id)))
    came.subtract(_counted_twice(connection))
    return dict(came)


def _counted_twice(connection: Connection) -> Counter[str]:
    merged = _merged(connection)
    older = {one: other for one, other, _ in merged}
    families: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one, _, forum in merged:
        root = _root(older, one)
        families[forum, root].update((one, root))
    everybody = sorted({one for family in families.values() for one in family})
    came = _chosen(connection, _attendance.c.attendee_id, everybody)
    twice: Counter[str] = Counter()
    for (forum, _), family in families.items():
        twice[forum] += max(len(family & came) - 1, 0)
    return twice


def _merged(connection: Connection) -> _Merged:
    """Return merged people as db/merged.py knows them: only an older one who is here counts."""
    older = _attendee.alias()
    chosen = (
        select(_attendee.c.id, _attendee.c.same_as, _attendee.c.forum_id)
        .join(older, older.c.id == _attendee.c.same_as)
        .where(_attendee.c.same_as < _attendee.c.id)
    )
    return connection.execute(chosen).all()


def _root(older: Mapping[str, str], one: str) -> str:
    while one in older:
        one = older[one]
    return one


def _chosen(connection: Connection, column: Column[str], ids: Sequence[str]) -> set[str]:
    """Return which of the people are listed, or came, as the column asks."""
    condition = _listed if column.table is _attendee else _stands
    return set(_each(connection, column, ids, condition))


def _each(
    connection: Connection, column: Column[str], ids: Sequence[str], condition: object
) -> Iterator[str]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from connection.execute(
            select(column).where(column.in_(some), condition)  # type: ignore[arg-type]
        ).scalars()


def _counter(rows: Iterable[Any]) -> Counter[str]:
    return Counter({row[0]: row[1] for row in rows})
