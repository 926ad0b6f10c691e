"""This laptop's station in a forum, which makes its numbers unique."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Station
from forum_desktop.records.plan import Strategy


def own_station(writing: Writing, forum_id: UUID) -> Station:
    """Return this laptop's station, made where it has none yet.

    After a restore the laptop is a new replica: it continues as A2 where it was A, so that
    numbers given after the backup was made are not given again.
    """
    replica = writing.replica
    mine = known_station(writing, forum_id, replica)
    return mine or writing.add(_new_station(writing, forum_id, replica))


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


def _new_station(writing: Writing, forum_id: UUID, replica: str) -> Station:
    before = writing.all(Station, newest_first=True, limit=1, forum_id=forum_id)
    letter = _following(before[0].letter) if before else "A"
    name = before[0].name if before else ""
    station_id = _station_id(forum_id, replica)
    return Station(id=station_id, forum_id=forum_id, letter=letter, name=name, replica=replica)


def _following(letter: str) -> str:
    return f"{letter[0]}{int(letter[1:] or 1) + 1}"


def _station_id(forum_id: UUID, replica: str) -> UUID:
    return same_id(forum_id, "station", replica)
