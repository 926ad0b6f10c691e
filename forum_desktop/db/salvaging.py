"""Reading what can be read of a damaged file: row by row around what is broken."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from forum_desktop.db.driver import DriverError, open_with_key
from forum_desktop.db.operations import is_genuine
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.operation import Operation, OperationKind

_COLUMNS = tuple(Operation.__slots__)
_BETWEEN = f"SELECT {', '.join(_COLUMNS)} FROM operation WHERE number BETWEEN ? AND ?"
_ENDS = "SELECT MIN(number), MAX(number) FROM operation"
_STEP = 512
_FARTHEST = 1 << 22
"""Rows looked for where the file cannot even tell how many there are."""
_OWN = {
    "counter": "INSERT INTO counter(series, value) VALUES (?, ?)"
    " ON CONFLICT(series) DO UPDATE SET value = MAX(value, excluded.value)",
    "setting": "INSERT OR REPLACE INTO setting(name, text) VALUES (?, ?)",
    "draft": "INSERT OR REPLACE INTO draft(place, text) VALUES (?, ?)",
}
"""How each row of what is this laptop's own is taken over."""
_NUMBERED = ("opinion", "proposal", "complaint", "assignment")
"""Tables whose numbers are counted in a series of their name."""
_CHAINS = "SELECT forum, replica, sequence, at FROM operation ORDER BY forum, replica, sequence"


class Salvage:
    """A damaged file being read; `unread` are the rows that do not answer any more.

    The cipher gives nothing more through a connection that met a broken page, so each time
    another is opened.
    """

    def __init__(self, path: Path, key: str) -> None:
        self._path, self._key = path, key
        self._connection = open_with_key(path, key)
        self.unread = 0

    def operations(self) -> Iterator[Operation]:
        """Yield what is genuine, whatever is broken between."""
        first, last = self._ends()
        for begin in range(first, last + 1, _STEP):
            for item in self._between(begin, min(last, begin + _STEP - 1)):
                if is_genuine(item):
                    yield item
        self._connection.close()

    def _ends(self) -> tuple[int, int]:
        try:
            first, last = self._connection.execute(_ENDS).fetchone()
        except DriverError:
            self._open_anew()
            return 1, self._last_found()
        return (first or 1), (last or 0)

    def _last_found(self) -> int:
        """Return the farthest row that answers, where the end of the table is broken."""
        last, reach = 0, 1
        while reach <= _FARTHEST:
            last = 2 * reach if self._between(reach, reach + _STEP - 1) else last
            reach *= 2
        self.unread = 0
        return last

    def _between(self, first: int, last: int) -> list[Operation]:
        try:
            rows = self._connection.execute(_BETWEEN, (first, last)).fetchall()
        except DriverError:
            self._open_anew()
            if first == last:
                self.unread += 1
                return []
            middle = (first + last) // 2
            return [*self._between(first, middle), *self._between(middle + 1, last)]
        return [item for row in rows if (item := _operation(row)) is not None]

    def _open_anew(self) -> None:
        self._connection.close()
        self._connection = open_with_key(self._path, self._key)


def carry_own(writing: Writing, path: Path, key: str) -> None:
    """Take over what a file alone tells: settings, half-typed words, the last numbers given."""
    connection = open_with_key(path, key)
    for table, statement in _OWN.items():
        with suppress(DriverError):
            for row in connection.execute(f"SELECT * FROM {table}"):
                writing.driver.execute(statement, tuple(row))
    connection.close()


def raise_counters(writing: Writing, spare: int) -> None:
    """Let no number come again that may have been given: `spare` are acts that are nowhere."""
    for table in _NUMBERED:
        counted = f"SELECT forum_id, COUNT(*) FROM {table} GROUP BY forum_id"
        for forum, many in writing.driver.execute(counted).fetchall():
            writing.driver.execute(_OWN["counter"], (f"{table}/{forum}", many + spare))


def gaps(reading: Reading) -> Iterator[tuple[str, str, int, int | None, int]]:
    """Yield what lacks in each chain: forum, replica, how many, the times before and after."""
    last: tuple[str, str, int, int] = ("", "", 0, 0)
    for forum, replica, sequence, at in reading.driver.execute(_CHAINS):
        is_same = last[:2] == (forum, replica)
        known = last[2] if is_same else 0
        if sequence > known + 1:
            yield forum, replica, sequence - known - 1, last[3] if is_same else None, at
        last = (forum, replica, sequence, at)


def _operation(row: Any) -> Operation | None:
    facts = dict(zip(_COLUMNS, row, strict=True))
    with suppress(ValueError, TypeError):
        return Operation(**{**facts, "kind": OperationKind(facts["kind"])})
    return None
