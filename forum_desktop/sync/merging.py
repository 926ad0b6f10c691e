"""Merging: operations of other laptops join ours; the same set gives the same tables."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select, update

from forum_desktop.db.operations import is_genuine
from forum_desktop.db.projection import append, refold, to_operation
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import head, operation
from forum_desktop.db.writing import Writing, blank_payloads
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation, OperationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did: operations not known before, and those already here."""

    new: int
    known: int


def all_operations(reading: Reading) -> tuple[Operation, ...]:
    """Return every operation known here, of whichever laptop."""
    chains = select(operation).order_by(operation.c.replica, operation.c.sequence)
    return tuple(to_operation(row) for row in reading.connection.execute(chains).mappings())


def merge(writing: Writing, operations: Iterable[Operation]) -> Merged:
    """Take in operations, in any order and however often; all of them or none.

    Raises Refusal("exchange.not_genuine") where one is not what its hash says.
    """
    arriving = {item.sha: item for item in operations}
    if not all(map(is_genuine, arriving.values())):
        raise Refusal("exchange.not_genuine")
    new = [item for item in arriving.values() if not _is_known(writing, item)]
    for item in new:
        append(writing.connection, item)
    for entity in {item.entity for item in new}:
        _forget_erased(writing, entity)
        refold(writing.connection, entity)
    _advance_clock(writing)
    return Merged(new=len(new), known=len(arriving) - len(new))


def _is_known(writing: Writing, item: Operation) -> bool:
    known = select(operation.c.sha).where(
        operation.c.replica == item.replica,
        operation.c.sequence == item.sequence,
        operation.c.sha == item.sha,
    )
    return writing.connection.execute(known).first() is not None


def _forget_erased(writing: Writing, entity: str) -> None:
    erased = select(operation.c.sha).where(
        operation.c.entity == entity, operation.c.kind == OperationKind.ERASE.value
    )
    if writing.connection.execute(erased).first() is not None:
        blank_payloads(writing.connection, entity)


def _advance_clock(writing: Writing) -> None:
    latest = select(func.coalesce(func.max(operation.c.clock), 0)).scalar_subquery()
    writing.connection.execute(update(head).values(clock=func.max(head.c.clock, latest)))
