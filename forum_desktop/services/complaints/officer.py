"""Who works at this complaint desk: told once on the laptop, written beside every opening."""

from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.services.desk import Desk
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line


def name_officer(desk: Desk, forum_id: UUID, name: str) -> None:
    """Say who works at this laptop's complaint desk from now on; empty where nobody is told."""
    said = line(name)
    with desk.act() as act:
        settings.keep(act, _place(forum_id), said)


def officer_of(look: Reading, forum_id: UUID) -> str:
    """Return who works at this laptop's complaint desk, empty where nobody was told."""
    return settings.read(look, _place(forum_id))


def opener_of(act: Writing, forum_id: UUID) -> str:
    """Return who opens something here: the officer, or the station's name, with its letter."""
    station = own_station(act, forum_id)
    name = officer_of(act, forum_id) or station.name
    return f"{name} ({station.letter})" if name else station.letter


def _place(forum_id: UUID) -> str:
    return f"complaint/officer/{forum_id}"
