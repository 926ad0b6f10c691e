"""What the log tells of an opinion: who changed what of it, and when."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

from forum_desktop.db import opinions
from forum_desktop.db.codec import Fields, Primitive
from forum_desktop.db.operations import read_payload
from forum_desktop.records.opinion import Change, Revision
from forum_desktop.services.desk import Desk


def history_of(desk: Desk, opinion_id: UUID) -> tuple[Revision, ...]:
    """Return what was changed of an opinion since it was entered, in its order.

    Facts are named as in the record, their values as the log spells them.
    """
    with desk.look() as look:
        written = opinions.operations_on(look, opinion_id)
    facts: Fields = {}
    revisions = []
    for operation in written:
        told = read_payload(operation.payload)[0] if operation.payload else {}
        if changes := tuple(_changes(facts, told)):
            at = datetime.fromtimestamp(operation.at / 1000, UTC)
            revisions.append(Revision(at=at, actor=operation.actor, changes=changes))
        facts |= told
    return tuple(revisions)


def _changes(facts: Fields, told: Fields) -> Iterator[Change]:
    for fact, after in told.items():
        if fact in facts and facts[fact] != after:
            yield Change(fact=fact, before=_spelled(facts[fact]), after=_spelled(after))


def _spelled(value: Primitive) -> str:
    return "" if value is None else str(value)
