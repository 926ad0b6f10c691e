"""Bare inserts into the file of a desk: same driver, key and pragmas, and a table's own columns."""

from functools import partial
from typing import Any

from forum_desktop.db.driver import connect
from forum_desktop.services.desk import Desk


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
