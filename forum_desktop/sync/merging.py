"""Merging: operations of other laptops join ours; the same set gives the same tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter

from sqlalchemy import func, select, update

from forum_desktop.db.operations import is_genuine
from forum_desktop.db.projection import append_new, refold_all, select_operations, to_operation
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import head, operation
from forum_desktop.db.writing import Writing, blank_payloads
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation

BATCH = 2_000
"""Operations taken in together: memory stays flat however many there are."""

_BEGIN = "CREATE TEMP TABLE IF NOT EXISTS touched (entity TEXT PRIMARY KEY) WITHOUT ROWID"
_FORGET = "DELETE FROM temp.touched"
_TOUCH = "INSERT OR IGNORE INTO temp.touched VALUES (?)"
_TOUCHED = "entity IN (SELECT entity FROM temp.touched) ORDER BY entity"
_ERASED = (
    "SELECT DISTINCT entity FROM operation WHERE kind = 'erase'"
    " AND entity IN (SELECT entity FROM temp.touched)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did: operations not known before, and those already here."""

    new: int
    known: int


def all_operations(reading: Reading) -> tuple[Operation, ...]:
    """Return every operation known here, of whichever laptop."""
    chains = select(operation).order_by(operation.c.replica, operation.c.sequence)
    return tuple(to_operation(row) for row in reading.connection.execute(chains).mappings())


def merge(writing: Writing, operations: Iterable[Operation], *, are_named: bool = False) -> Merged:
    """Take in operations, in any order and however often; all of them or none.

    `are_named` tells that their hashes were reckoned from their content just now, as the reader
    of a bundle does. Raises Refusal("exchange.not_genuine") where one is not what its hash says.
    """
    writing.driver.execute(_BEGIN)
    writing.driver.execute(_FORGET)
    arrived = new = 0
    for batch in _batches(operations):
        if not are_named and not all(map(is_genuine, batch)):
            raise Refusal("exchange.not_genuine")
        added = append_new(writing.connection, batch)
        writing.driver.executemany(_TOUCH, [(item.entity,) for item in added])
        arrived, new = arrived + len(batch), new + len(added)
    _refold_touched(writing)
    _advance_clock(writing)
    return Merged(new=new, known=arrived - new)


def _batches(operations: Iterable[Operation]) -> Iterator[list[Operation]]:
    remaining = iter(operations)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _refold_touched(writing: Writing) -> None:
    for (entity,) in writing.driver.execute(_ERASED).fetchall():
        blank_payloads(writing.connection, entity)
    touched = select_operations(writing.connection, _TOUCHED, ())
    entities = (list(some) for _, some in groupby(touched, attrgetter("entity")))
    while some := list(islice(entities, BATCH)):
        refold_all(writing.connection, some)


def _advance_clock(writing: Writing) -> None:
    latest = select(func.coalesce(func.max(operation.c.clock), 0)).scalar_subquery()
    writing.connection.execute(update(head).values(clock=func.max(head.c.clock, latest)))
