"""Facts that two laptops wrote without knowing of each other: both are kept, a person chooses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from forum_desktop.db import conflicts
from forum_desktop.db.codec import to_record
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import Conflict, ConflictValue
from forum_desktop.records.meeting import Station
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange import reopened
from forum_desktop.services.histories.naming import Names, label_of
from forum_desktop.services.histories.reading import SEALED_WORDS
from forum_desktop.services.histories.zones import zone_of
from forum_desktop.sync.classes import CLASSES, SEALED

_KINDS_UNASKED = frozenset(("forum_keys", "station_key", "pack_copy", "privacy_request"))
_FACTS_UNASKED = frozenset(
    (
        *("import_id", "updated_at", "replica", "letter", "notice_version", "media_type"),
        *("sha256", "size", "original_sha256", "original_size", "source_id", "origin_forum_id"),
    )
)
"""Marks that the app sets; the one that counts is as good as the other."""
_ITEM = ("reference", "number", "name", "title", "subject")
_PERSON = ("title", "first_name", "last_name")


def list_conflicts(desk: Desk, forum_id: UUID) -> tuple[Conflict, ...]:
    """Return the facts of a forum that await a choice, in the order their items were made.

    Those whose choice was taken back here are among them. Of what is sealed nothing is told,
    and of keys and marks that no person can judge nothing is asked.
    """
    with desk.look() as look:
        stations = {one.replica: one.letter for one in look.all(Station, forum_id=forum_id)}
        telling = _Telling(look, forum_id, stations, zone_of(look, desk, forum_id))
        found = tuple(telling.open_conflicts())
        known = {one.key for one in found}
        again = (one for one in reopened.read(look, forum_id) if one.key not in known)
        return (*found, *(telling.told(one) for one in again if _still_stands(look, one)))


def choose(desk: Desk, conflict: Conflict, value: ConflictValue) -> None:
    """Let one value count on all laptops; choosing another later, or taking back, undoes it.

    Raises Refusal("storage.not_found") where the item was erased meanwhile.
    """
    record_type = ENTITY_TYPES[conflict.entity_type]
    with desk.act() as act:
        record: Any = act.get(record_type, conflict.entity_id)
        row = conflicts.row_of(act, conflict.entity_type, conflict.entity_id)
        chosen: Any = to_record(record_type, {**row, conflict.fact: value.value})
        told = {conflict.fact: getattr(chosen, conflict.fact)}
        act.put(replace(record, **told), anew=(conflict.fact,))
        reopened.forget(act, record.forum_id, conflict)


def take_choice_back(desk: Desk, conflict: Conflict) -> None:
    """Let the value count that counted before a choice, and ask again on this laptop.

    Raises Refusal("storage.not_found") where the item was erased meanwhile.
    """
    choose(desk, conflict, conflict.values[0])
    with desk.act() as act:
        record: Any = act.get(ENTITY_TYPES[conflict.entity_type], conflict.entity_id)
        reopened.keep(act, record.forum_id, conflict)


class _Telling:
    """Spells conflicts as people call things; one look long."""

    def __init__(
        self, look: Reading, forum_id: UUID, stations: dict[str, str], zone: tzinfo | None
    ) -> None:
        self._look, self._forum_id = look, forum_id
        self._stations, self._zone = stations, zone
        self._names = Names(look, forum_id)

    def open_conflicts(self) -> Iterator[Conflict]:
        """Yield what the fold left open and is not sealed."""
        for found in conflicts.open_conflicts(self._look, self._forum_id):
            if self._is_asked(found):
                yield self.told(
                    Conflict(
                        entity_type=found.entity_type,
                        entity_id=UUID(found.entity),
                        item="",
                        fact=found.fact,
                        values=tuple(self._value(writing) for writing in found.writings),
                    )
                )

    def told(self, conflict: Conflict) -> Conflict:
        """Return a conflict with its item and values as people call them."""
        kind, fact = conflict.entity_type, conflict.fact
        record: Any = self._look.find(ENTITY_TYPES[kind], conflict.entity_id)
        values = tuple(
            replace(value, told=self._names.spell(kind, fact, value.value))
            for value in conflict.values
        )
        item = label_of(self._look, record) or self._item(conflict)
        return replace(conflict, item=item, values=values)

    def _is_asked(self, found: conflicts.OpenConflict) -> bool:
        kind = found.entity_type
        if CLASSES.get(kind) == SEALED or kind in _KINDS_UNASKED or found.fact in _FACTS_UNASKED:
            return False
        try:
            row = conflicts.row_of(self._look, kind, UUID(found.entity))
        except Refusal:  # what creates it has not arrived yet
            return False
        return not (row.get("is_sealed") and found.fact in SEALED_WORDS)

    def _value(self, writing: conflicts.LiveWriting) -> ConflictValue:
        return ConflictValue(
            value=writing.value,
            station=self._stations.get(writing.replica, ""),
            actor=writing.actor,
            at=datetime.fromtimestamp(writing.at / 1000, self._zone),
        )

    def _item(self, conflict: Conflict) -> str:
        row = conflicts.row_of(self._look, conflict.entity_type, conflict.entity_id)
        if "first_name" in row:
            title, first, last = (str(row[name] or "") for name in _PERSON)
            return f"{title}{first} {last}".strip()
        return next((str(row[name]) for name in _ITEM if row.get(name)), "")


def _still_stands(look: Reading, conflict: Conflict) -> bool:
    """Tell whether the value that was put back counts still: nobody wrote another since."""
    try:
        row = conflicts.row_of(look, conflict.entity_type, conflict.entity_id)
    except Refusal:
        return False
    return bool(row[conflict.fact] == conflict.values[0].value)
