"""The database of one laptop: opened once, read and written in whole transactions."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Engine, create_engine, event, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from forum_desktop.clock import Clock, wall_clock
from forum_desktop.db.attachments import ATTACHMENTS_NAME, Attachments
from forum_desktop.db.driver import connect, refusal_of
from forum_desktop.db.key import file_key
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.migrations import copy_before, migrate, needs_migration
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import head
from forum_desktop.db.writing import Writing
from forum_desktop.paths import DATABASE_NAME


class Database:
    """One folder's file, locked for this process until `close`."""

    def __init__(self, folder: Path, key: str, lock: BinaryIO) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.key = key
        self.attachments = Attachments(folder / ATTACHMENTS_NAME, key)
        self.replica = ""
        self._lock = lock
        self._writer = _make_engine(self.path, key)
        # Reads are DEFERRED on the same pool: they never wait for a writer.
        self._reader = self._writer.execution_options(sqlite_begin="DEFERRED")

    @classmethod
    def open(cls, folder: Path) -> "Database":
        """Open (or make) the database in `folder`, migrated to this app's version.

        Raises Refusal where the folder cannot be written, is open in another process, or
        holds a file that is not ours, damaged or newer than the app.
        """
        lock = lock_folder(folder)
        try:
            database = cls(folder, file_key(folder), lock)
            database._prepare()
        except BaseException:
            lock.close()
            raise
        return database

    def _prepare(self) -> None:
        with self._told():
            exists = self.path.exists()
            if needs_migration(self.path, self.key):
                self._migrate(copy=exists)
            with self._reader.begin() as connection:
                self.replica = str(connection.execute(select(head.c.replica)).scalar_one())

    def _migrate(self, *, copy: bool) -> None:
        if copy:
            copy_before(self.path, self.key)
        with self._writer.begin() as connection:
            migrate(connection)
            unnamed = update(head).where(head.c.replica == "")
            connection.execute(unnamed.values(replica=secrets.token_hex(16)))

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Yield one consistent look at the file."""
        with self._told(), self._reader.begin() as connection:
            yield Reading(connection)

    @contextmanager
    def write(self, clock: Clock = wall_clock, actor: str = "") -> Iterator[Writing]:
        """Yield one act; it is on the disk when the block ends, or nothing of it is."""
        with self._told(), self._writer.begin() as connection:
            yield Writing(connection, self.replica, clock(), actor)

    def settle(self) -> None:
        """Write the log beside the file into it and empty it, so that nothing erased stays there.

        While somebody reads it stays until the next time.
        """
        with self._told():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise refusal_of(error.orig or error, self.path) from error
        except dbapi2.DatabaseError as error:
            raise refusal_of(error, self.path) from error

    def close(self) -> None:
        """Let go of the file and of the folder."""
        self._writer.dispose()
        self._lock.close()


def _make_engine(path: Path, key: str) -> Engine:
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connect(path, key), poolclass=QueuePool
    )

    @event.listens_for(engine, "connect")
    def _no_implicit_begin(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # IMMEDIATE for writes: the driver's default gave duplicate numbers silently.
        mode = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine
