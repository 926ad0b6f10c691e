"""From folded entities to table rows: the tables hold what the log says, nothing else."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table, delete

from forum_desktop.db.codec import Fields, default_fields, is_readable, required_fields
from forum_desktop.db.driver import driver_of
from forum_desktop.db.fold import Folded, Heads, fold, told
from forum_desktop.db.tables import ENTITY_TABLES, ENTITY_TYPES, field_conflict, operation
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.thai.finding import search_key
from forum_desktop.thai.folding import fold_tight

_OF_PERSON = ("first_name", "last_name", "phone", "community", "organisation", "position")
_OF_OPINION = ("text", "place", "tags", "on_behalf_of", "answer", "reference")


def _insert(table: Table, columns: Sequence[str], conflict: str = "") -> str:
    marks = ", ".join("?" for _ in columns)
    return f"INSERT {conflict} INTO {table.name}({', '.join(columns)}) VALUES ({marks})"


# Driver text, because compiling these statements would cost more than running them.
_COLUMNS = {name: tuple(column.name for column in t.c) for name, t in ENTITY_TABLES.items()}
_REPLACE = {name: _insert(t, _COLUMNS[name], "OR REPLACE") for name, t in ENTITY_TABLES.items()}
OPERATION_COLUMNS = tuple(Operation.__slots__)
_APPEND = _insert(operation, OPERATION_COLUMNS)
_SELECT = f"SELECT {', '.join(OPERATION_COLUMNS)} FROM operation WHERE "
_APPEND_NEW = f"{_APPEND} ON CONFLICT(forum, replica, sequence, sha) DO NOTHING"
_LAST = "SELECT coalesce(max(number), 0) FROM operation"
_ADDED = "SELECT forum, replica, sequence, sha FROM operation WHERE number > ? ORDER BY number"
_values = attrgetter(*OPERATION_COLUMNS)
_CONFLICT = _insert(field_conflict, ("entity", "field", "choices"))
_AGREE = f"DELETE FROM {field_conflict.name} WHERE entity = ?"


def to_row(folded: Folded) -> dict[str, Any] | None:
    """Return the table row of an entity, or None where it cannot be shown.

    Erased entities have none, nor those of a newer app's kind or with a choice that only it
    knows, nor those of which the creating operation has not arrived yet. The log keeps and
    carries them on all the same.
    """
    values = _row_values(folded)
    if values is None:
        return None
    return dict(zip(_COLUMNS[folded.entity_type], values, strict=True))


def _row_values(folded: Folded) -> list[Any] | None:
    return None if folded.erased else _values_of(folded, folded.facts)


def _values_of(of: Folded | Operation, facts: Fields) -> list[Any] | None:
    """Return an entity's row in the order of its columns, or None where it cannot be shown."""
    kind = of.entity_type
    record_type = ENTITY_TYPES.get(kind)
    if record_type is None:
        return None
    row: dict[str, Any] = {**default_fields(record_type), **facts}
    if not required_fields(record_type).issubset(row):
        return None
    # Set last: a fact of an app to come may be called as one of ours is.
    row["id"], row["forum_id"] = of.entity, of.forum
    row["born"] = of.clock if isinstance(of, Operation) else of.born
    if not is_readable(record_type, row):
        return None
    if kind == "attendee":
        row["search_key"] = search_key(*[str(row[name]) for name in _OF_PERSON])
    elif kind == "opinion":
        row["search_key"] = fold_tight("|".join([str(row[name]) for name in _OF_OPINION]))
    return list(map(row.get, _COLUMNS[kind]))


def new_entity(made: Operation, facts: Fields) -> Folded:
    """Return what the fold gives for a single operation with these facts."""
    heads: Heads = {name: ((made.sha, value),) for name, value in facts.items()}
    return Folded(made.entity, made.entity_type, made.forum, made.clock, False, heads)  # noqa: FBT003


def refold(connection: Connection, entity: str) -> None:
    """Make the tables say of an entity what the log says."""
    write_folded(connection, fold(operations_of(connection, entity)))


def write_folded(connection: Connection, folded: Folded) -> None:
    """Make the tables say of an entity what its fold says."""
    entity = folded.entity
    write_row(connection, folded)
    driver_of(connection).execute(_AGREE, (entity,))
    driver_of(connection).executemany(_CONFLICT, told_conflicts(folded))


def write_row(connection: Connection, folded: Folded) -> None:
    """Put an entity's row in its table, or take it out."""
    table = ENTITY_TABLES.get(folded.entity_type)
    if table is None:
        return
    values = _row_values(folded)
    if values is None:
        connection.execute(delete(table).where(table.c.id == folded.entity))
    else:
        driver_of(connection).execute(_REPLACE[folded.entity_type], values)


def refold_all(
    connection: Connection, entities: Iterable[Sequence[Operation]], *, are_new: bool = False
) -> None:
    """Make the tables say of many entities what all operations of each say.

    `are_new` tells that no table speaks of any of them yet.
    """
    driver = driver_of(connection)
    rows: dict[str, list[list[Any]]] = {}
    agreed, conflicts = [], []
    for operations in entities:
        if are_new and len(operations) == 1:
            # Most have a single operation, which nothing replaces: folding it is reading it.
            kind, row = operations[0].entity_type, _values_of(operations[0], told(operations[0]))
        else:
            folded = fold(operations)
            kind, row = folded.entity_type, _row_values(folded)
            conflicts += told_conflicts(folded)
            if row is None:
                write_row(connection, folded)
            agreed.append((folded.entity,))
        if row is not None:
            rows.setdefault(kind, []).append(row)
    for entity_type, values in rows.items():
        driver.executemany(_REPLACE[entity_type], values)
    driver.executemany(_AGREE, agreed)
    driver.executemany(_CONFLICT, conflicts)


def told_conflicts(folded: Folded) -> list[tuple[str, str, str]]:
    """Return an entity's rows of `field_conflict`."""
    return [
        (folded.entity, name, json.dumps(values, ensure_ascii=False))
        for name, values in folded.conflicts.items()
    ]


def append(connection: Connection, made: Operation) -> None:
    """Put an operation, not known here before, in the log."""
    driver_of(connection).execute(_APPEND, _values(made))


def append_new(connection: Connection, arriving: Iterable[Operation]) -> list[Operation]:
    """Put operations in the log that are not known here; return those, each once."""
    driver, items = driver_of(connection), list(arriving)
    (before,) = driver.execute(_LAST).fetchone()
    driver.executemany(_APPEND_NEW, [_values(item) for item in items])
    (last,) = driver.execute(_LAST).fetchone()
    if last - before == len(items):  # as most often: none was known
        return items
    named = {(item.forum, item.replica, item.sequence, item.sha): item for item in items}
    return [named[tuple(row)] for row in driver.execute(_ADDED, (before,))]


def operations_of(connection: Connection, entity: str) -> list[Operation]:
    """Return all operations of an entity."""
    return list(select_operations(connection, "entity = ?", (entity,)))


def select_operations(
    connection: Connection, condition: str, values: Sequence[str]
) -> Iterator[Operation]:
    """Yield the operations that meet a condition, which is text of ours."""
    for row in driver_of(connection).execute(_SELECT + condition, values):
        yield to_operation(dict(zip(OPERATION_COLUMNS, row, strict=True)))


def to_operation(row: Mapping[Any, Any]) -> Operation:
    """Return the operation that a row of the log holds."""
    facts = {name: row[name] for name in OPERATION_COLUMNS}
    return Operation(**{**facts, "kind": OperationKind(facts["kind"])})
