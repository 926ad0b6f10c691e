"""Headquarters' place of work: its archive, its folder, its secret."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from forum_desktop.clock import Clock, wall_clock
from forum_desktop.db.database import Database
from forum_desktop.sync.hq.archive import Archive
from forum_desktop.sync.hq.local import LocalArchive
from forum_desktop.sync.hq.postgres import PostgresArchive


@dataclass(frozen=True)
class Office:
    """What every act at headquarters needs. `folder` keeps bundles, receipts and quarantine."""

    archive: Archive
    folder: Path
    secret: str = field(repr=False)
    clock: Clock = wall_clock


@contextmanager
def open_office(
    folder: Path, secret: str, database: str = "", clock: Clock = wall_clock
) -> Iterator[Office]:
    """Open headquarters on a data folder; `database` is a server's address, or nothing.

    Raises Refusal("hq.bad_database", "hq.no_database") and what opening a file raises.
    """
    archive = PostgresArchive(database) if database else LocalArchive(Database.open(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield Office(archive, folder, secret, clock)
    finally:
        archive.close()
