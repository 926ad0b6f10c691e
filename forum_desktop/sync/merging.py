"""Merging: operations of other laptops join ours; the same set gives the same tables."""

import json
from collections.abc import Iterable, Iterator, Sequence
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
from forum_desktop.records.operation import Operation, OperationKind

BATCH = 2_000
"""Operations taken in together: memory stays flat however many there are."""

_BEGIN = (
    "CREATE TEMP TABLE IF NOT EXISTS touched (entity TEXT PRIMARY KEY) WITHOUT ROWID",
    "DELETE FROM temp.touched",
)
_SPOKEN_OF = (
    "SELECT value FROM json_each(?)"
    " WHERE EXISTS (SELECT 1 FROM operation WHERE operation.entity = value)"
)
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
    for statement in _BEGIN:
        writing.driver.execute(statement)
    arrived = new = latest = 0
    for batch in _batches(operations):
        if not are_named and not all(map(is_genuine, batch)):
            raise Refusal("exchange.not_genuine")
        arrived, new = arrived + len(batch), new + _take_in(writing, batch)
        latest = max(latest, *(item.clock for item in batch))
    _refold_touched(writing)
    _advance_clock(writing, latest)
    return Merged(new=new, known=arrived - new)


def _take_in(writing: Writing, batch: Sequence[Operation]) -> int:
    """Put a batch in the log; return how many operations of it were new."""
    spoken_of = _spoken_of(writing, batch)
    added = append_new(writing.connection, batch)
    fresh: dict[str, list[Operation]] = {}
    for item in added:
        fresh.setdefault(item.entity, []).append(item)
    # Most are new here with all that is said of them: folded at once, not read back first.
    whole = {entity: some for entity, some in fresh.items() if _is_whole(entity, some, spoken_of)}
    refold_all(writing.connection, whole.values(), are_new=True)
    writing.driver.executemany(_TOUCH, [(entity,) for entity in fresh.keys() - whole.keys()])
    return len(added)


def _spoken_of(writing: Writing, batch: Iterable[Operation]) -> set[str]:
    """Return the entities of a batch that the log speaks of already."""
    named = json.dumps(list({item.entity for item in batch}))
    return {entity for (entity,) in writing.driver.execute(_SPOKEN_OF, (named,)).fetchall()}


def _is_whole(entity: str, operations: Sequence[Operation], spoken_of: set[str]) -> bool:
    """Tell whether these are all operations of an entity, with nothing erased."""
    is_new = entity not in spoken_of
    return is_new and all(item.kind is not OperationKind.ERASE for item in operations)


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


def _advance_clock(writing: Writing, latest: int) -> None:
    # Not the log's latest: to look through all of it would cost more the more is known.
    writing.connection.execute(update(head).values(clock=func.max(head.c.clock, latest)))
