"""From folded entities to table rows: the tables hold what the log says, nothing else."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from forum_desktop.db.codec import default_fields, required_fields
from forum_desktop.db.fold import Folded, fold
from forum_desktop.db.tables import ENTITY_TABLES, ENTITY_TYPES, field_conflict, operation
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.thai.folding import fold as search_form

_SEARCHED = ("first_name", "last_name", "community", "organisation", "phone", "position")

REPLACE = {name: insert(table).prefix_with("OR REPLACE") for name, table in ENTITY_TABLES.items()}


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
    columns = ENTITY_TABLES[entity_type].c
    row = {name: _stored(value) for name, value in facts.items() if name in columns}
    if entity_type == "attendee":
        row["search_key"] = search_form(" ".join(str(facts[name]) for name in _SEARCHED))
    return {**row, "id": entity, "forum_id": forum, "born": born}


def _stored(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def refold(connection: Connection, entity: str) -> None:
    """Make the tables say of an entity what the log says."""
    folded = fold(operations_of(connection, entity))
    write_row(connection, folded)
    connection.execute(delete(field_conflict).where(field_conflict.c.entity == entity))
    for name, values in folded.conflicts.items():
        choices = json.dumps(values, ensure_ascii=False)
        connection.execute(
            insert(field_conflict), {"entity": entity, "field": name, "choices": choices}
        )


def write_row(connection: Connection, folded: Folded) -> None:
    """Put an entity's row in its table, or take it out."""
    table = ENTITY_TABLES.get(folded.entity_type)
    if table is None:
        return
    row = to_row(folded)
    if row is None:
        connection.execute(delete(table).where(table.c.id == folded.entity))
    else:
        connection.execute(REPLACE[folded.entity_type], row)


def write_rows(connection: Connection, rows: Iterable[tuple[Table, dict[str, Any]]]) -> None:
    """Put many rows, table by table."""
    by_table: dict[Table, list[dict[str, Any]]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    for table, some in by_table.items():
        connection.execute(REPLACE[table.name], some)


def operations_of(connection: Connection, entity: str) -> list[Operation]:
    """Return all operations of an entity."""
    rows = connection.execute(select(operation).where(operation.c.entity == entity))
    return [to_operation(row) for row in rows.mappings()]


def to_operation(row: Mapping[Any, Any]) -> Operation:
    """Return the operation that a row of the log holds."""
    return Operation(**{**row, "kind": OperationKind(row["kind"])})
