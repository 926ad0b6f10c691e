"""Headquarters in the window: on the laptop's own file, or on a server."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forum_desktop.db import settings
from forum_desktop.records.headquarters import OfficePlace
from forum_desktop.services.desk import Desk
from forum_desktop.services.headquarters.keys import read_keys
from forum_desktop.services.headquarters.office import Office
from forum_desktop.sync.hq.local import LocalArchive
from forum_desktop.sync.hq.postgres import PostgresArchive

_KEY, _DATABASE = "headquarters/key", "headquarters/database"
_WITH_PASSWORD = re.compile(r"//[^/@]*:[^/@]*@")


@contextmanager
def office_at(desk: Desk, place: OfficePlace) -> Iterator[Office]:
    """Yield headquarters with the desk's own file for its archive, or with a server's.

    Raises as `read_keys` and `open_office`.
    """
    secret, folder = read_keys(place.key_file), desk.database.folder
    if not place.database:
        yield Office(LocalArchive(desk.database), folder, secret, desk.clock)
        return
    archive = PostgresArchive(place.database)
    try:
        yield Office(archive, folder, secret, desk.clock)
    finally:
        archive.close()


def last_place(desk: Desk) -> OfficePlace | None:
    """Return where headquarters was opened last, if it ever was."""
    with desk.look() as look:
        key, database = settings.read(look, _KEY), settings.read(look, _DATABASE)
    return OfficePlace(key_file=Path(key), database=database) if key else None


def keep_place(desk: Desk, place: OfficePlace) -> None:
    """Remember where headquarters was opened; an address with a password in it is not kept."""
    database = "" if _WITH_PASSWORD.search(place.database) else place.database
    with desk.act() as act:
        settings.keep(act, _KEY, str(place.key_file))
        settings.keep(act, _DATABASE, database)
