"""Checking the file: its pages, the log's hashes and chains, the tables against the log."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, func, select

from forum_desktop.db.fold import fold
from forum_desktop.db.operations import is_genuine
from forum_desktop.db.projection import to_operation, to_row
from forum_desktop.db.tables import ENTITY_TABLES, operation
from forum_desktop.records.operation import OperationKind
from forum_desktop.records.report import CheckReport


def check_file(connection: Connection) -> CheckReport:
    """Return counts of everything in the file, and every fault found."""
    faults = [*_page_faults(connection), *_log_faults(connection), *_table_faults(connection)]
    return CheckReport(counts=tuple(_counts(connection)), faults=tuple(faults))


def _counts(connection: Connection) -> Iterator[tuple[str, int]]:
    for name, table in (("operation", operation), *ENTITY_TABLES.items()):
        yield name, int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _page_faults(connection: Connection) -> Iterator[str]:
    for check in ("integrity_check", "cipher_integrity_check"):
        for (answer,) in connection.exec_driver_sql(f"PRAGMA {check}"):
            if answer != "ok":
                yield f"page: {answer}"


def _log_faults(connection: Connection) -> Iterator[str]:
    chains = select(operation).order_by(
        operation.c.forum, operation.c.replica, operation.c.sequence
    )
    erased = _erased(connection)
    known: dict[tuple[str, str, int], set[str]] = {}
    for row in connection.execute(chains).mappings():
        item = to_operation(row)
        known.setdefault((item.forum, item.replica, item.sequence), set()).add(item.sha)
        if not is_genuine(item):
            yield f"operation {item.sha[:12]}: its content is not what its hash says"
        if item.payload is None and item.entity not in erased:
            yield f"operation {item.sha[:12]}: its content is missing"
        # A gap is no fault: the rest may be on its way. Nor is a fork: both are kept.
        before = known.get((item.forum, item.replica, item.sequence - 1))
        if before is not None and item.previous not in before:
            yield f"chain {item.replica[:8]}: broken at operation {item.sequence}"


def _erased(connection: Connection) -> set[str]:
    erasing = operation.c.kind == OperationKind.ERASE.value
    return set(connection.execute(select(operation.c.entity).where(erasing)).scalars())


def _table_faults(connection: Connection) -> Iterator[str]:
    expected = _folded_rows(connection)
    for name, table in ENTITY_TABLES.items():
        told = expected.get(name, {})
        held = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
        for entity in sorted(told.keys() | held.keys()):
            if told.get(entity) != held.get(entity):
                yield f"{name} {entity}: the table differs from the log"


def _folded_rows(connection: Connection) -> dict[str, dict[str, dict[str, object]]]:
    rows: dict[str, dict[str, dict[str, object]]] = {}
    ordered = connection.execute(select(operation).order_by(operation.c.entity)).mappings()
    for entity, some in groupby((to_operation(row) for row in ordered), lambda item: item.entity):
        folded = fold(some)
        row = to_row(folded)
        if row is not None:
            columns = ENTITY_TABLES[folded.entity_type].c.keys()
            full = {column: row.get(column) for column in columns}
            rows.setdefault(folded.entity_type, {})[entity] = full
    return rows
