"""Removing a forum from this laptop, and from it alone: nothing of this travels."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select

from forum_desktop.db.tables import (
    ENTITY_TABLES,
    counter,
    draft,
    field_conflict,
    operation,
    setting,
)
from forum_desktop.db.writing import Writing

_COUNTED = ("attendee", "opinion", "complaint")


def remove_forum(writing: Writing, forum_id: UUID) -> dict[str, int]:
    """Remove every row that is of a forum: its log, its entities, and what is kept beside them.

    Return how many operations, attendees, opinions and complaints went. The operations of an
    erasure would travel and erase on other laptops too; this forgets here only.
    """
    forum, run = str(forum_id), writing.connection.execute
    counts = {"operation": _count(writing, operation, operation.c.forum == forum)}
    entities = select(operation.c.entity).where(operation.c.forum == forum)
    run(delete(field_conflict).where(field_conflict.c.entity.in_(entities)))
    for name, table in ENTITY_TABLES.items():
        condition = or_(table.c.forum_id == forum, table.c.id == forum)
        if name in _COUNTED:
            counts[name] = _count(writing, table, condition)
        run(delete(table).where(condition))
    run(delete(operation).where(operation.c.forum == forum))
    for table, column in ((counter, "series"), (draft, "place"), (setting, "name")):
        run(delete(table).where(table.c[column].contains(forum, autoescape=True)))
    return counts


def _count(writing: Writing, table: Any, condition: ColumnElement[bool]) -> int:
    chosen = select(func.count()).select_from(table).where(condition)
    return int(writing.connection.execute(chosen).scalar_one())
