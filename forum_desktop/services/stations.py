"""This laptop's station in a forum, which makes its numbers unique."""

from dataclasses import replace
from string import ascii_uppercase
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Station
from forum_desktop.records.plan import Strategy

LETTERS = ascii_uppercase
"""The letters of stations; one that came out of another is called by it and a number."""


def own_station(writing: Writing, forum_id: UUID) -> Station:
    """Return this laptop's station, made where it has none yet.

    After a restore the laptop is a new replica: it continues as A2 where it was A, so that
    numbers given after the backup was made are not given again.
    """
    replica = writing.replica
    mine = known_station(writing, forum_id, replica)
    return mine or _new_station(writing, forum_id)


def known_station(look: Reading, forum_id: UUID, replica: str) -> Station | None:
    """Return the station that a laptop has in a forum, if it has one."""
    return look.find(Station, _station_id(forum_id, replica))


def renamed(station: Station, name: str) -> Station:
    """Return the station under another name; its letter stays."""
    return replace(station, name=name)


def bound(writing: Writing, forum_id: UUID, strategy_id: UUID | None) -> Station:
    """Return this laptop's station, bound to a strategy of its forum or to none."""
    if strategy_id is not None and writing.get(Strategy, strategy_id).forum_id != forum_id:
        raise Refusal("storage.not_found")
    return replace(own_station(writing, forum_id), strategy_id=strategy_id)


def found_station(
    writing: Writing,
    forum_id: UUID,
    *,
    letter: str,
    name: str = "",
    strategy_id: UUID | None = None,
    role: str = "",
) -> Station:
    """Make this laptop's station, and remember here that it is."""
    station = Station(
        id=_station_id(forum_id, writing.replica),
        forum_id=forum_id,
        letter=letter,
        name=name,
        replica=writing.replica,
        strategy_id=strategy_id,
        role=role,
    )
    settings.keep(writing, f"station/{forum_id}", str(station.id))
    return writing.add(station)


def _new_station(writing: Writing, forum_id: UUID) -> Station:
    before = _station_before(writing, forum_id)
    if before is None:
        return found_station(writing, forum_id, letter="A")
    return found_station(
        writing,
        forum_id,
        letter=_following(before.letter),
        name=before.name,
        strategy_id=before.strategy_id,
        role=before.role,
    )


def _station_before(writing: Writing, forum_id: UUID) -> Station | None:
    """Return the station that this laptop was before it was restored."""
    kept = settings.read(writing, f"station/{forum_id}")
    if kept:
        return writing.find(Station, UUID(kept))
    # A file from before this was remembered knows no other laptop's station.
    known = writing.all(Station, newest_first=True, limit=1, forum_id=forum_id)
    return known[0] if known else None


def _following(letter: str) -> str:
    return f"{letter[0]}{int(letter[1:] or 1) + 1}"


def _station_id(forum_id: UUID, replica: str) -> UUID:
    return same_id(forum_id, "station", replica)
