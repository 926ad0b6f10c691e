"""Writing: every change is an operation and its row, in one transaction."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from forum_desktop.clock import to_milliseconds
from forum_desktop.db.codec import Entity, Fields, to_fields
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import (
    PAYLOAD_VERSION,
    digest,
    header_sha,
    make_payload,
    next_clock,
)
from forum_desktop.db.projection import operations_of, refold, write_row
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import NAMES, counter, head, operation
from forum_desktop.records.identity import new_id
from forum_desktop.records.operation import Operation, OperationKind

E = TypeVar("E", bound=Entity)

_READ_HEAD = select(head.c.replica, head.c.sequence, head.c.sha, head.c.clock)
_MOVE_HEAD = update(head).values(
    sequence=bindparam("new_sequence"), sha=bindparam("new_sha"), clock=bindparam("new_clock")
)
_APPEND = insert(operation)
_COUNT = (
    upsert(counter)
    .values(series=bindparam("series"), value=1)
    .on_conflict_do_update(index_elements=["series"], set_={"value": counter.c.value + 1})
    .returning(counter.c.value)
)


class Writing(Reading):
    """One act: all its operations and rows are kept, or none."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        super().__init__(connection)
        self.now = now
        self._actor = actor

    @property
    def replica(self) -> str:
        """This laptop's name in the log."""
        return str(self.connection.execute(_READ_HEAD).one().replica)

    def new_id(self) -> UUID:
        """Return a new id of this moment."""
        return new_id(self.now)

    def next_number(self, series: str) -> int:
        """Return the next number of a series of this laptop, from 1."""
        return int(self.connection.execute(_COUNT, {"series": series}).scalar_one())

    def add(self, record: E) -> E:
        """Keep a new record."""
        made = self._append(record, OperationKind.PUT, make_payload(to_fields(record), {}))
        write_row(self.connection, fold([made]))
        return record

    def put(self, record: E) -> E:
        """Keep a record as it is now, writing only the facts that changed."""
        known = operations_of(self.connection, str(record.id))
        if not known:
            return self.add(record)
        heads = fold(known).heads
        changed = {
            name: value
            for name, value in to_fields(record).items()
            if name not in heads or any(head_value != value for _, head_value in heads[name])
        }
        if changed:
            self._change(record, changed, heads)
        return record

    def _change(self, record: Entity, changed: Fields, heads: dict[str, Any]) -> None:
        replaced = {name: [sha for sha, _ in heads.get(name, ())] for name in changed}
        self._append(record, OperationKind.PUT, make_payload(changed, replaced))
        refold(self.connection, str(record.id))

    def erase(self, record: Entity) -> None:
        """Remove a record's content everywhere, for good; a marker stays."""
        self._append(record, OperationKind.ERASE, make_payload({}, {}))
        blank_payloads(self.connection, str(record.id))
        refold(self.connection, str(record.id))

    def _append(self, record: Entity, kind: OperationKind, payload: str) -> Operation:
        here = self.connection.execute(_READ_HEAD).one()
        at = to_milliseconds(self.now)
        header = (
            here.replica,
            here.sequence + 1,
            next_clock(here.clock, at),
            at,
            self._actor,
            str(record.forum_id),
            str(record.id),
            NAMES[type(record)],
            kind.value,
            PAYLOAD_VERSION,
            digest(payload),
            here.sha,
        )
        made = _operation(header_sha(*header), header, payload)
        self._keep(made)
        return made

    def _keep(self, made: Operation) -> None:
        row = {column: getattr(made, column) for column in Operation.__slots__}
        self.connection.execute(_APPEND, {**row, "kind": made.kind.value})
        place = {"new_sequence": made.sequence, "new_sha": made.sha, "new_clock": made.clock}
        self.connection.execute(_MOVE_HEAD, place)


def _operation(sha: str, header: tuple[Any, ...], payload: str) -> Operation:
    replica, sequence, clock, at, actor, forum, entity, entity_type, kind, *rest = header
    version, payload_sha, previous = rest
    return Operation(
        sha=sha,
        replica=replica,
        sequence=sequence,
        clock=clock,
        at=at,
        actor=actor,
        forum=forum,
        entity=entity,
        entity_type=entity_type,
        kind=OperationKind(kind),
        version=version,
        payload=payload,
        payload_sha=payload_sha,
        previous=previous,
    )


def blank_payloads(connection: Connection, entity: str) -> None:
    """Forget what the operations of an erased entity said; their hashes stay."""
    writings = operation.c.kind == OperationKind.PUT.value
    connection.execute(
        update(operation).where(operation.c.entity == entity, writings).values(payload=None)
    )
