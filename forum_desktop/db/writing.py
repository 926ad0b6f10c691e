"""Writing: every change is an operation and its row, in one transaction."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, update

from forum_desktop.clock import to_milliseconds
from forum_desktop.db.codec import Entity, Fields, to_fields
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import (
    PAYLOAD_VERSION,
    digest,
    make_payload,
    next_clock,
    operation_sha,
)
from forum_desktop.db.projection import (
    append,
    new_entity,
    operations_of,
    refold,
    write_folded,
    write_row,
)
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import NAMES, operation
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import new_id
from forum_desktop.records.operation import Operation, OperationKind

E = TypeVar("E", bound=Entity)

# The hot statements go to the driver as text: compiling them costs more than running them.
_READ_PLACE = (
    "SELECT sequence, sha, max(clock, (SELECT clock FROM head)) FROM operation"
    " WHERE forum = ? AND replica = ? ORDER BY sequence DESC LIMIT 1"
)
_READ_CLOCK = "SELECT 0, '', clock FROM head"
_COUNT = (
    "INSERT INTO counter(series, value) VALUES (?, 1)"
    " ON CONFLICT(series) DO UPDATE SET value = value + 1 RETURNING value"
)


class Writing(Reading):
    """One act: all its operations and rows are kept, or none."""

    def __init__(self, connection: Connection, replica: str, now: datetime, actor: str) -> None:
        super().__init__(connection)
        self.replica = replica
        # As exact as it is kept, so that a record just made equals the one read back.
        self.now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        self._actor = actor

    def new_id(self) -> UUID:
        """Return a new id of this moment."""
        return new_id(self.now)

    def next_number(self, series: str) -> int:
        """Return the next number of a series of this laptop, from 1."""
        return int(self.driver.execute(_COUNT, (series,)).fetchone()[0])

    def add(self, record: E) -> E:
        """Keep a new record."""
        facts = to_fields(record)
        made = self._append(record, OperationKind.PUT, make_payload(facts, {}))
        write_row(self.connection, new_entity(made, facts))
        return record

    def put(self, record: E, *, anew: Collection[str] = ()) -> E:
        """Keep a record as it is now, writing only the facts that changed, and those `anew`.

        Raises Refusal("storage.not_found") for what was erased by law: nothing brings it back.
        """
        known = operations_of(self.connection, str(record.id))
        if not known:
            return self.add(record)
        folded = fold(known)
        if folded.erased:
            raise Refusal("storage.not_found")
        heads = folded.heads
        changed = {
            name: value
            for name, value in to_fields(record).items()
            if name in anew
            or name not in heads
            or any(head_value != value for _, head_value in heads[name])
        }
        if changed:
            made = self._change(record, changed, heads)
            write_folded(self.connection, fold([*known, made]))
        return record

    def _change(self, record: Entity, changed: Fields, heads: dict[str, Any]) -> Operation:
        replaced = {name: [sha for sha, _ in heads.get(name, ())] for name in changed}
        return self._append(record, OperationKind.PUT, make_payload(changed, replaced))

    def erase(self, record: Entity) -> None:
        """Remove a record's content everywhere, for good; a marker stays."""
        self._append(record, OperationKind.ERASE, make_payload({}, {}))
        blank_payloads(self.connection, str(record.id))
        refold(self.connection, str(record.id))

    def _append(self, record: Entity, kind: OperationKind, payload: str) -> Operation:
        sequence, previous, clock = self._place(str(record.forum_id))
        at = to_milliseconds(self.now)
        unnamed = Operation(
            sha="",
            replica=self.replica,
            sequence=sequence + 1,
            clock=next_clock(clock, at),
            at=at,
            actor=self._actor,
            forum=str(record.forum_id),
            entity=str(record.id),
            entity_type=NAMES[type(record)],
            kind=kind,
            version=PAYLOAD_VERSION,
            payload=payload,
            payload_sha=digest(payload),
            previous=previous,
        )
        made = replace(unnamed, sha=operation_sha(unnamed))
        append(self.connection, made)
        return made

    def _place(self, forum: str) -> tuple[int, str, int]:
        """Return this laptop's last number and hash in a forum, and the latest clock known."""
        last = self.driver.execute(_READ_PLACE, (forum, self.replica)).fetchone()
        sequence, sha, clock = last or self.driver.execute(_READ_CLOCK).fetchone()
        return int(sequence), str(sha), int(clock)


def blank_payloads(connection: Connection, entity: str) -> None:
    """Forget what the operations of an erased entity said; their hashes stay."""
    writings = operation.c.kind != OperationKind.ERASE.value
    connection.execute(
        update(operation).where(operation.c.entity == entity, writings).values(payload=None)
    )
