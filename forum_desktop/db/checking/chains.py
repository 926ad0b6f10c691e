"""Whether the log is what was written: each operation by its hash, each chain by its links."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of
from forum_desktop.db.operations import is_genuine
from forum_desktop.db.projection import select_operations
from forum_desktop.records.operation import Operation

_IN_ORDER = "1 ORDER BY forum, replica, sequence, sha"
_ERASED = (
    "SELECT 1 FROM operation AS other WHERE other.entity = operation.entity"
    " AND other.kind = 'erase'"
)
_OWN = "SELECT replica FROM head"
_AT_PLACE_BEFORE = (
    "SELECT 1 FROM operation AS earlier WHERE earlier.forum = operation.forum"
    " AND earlier.replica = operation.replica AND earlier.sequence = operation.sequence - 1"
)
_LINKS_NOT_HERE = (
    f"SELECT COUNT(*) FROM operation WHERE EXISTS ({_AT_PLACE_BEFORE})"
    f" AND NOT EXISTS ({_AT_PLACE_BEFORE} AND earlier.sha = operation.previous)"
)
_LOST = f"payload IS NULL AND kind != 'erase' AND NOT EXISTS ({_ERASED})"
_KEPT = f"payload IS NOT NULL AND kind != 'erase' AND EXISTS ({_ERASED})"


class _Link(NamedTuple):
    """A place in a chain, and the hashes of those that stand there: more than one at a fork."""

    sequence: int
    shas: frozenset[str]


def chain_faults(connection: Connection) -> Iterator[str]:
    """Yield operations that are not what their hash says, and links that do not hold.

    What another laptop wrote may be on its way: a gap in its chain is no fault, nor a link to a
    branch that has not arrived. What this one wrote has to be here, link by link.
    """
    (own,) = driver_of(connection).execute(_OWN).fetchone() or ("",)
    ordered = select_operations(connection, _IN_ORDER, ())
    chain, before = ("", ""), _Link(0, frozenset({""}))
    for (*of, sequence), same in groupby(ordered, _place):
        if chain != tuple(of):
            chain, before = (of[0], of[1]), _Link(0, frozenset({""}))
        items = tuple(same)
        for item in items:
            yield from _faults_of(item, before if item.replica == own else None)
        before = _Link(sequence, frozenset(item.sha for item in items))
    yield from _erasing_faults(connection)


def links_not_here(connection: Connection) -> int:
    """Return how many operations follow one that is not known, though its place is taken.

    Somebody wrote under a name that was another's too; the other branch may be on its way.
    """
    return int(driver_of(connection).execute(_LINKS_NOT_HERE).fetchone()[0])


def _place(item: Operation) -> tuple[str, str, int]:
    return item.forum, item.replica, item.sequence


def _faults_of(item: Operation, before: _Link | None) -> Iterator[str]:
    """Yield what is wrong with an operation; `before` tells what its link must lead to."""
    if not is_genuine(item):
        yield f"operation {item.sha[:12]}: its content is not what its hash says"
    if before is not None and item.sequence != before.sequence + 1:
        yield f"chain {item.replica[:8]}: something lacks before operation {item.sequence}"
    elif before is not None and item.previous not in before.shas:
        yield f"chain {item.replica[:8]}: broken at operation {item.sequence}"
    if item.sequence == 1 and item.previous:
        yield f"chain {item.replica[:8]}: begins with a link to nothing"


def _erasing_faults(connection: Connection) -> Iterator[str]:
    for item in select_operations(connection, _LOST, ()):
        yield f"operation {item.sha[:12]}: its content is missing"
    for item in select_operations(connection, _KEPT, ()):
        yield f"operation {item.sha[:12]}: its content was erased and is still here"
