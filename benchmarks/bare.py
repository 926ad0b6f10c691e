"""Bare inserts into the file of a desk: same driver, key and pragmas, and a table's own columns."""

import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from forum_desktop.db.driver import connect
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.services.desk import Desk

_MERGED = ("operation", *ENTITY_TABLES)


class BareTable:
    """A table beside the app's own of the same columns and one index, written without the app."""

    def __init__(self, desk: Desk, table: str) -> None:
        self._bare = connect(desk.database.path, desk.database.key)
        self._table = table
        (made,) = self._bare.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        self._bare.execute(made.replace(table, "bare", 1))
        self._bare.execute("CREATE INDEX ix_bare ON bare(forum_id, born)")

    def inserts(self, count: int) -> "list[partial[None]]":
        """Return inserts of the table's latest rows, one commit each."""
        latest = f"SELECT * FROM {self._table} ORDER BY born DESC LIMIT ?"  # noqa: S608 - ours
        rows = self._bare.execute(latest, (count,)).fetchall()
        return [partial(self._insert, row) for row in reversed(rows)]

    def close(self) -> None:
        """Let the file go."""
        self._bare.close()

    def _insert(self, row: tuple[Any, ...]) -> None:
        marks = ", ".join("?" for _ in row)
        self._bare.execute("BEGIN IMMEDIATE")
        self._bare.execute(f"INSERT INTO bare VALUES ({marks})", row)  # noqa: S608 - our own table
        self._bare.execute("COMMIT")


def bare_merge(target: Path, source: Path) -> float:
    """Return the seconds a row of the log takes to insert into an empty file, with its facts.

    All rows that the log and the tables of `source` hold go into the same tables with the same
    indices of a new file, in one transaction, already read and parsed.
    """
    with closing(Desk.open(source)) as desk:
        rows = _rows(connect(desk.database.path, desk.database.key))
    with closing(Desk.open(target)) as desk:
        bare = connect(desk.database.path, desk.database.key)
    begun = time.perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        marks = ", ".join("?" for _ in values[0])
        bare.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - ours
    bare.execute("COMMIT")
    seconds = time.perf_counter() - begun
    bare.close()
    return seconds / len(rows["operation"])


def _rows(bare: Any) -> dict[str, list[Any]]:
    every = {name: bare.execute(f"SELECT * FROM {name}").fetchall() for name in _MERGED}  # noqa: S608 - ours
    bare.close()
    return {name: rows for name, rows in every.items() if rows}
