"""From folded entities to table rows: the tables hold what the log says, nothing else."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete

from forum_desktop.db.codec import Fields, default_fields, required_fields
from forum_desktop.db.driver import driver_of
from forum_desktop.db.fold import Folded, Heads, fold
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
_FACTS = {
    name: tuple(one for one in columns if one not in {"id", "forum_id", "born", "search_key"})
    for name, columns in _COLUMNS.items()
}
_REPLACE = {name: _insert(t, _COLUMNS[name], "OR REPLACE") for name, t in ENTITY_TABLES.items()}
_OPERATION_COLUMNS = tuple(Operation.__slots__)
_APPEND = _insert(operation, _OPERATION_COLUMNS)
_SELECT = f"SELECT {', '.join(_OPERATION_COLUMNS)} FROM operation WHERE "
_APPEND_NEW = f"{_APPEND} ON CONFLICT(forum, replica, sequence, sha) DO NOTHING"
_CONFLICT = _insert(field_conflict, ("entity", "field", "choices"))
_AGREE = f"DELETE FROM {field_conflict.name} WHERE entity = ?"


def to_row(folded: Folded) -> dict[str, Any] | None:
    """Return the table row of an entity, or None where it cannot be shown.

    Erased entities have none, nor those of a newer app's kind, nor those of which the
    creating operation has not arrived yet.
    """
    record_type = ENTITY_TYPES.get(folded.entity_type)
    if record_type is None or folded.erased:
        return None
    facts = {**default_fields(record_type), **folded.facts}
    if not required_fields(record_type) <= facts.keys():
        return None
    return _row(folded.entity_type, folded.entity, folded.forum, folded.born, facts)


def _row(
    entity_type: str, entity: str, forum: str, born: int, facts: Mapping[str, Any]
) -> dict[str, Any]:
    row = {name: facts[name] for name in _FACTS[entity_type] if name in facts}
    row["id"], row["forum_id"], row["born"] = entity, forum, born
    if entity_type == "attendee":
        row["search_key"] = search_key(*(str(facts[name]) for name in _OF_PERSON))
    elif entity_type == "opinion":
        row["search_key"] = fold_tight("|".join([str(facts[name]) for name in _OF_OPINION]))
    return row


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
    row = to_row(folded)
    if row is None:
        connection.execute(delete(table).where(table.c.id == folded.entity))
    else:
        values = [row.get(column) for column in _COLUMNS[folded.entity_type]]
        driver_of(connection).execute(_REPLACE[folded.entity_type], values)


def refold_all(connection: Connection, entities: Iterable[Sequence[Operation]]) -> None:
    """Make the tables say of many entities what all operations of each say."""
    driver = driver_of(connection)
    rows: dict[str, list[list[Any]]] = {}
    agreed, conflicts = [], []
    for operations in entities:
        folded = fold(operations)
        row = to_row(folded)
        if row is None:
            write_row(connection, folded)
        else:
            columns = _COLUMNS[folded.entity_type]
            rows.setdefault(folded.entity_type, []).append([row.get(name) for name in columns])
        agreed.append((folded.entity,))
        conflicts += told_conflicts(folded)
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
    row = [getattr(made, column) for column in _OPERATION_COLUMNS]
    driver_of(connection).execute(_APPEND, row)


def append_new(connection: Connection, arriving: Iterable[Operation]) -> list[Operation]:
    """Put operations in the log that are not known here; return those, each once."""
    driver, added = driver_of(connection), []
    for item in arriving:
        row = [getattr(item, column) for column in _OPERATION_COLUMNS]
        if driver.execute(_APPEND_NEW, row).rowcount:
            added.append(item)
    return added


def operations_of(connection: Connection, entity: str) -> list[Operation]:
    """Return all operations of an entity."""
    return list(select_operations(connection, "entity = ?", (entity,)))


def select_operations(
    connection: Connection, condition: str, values: Sequence[str]
) -> Iterator[Operation]:
    """Yield the operations that meet a condition, which is text of ours."""
    for row in driver_of(connection).execute(_SELECT + condition, values):
        yield to_operation(dict(zip(_OPERATION_COLUMNS, row, strict=True)))


def to_operation(row: Mapping[Any, Any]) -> Operation:
    """Return the operation that a row of the log holds."""
    facts = {name: row[name] for name in _OPERATION_COLUMNS}
    return Operation(**{**facts, "kind": OperationKind(facts["kind"])})
