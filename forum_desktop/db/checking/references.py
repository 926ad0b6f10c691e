"""Whether what a row points to is known: who came, what was said, which strategy."""

from collections.abc import Iterator

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of
from forum_desktop.db.tables import ENTITY_TABLES

_OWN = frozenset({"forum_id"})


def _pointing() -> Iterator[tuple[str, str]]:
    for name, table in ENTITY_TABLES.items():
        for column in table.c:
            if column.name.endswith("_id") and column.name not in _OWN:
                yield name, column.name


POINTING = tuple(_pointing())
"""Every table and column that names another entity."""


def references_not_here(connection: Connection) -> int:
    """Return how many rows point to something of which no operation is known.

    No fault of the file: what is pointed to may be on its way from another laptop.
    """
    driver = driver_of(connection)
    return sum(int(driver.execute(_statement(*one)).fetchone()[0]) for one in POINTING)


def _statement(table: str, column: str) -> str:
    return (
        f"SELECT COUNT(*) FROM {table} WHERE {column} IS NOT NULL AND {column} != ''"
        f" AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.entity = {table}.{column})"
    )
