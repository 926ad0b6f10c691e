"""What the fold could not decide: facts with several live writings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from forum_desktop.db.codec import Primitive
from forum_desktop.db.fold import fold
from forum_desktop.db.projection import operations_of
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation

_OPEN = (
    "SELECT DISTINCT field_conflict.entity, field_conflict.field FROM field_conflict"
    " JOIN operation ON operation.entity = field_conflict.entity WHERE operation.forum = ?"
    " ORDER BY field_conflict.entity, field_conflict.field"
)


@dataclass(frozen=True, slots=True)
class LiveWriting:
    """One value of a fact, and who wrote it when (`at` in milliseconds)."""

    value: Primitive
    replica: str
    actor: str
    at: int


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A fact and its live writings, the one that counts first; each value once."""

    entity: str
    entity_type: str
    fact: str
    writings: tuple[LiveWriting, ...]


def open_conflicts(reading: Reading, forum_id: UUID) -> Iterator[OpenConflict]:
    """Yield the conflicts of a forum, in the order of their entities' ids."""
    for entity, fact in reading.driver.execute(_OPEN, (str(forum_id),)).fetchall():
        known = {item.sha: item for item in operations_of(reading.connection, entity)}
        folded = fold(known.values())
        heads = folded.heads.get(fact, ())
        yield OpenConflict(entity, folded.entity_type, fact, tuple(_writings(heads, known)))


def row_of(reading: Reading, entity_type: str, entity_id: UUID) -> dict[str, Any]:
    """Return an entity's row; raises Refusal("storage.not_found")."""
    table = ENTITY_TABLES.get(entity_type)
    if table is None:
        raise Refusal("storage.not_found")
    chosen = table.select().where(table.c.id == str(entity_id))
    row = reading.connection.execute(chosen).mappings().first()
    if row is None:
        raise Refusal("storage.not_found")
    return dict(row)


def _writings(
    heads: tuple[tuple[str, Primitive], ...], known: dict[str, Operation]
) -> Iterator[LiveWriting]:
    told: set[tuple[type, Primitive]] = set()
    for sha, value in heads:
        if (type(value), value) not in told:
            told.add((type(value), value))
            item = known[sha]
            yield LiveWriting(value, item.replica, item.actor, item.at)
