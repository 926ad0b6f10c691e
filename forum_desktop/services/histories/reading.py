"""Reading a history out of the log."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, tzinfo
from uuid import UUID

from forum_desktop.db import histories as queries
from forum_desktop.db.codec import Fields, Primitive, default_fields, field_types
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import read_payload
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintCase
from forum_desktop.records.history import Change, Deed, History, Revision
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.histories.naming import Names, label_of
from forum_desktop.services.histories.zones import zone_of

_NEVER = frozenset(
    ("screening", "sealed_part", "sealing_key", "access", "pack_copy", "privacy_request")
)
"""Kinds whose contents are told by no history: sealed, of health, or not meant for reading."""

SEALED_WORDS = frozenset(field.name for field in fields(ComplaintCase)) | {"reason", "owner"}

_WITHDRAWING = ("withdrawn", "undone", "withdrawn_at")
_REASONS = ("withdrawn", "undone", "reason", "same_because", "reopened")
_UNTOLD = frozenset(
    (
        *("import_id", "updated_at", "replica", "letter", "notice_version", "badge"),
        *("sha256", "size", "original_sha256", "original_size", "media_type"),
        *("answers", "latitude", "longitude", "source_id", "origin_forum_id"),
        *("withdrawn", "undone", "withdrawn_at", "reason", "same_because", "reopened"),
        *("complaint_id", "ranking_id", "opinion_id"),
    )
)
"""Facts told beside the changes, or by nothing that people read."""

_OF_PARENT = {
    *(("attendance", "attendee_id"), ("absence", "attendee_id"), ("consent", "attendee_id")),
}


def history_of(desk: Desk, entity_id: UUID) -> History:
    """Return what was done to a thing and its parts since it was made, the oldest first.

    Facts are named as in the record. Each is told as changed from what its writer knew, also
    where another laptop wrote at the same time. What is sealed, and what is kept of health, is
    never told; what was erased by law is gone. Raises Refusal("storage.not_found").
    """
    with desk.look() as look:
        entity_type = queries.type_of(look, str(entity_id))
        if entity_type is None or entity_type in _NEVER:
            raise Refusal("storage.not_found")
        written = queries.operations_on(look, entity_id)
        teller = _teller(look, desk, written)
        parts = queries.parts_of(look, entity_type, entity_id)
        revisions = list(teller.tell(written))
        for operations in queries.operations_by_entity(look, parts):
            revisions += teller.tell(operations)
        revisions.sort(key=lambda told: told[0])
        record = look.find(ENTITY_TYPES[entity_type], entity_id)
        label = "" if record is None else label_of(look, record)
    return History(
        id=entity_id,
        entity_type=entity_type,
        label=label,
        revisions=tuple(revision for _, revision in revisions),
        is_sealed=teller.is_sealed,
    )


def last_writing(operations: Sequence[Operation], facts: Collection[str]) -> Operation | None:
    """Return the last operation that wrote one of some facts of an entity."""
    writing = [
        one for one in operations if one.payload and facts & read_payload(one.payload)[0].keys()
    ]
    return writing[-1] if writing else None


@dataclass(frozen=True, slots=True)
class _Teller:
    """Turns operations into revisions, in the zone of the forum."""

    zone: tzinfo | None
    names: Names
    stations: dict[str, str]
    is_sealed: bool

    def tell(self, operations: Sequence[Operation]) -> Iterator[tuple[int, Revision]]:
        """Yield the revisions of one entity, with the clock that orders them."""
        known: dict[str, Fields] = {}
        facts: Fields = {}
        for operation in operations:
            told, replaced = read_payload(operation.payload) if operation.payload else ({}, {})
            before = {name: _replaced(name, replaced, known, facts) for name in told}
            revision = self._revision(operation, before, told, is_first=not known)
            if revision is not None:
                yield operation.clock, revision
            known[operation.sha] = told
            facts |= told

    def _revision(
        self, operation: Operation, before: Fields, after: Fields, *, is_first: bool
    ) -> Revision | None:
        if is_first:
            before = {**dict.fromkeys(after), **_defaults(operation, after)}
        deed = _deed(operation, before, after, is_first=is_first)
        changes = tuple(self._changes(operation.entity_type, before, after))
        if is_first:  # What nobody said before was nothing, whatever the default is.
            changes = tuple(replace(change, before="") for change in changes)
        if deed is Deed.CHANGED and not changes and before == after:
            return None
        return Revision(
            at=datetime.fromtimestamp(operation.at / 1000, self.zone),
            actor=operation.actor,
            changes=changes,
            entity_type=operation.entity_type,
            deed=deed,
            station=self.stations.get(operation.replica, ""),
            reason="" if self.is_sealed else _reason(before, after),
        )

    def _changes(self, entity_type: str, before: Fields, after: Fields) -> Iterator[Change]:
        for fact in _in_order(entity_type, after):
            value = after[fact]
            if _same(before[fact], value) or self._is_hidden(entity_type, fact):
                continue
            told = (self.names.spell(entity_type, fact, one) for one in (before[fact], value))
            was, now = told
            if was != now:
                yield Change(fact=fact, before=was, after=now)

    def _is_hidden(self, entity_type: str, fact: str) -> bool:
        if fact in _UNTOLD or (entity_type, fact) in _OF_PARENT:
            return True
        return self.is_sealed and fact in SEALED_WORDS


def _teller(look: Reading, desk: Desk, written: Sequence[Operation]) -> _Teller:
    forum_id = written[0].forum
    facts = fold(written).facts
    return _Teller(
        zone_of(look, desk, UUID(forum_id)),
        Names(look, UUID(forum_id)),
        queries.station_names(look, forum_id),
        bool(facts.get("is_sealed")) or bool(facts.get("is_erased")),
    )


def _replaced(
    fact: str, replaced: dict[str, list[str]], known: dict[str, Fields], facts: Fields
) -> Primitive:
    """Return what a fact was for its writer: the last of what it replaced."""
    replacing = [known[sha][fact] for sha in replaced.get(fact, ()) if fact in known.get(sha, {})]
    return replacing[0] if replacing else facts.get(fact)


def _in_order(entity_type: str, facts: Fields) -> list[str]:
    """Return the names of facts as the record orders them; those of a newer app come last."""
    record_type = ENTITY_TYPES.get(entity_type)
    order = {name: at for at, name in enumerate(field_types(record_type))} if record_type else {}
    return sorted(facts, key=lambda name: (order.get(name, len(order)), name))


def _defaults(operation: Operation, facts: Fields) -> Fields:
    record_type = ENTITY_TYPES.get(operation.entity_type)
    known = default_fields(record_type) if record_type else {}
    return {name: value for name, value in known.items() if name in facts}


def _deed(operation: Operation, before: Fields, after: Fields, *, is_first: bool) -> Deed:
    if operation.kind is OperationKind.ERASE:
        return Deed.ERASED
    if any(after.get(fact) and not before.get(fact) for fact in _WITHDRAWING):
        return Deed.WITHDRAWN
    if any(before.get(fact) and not after.get(fact) for fact in _WITHDRAWING if fact in after):
        return Deed.RESTORED
    return Deed.MADE if is_first else Deed.CHANGED


def _reason(before: Fields, after: Fields) -> str:
    given = (after[fact] for fact in _REASONS if after.get(fact) and before[fact] != after[fact])
    return str(next(given, ""))


def _same(one: Primitive, other: Primitive) -> bool:
    # True == 1 in Python, so values are told apart together with their type.
    return type(one) is type(other) and one == other
