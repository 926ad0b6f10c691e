"""Merging in PostgreSQL: the same set union and the same fold, by COPY and sets of rows."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, text

from forum_desktop.db.fold import fold
from forum_desktop.db.projection import to_operation, to_row, told_conflicts
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.sync.merging import Merged

BATCH = 5_000
_COLUMNS = tuple(Operation.__slots__)
_LIST = ", ".join(_COLUMNS)
_BEGIN = (
    f"CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT {_LIST} FROM operation LIMIT 0",
    "CREATE TEMP TABLE touched (entity TEXT PRIMARY KEY) ON COMMIT DROP",
)
_SPOKEN_OF = (
    "SELECT DISTINCT arriving.entity FROM arriving"
    " JOIN operation ON operation.entity = arriving.entity"
)
_APPEND = (  # the names of columns are our own
    f"INSERT INTO operation ({_LIST}) SELECT {_LIST} FROM arriving"
    " ON CONFLICT (forum, replica, sequence, sha) DO NOTHING RETURNING sha"
)
_TOUCH = "INSERT INTO touched SELECT unnest(CAST(:entities AS TEXT[])) ON CONFLICT DO NOTHING"
_BLANK = (
    "UPDATE operation SET payload = NULL WHERE kind <> 'erase' AND payload IS NOT NULL"
    " AND entity IN (SELECT operation.entity FROM operation JOIN touched USING (entity)"
    " WHERE operation.kind = 'erase')"
)
_TOUCHED = f"SELECT {_LIST} FROM operation JOIN touched USING (entity) ORDER BY entity"


def file_operations(connection: Connection, operations: Iterable[Operation]) -> Merged:
    """Take in operations whose hashes were just reckoned, in any order and however often."""
    for statement in _BEGIN:
        connection.execute(text(statement))
    remaining, arrived, new = iter(operations), 0, 0
    while batch := list(islice(remaining, BATCH)):
        arrived, new = arrived + len(batch), new + _take_in(connection, batch)
    connection.execute(text(_BLANK))
    _refold_touched(connection)
    return Merged(new=new, known=arrived - new)


def _take_in(connection: Connection, batch: Sequence[Operation]) -> int:
    connection.execute(text("TRUNCATE arriving"))
    _copy(connection, "arriving", _COLUMNS, (_told(item) for item in batch))
    spoken_of = set(connection.execute(text(_SPOKEN_OF)).scalars())
    added = set(connection.execute(text(_APPEND)).scalars())
    fresh: dict[str, dict[str, Operation]] = {}
    for item in batch:
        if item.sha in added:
            fresh.setdefault(item.entity, {})[item.sha] = item
    whole = {entity for entity, some in fresh.items() if _is_whole(entity, some, spoken_of)}
    _write(connection, [list(fresh[entity].values()) for entity in whole], is_new=True)
    connection.execute(text(_TOUCH), {"entities": list(fresh.keys() - whole)})
    return len(added)


def _is_whole(entity: str, operations: Mapping[str, Operation], spoken_of: set[str]) -> bool:
    is_new = entity not in spoken_of
    return is_new and all(item.kind is not OperationKind.ERASE for item in operations.values())


def _refold_touched(connection: Connection) -> None:
    rows = connection.execute(text(_TOUCHED), execution_options={"yield_per": BATCH}).mappings()
    grouped = groupby((to_operation(row) for row in rows), attrgetter("entity"))
    entities = (list(operations) for _, operations in grouped)
    while some := list(islice(entities, BATCH)):
        _write(connection, some, is_new=False)


def _write(connection: Connection, entities: list[list[Operation]], *, is_new: bool) -> None:
    """Put the rows that the fold gives into their tables."""
    by_type: dict[str, list[dict[str, Any]]] = {}
    conflicts: list[tuple[str, str, str]] = []
    for operations in entities:
        folded = fold(operations)
        row = to_row(folded)
        if row is not None:
            by_type.setdefault(folded.entity_type, []).append(row)
        conflicts += told_conflicts(folded)
    if not is_new:
        _forget(connection, [operations[0] for operations in entities])
    for entity_type, rows in by_type.items():
        columns = tuple(ENTITY_TABLES[entity_type].c.keys())
        values = ([_plain(row.get(column)) for column in columns] for row in rows)
        _copy(connection, entity_type, columns, values)
    _copy(connection, "field_conflict", ("entity", "field", "choices"), conflicts)


def _forget(connection: Connection, firsts: Sequence[Operation]) -> None:
    by_type: dict[str, list[str]] = {}
    for item in firsts:
        by_type.setdefault(item.entity_type, []).append(item.entity)
    for entity_type, entities in by_type.items():
        for table, column in ((entity_type, "id"), ("field_conflict", "entity")):
            if table in ENTITY_TABLES or table == "field_conflict":
                statement = f"DELETE FROM {table} WHERE {column} = ANY(:entities)"
                connection.execute(text(statement), {"entities": entities})


def _told(item: Operation) -> list[Any]:
    return [_plain(getattr(item, column)) for column in _COLUMNS]


def _plain(value: Any) -> Any:
    """Return a value as PostgreSQL keeps it: it knows no NUL, and tells numbers from truths."""
    if isinstance(value, bool):
        return int(value)
    return str(value).replace("\0", "") if isinstance(value, str) else value


def _copy(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    driver: Any = connection.connection.driver_connection
    names = ", ".join(f'"{column}"' for column in columns)
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
