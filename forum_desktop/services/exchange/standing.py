"""How far this laptop knows the others of its forum."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.exchange import StationStanding
from forum_desktop.records.meeting import Station
from forum_desktop.services.desk import Desk
from forum_desktop.services.histories.zones import zone_of
from forum_desktop.sync.knowing import chains


def list_standings(desk: Desk, forum_id: UUID) -> tuple[StationStanding, ...]:
    """Return every laptop heard of, by its letter: when it last wrote, and what is missing."""
    with desk.look() as look:
        zone = zone_of(look, desk, forum_id)
        return tuple(
            sorted(_standings(look, forum_id, desk.database.replica, zone), key=_by_letter)
        )


def _by_letter(standing: StationStanding) -> tuple[int, str]:
    return len(standing.letter), standing.letter


def _standings(
    look: Reading, forum_id: UUID, own: str, zone: tzinfo | None
) -> Iterator[StationStanding]:
    known = chains(look, forum_id)
    for station in look.all(Station, forum_id=forum_id):
        chain = known.get(station.replica)
        yield StationStanding(
            letter=station.letter,
            name=station.name,
            is_own=station.replica == own,
            operations=chain.operations if chain else 0,
            last_at=datetime.fromtimestamp(chain.last_at / 1000, zone) if chain else None,
            missing=chain.missing if chain else (),
        )
