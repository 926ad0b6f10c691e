"""Whether the log is what was written: each operation by its hash, each chain by its links."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection

from forum_desktop.db.operations import is_genuine
from forum_desktop.db.projection import select_operations
from forum_desktop.records.operation import Operation

_IN_ORDER = "1 ORDER BY forum, replica, sequence, sha"
_ERASED = (
    "SELECT 1 FROM operation AS other WHERE other.entity = operation.entity"
    " AND other.kind = 'erase'"
)
_LOST = f"payload IS NULL AND kind != 'erase' AND NOT EXISTS ({_ERASED})"
_KEPT = f"payload IS NOT NULL AND kind != 'erase' AND EXISTS ({_ERASED})"


def chain_faults(connection: Connection) -> Iterator[str]:
    """Yield operations that are not what their hash says, and links that do not hold.

    A gap is no fault: the rest may be on its way. Nor is a fork: both sides are kept.
    """
    ordered = select_operations(connection, _IN_ORDER, ())
    last: dict[tuple[str, str], tuple[int, frozenset[str]]] = {}
    for (forum, replica, sequence), same in groupby(ordered, _place):
        items = tuple(same)
        before = last.get((forum, replica))
        known = before[1] if before is not None and before[0] == sequence - 1 else None
        for item in items:
            yield from _faults_of(item, known)
        last[forum, replica] = sequence, frozenset(item.sha for item in items)
    yield from _erasing_faults(connection)


def _place(item: Operation) -> tuple[str, str, int]:
    return item.forum, item.replica, item.sequence


def _faults_of(item: Operation, before: frozenset[str] | None) -> Iterator[str]:
    if not is_genuine(item):
        yield f"operation {item.sha[:12]}: its content is not what its hash says"
    if before is not None and item.previous not in before:
        yield f"chain {item.replica[:8]}: broken at operation {item.sequence}"
    if item.sequence == 1 and item.previous:
        yield f"chain {item.replica[:8]}: begins with a link to nothing"


def _erasing_faults(connection: Connection) -> Iterator[str]:
    for item in select_operations(connection, _LOST, ()):
        yield f"operation {item.sha[:12]}: its content is missing"
    for item in select_operations(connection, _KEPT, ()):
        yield f"operation {item.sha[:12]}: its content was erased and is still here"
