"""Whether the tables say what the log says, and nothing else."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of
from forum_desktop.db.fold import Folded, fold
from forum_desktop.db.projection import select_operations, to_row, told_conflicts
from forum_desktop.db.tables import ENTITY_TABLES, field_conflict
from forum_desktop.records.operation import Operation

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)
"""What a payload that is not as we wrote it makes of a fold."""

_BY_ENTITY = "1 ORDER BY entity"
_COLUMNS = {name: tuple(table.c.keys()) for name, table in ENTITY_TABLES.items()}
_ROW = {
    name: f"SELECT {', '.join(columns)} FROM {name} WHERE id = ?"
    for name, columns in _COLUMNS.items()
}
_CONFLICTS = f"SELECT field, choices FROM {field_conflict.name} WHERE entity = ?"
_STRANGE_ROWS = {
    name: f"SELECT id FROM {name} WHERE NOT EXISTS (SELECT 1 FROM operation"
    f" WHERE operation.entity = {name}.id AND operation.entity_type = '{name}')"
    for name in ENTITY_TABLES
}
_STRANGE_CONFLICTS = (
    f"SELECT DISTINCT entity FROM {field_conflict.name}"
    f" WHERE entity NOT IN (SELECT entity FROM operation)"
)


def table_faults(connection: Connection) -> Iterator[str]:
    """Yield rows that differ from the log, lack, or come from nowhere."""
    driver = driver_of(connection)
    ordered = select_operations(connection, _BY_ENTITY, ())
    for entity, operations in groupby(ordered, attrgetter("entity")):
        try:
            folded, row = _told(operations)
        except UNREADABLE:
            yield f"entity {entity}: what the log says of it cannot be read"
        else:
            yield from _faults_of(driver, folded, row)
    for name, statement in _STRANGE_ROWS.items():
        for (entity,) in driver.execute(statement):
            yield f"{name} {entity}: the table differs from the log"
    for (entity,) in driver.execute(_STRANGE_CONFLICTS):
        yield f"conflict {entity}: the table differs from the log"


def _told(operations: Iterable[Operation]) -> tuple[Folded, list[Any] | None]:
    folded = fold(operations)
    return folded, _expected(folded)


def _faults_of(driver: Any, folded: Folded, row: list[Any] | None) -> Iterator[str]:
    name = folded.entity_type
    if name in ENTITY_TABLES and row != _held(driver, name, folded.entity):
        yield f"{name} {folded.entity}: the table differs from the log"
    told = {(field, choices) for _, field, choices in told_conflicts(folded)}
    if name in ENTITY_TABLES and told != set(driver.execute(_CONFLICTS, (folded.entity,))):
        yield f"conflict {folded.entity}: the table differs from the log"


def _expected(folded: Folded) -> list[Any] | None:
    row = to_row(folded)
    return (
        None if row is None else [_spelled(row.get(name)) for name in _COLUMNS[folded.entity_type]]
    )


def _held(driver: Any, name: str, entity: str) -> list[Any] | None:
    row = driver.execute(_ROW[name], (entity,)).fetchone()
    return None if row is None else list(row)


def _spelled(value: Any) -> Any:
    """Return a value as SQLite gives it back."""
    return int(value) if isinstance(value, bool) else value
