"""Conflicts whose choice was taken back on this laptop: they are asked again here."""

import json
from datetime import datetime
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.exchange import Conflict, ConflictValue


def read(look: Reading, forum_id: UUID) -> tuple[Conflict, ...]:
    """Return the conflicts to ask again, their item and values not yet named."""
    kept = settings.read(look, _name(forum_id))
    return tuple(_conflict(told) for told in json.loads(kept)) if kept else ()


def keep(act: Writing, forum_id: UUID, conflict: Conflict) -> None:
    """Ask a conflict again."""
    others = (one for one in read(act, forum_id) if one.key != conflict.key)
    _write(act, forum_id, (*others, conflict))


def forget(act: Writing, forum_id: UUID, conflict: Conflict) -> None:
    """Ask a conflict no more."""
    known = read(act, forum_id)
    others = tuple(one for one in known if one.key != conflict.key)
    if others != known:
        _write(act, forum_id, others)


def _write(act: Writing, forum_id: UUID, conflicts: tuple[Conflict, ...]) -> None:
    told = [
        {
            "entity_type": one.entity_type,
            "entity_id": str(one.entity_id),
            "fact": one.fact,
            "values": [[v.value, v.station, v.actor, v.at.isoformat()] for v in one.values],
        }
        for one in conflicts
    ]
    settings.keep(act, _name(forum_id), json.dumps(told, ensure_ascii=False))


def _conflict(told: "dict[str, list[list[str]]]") -> Conflict:
    return Conflict(
        entity_type=str(told["entity_type"]),
        entity_id=UUID(str(told["entity_id"])),
        item="",
        fact=str(told["fact"]),
        values=tuple(
            ConflictValue(value=value, station=station, actor=actor, at=datetime.fromisoformat(at))
            for value, station, actor, at in told["values"]
        ),
    )


def _name(forum_id: UUID) -> str:
    return f"exchange/{forum_id}/reopened"
