"""The database of one laptop: opened once, read and written in whole transactions."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Engine, create_engine, event, func, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from forum_desktop.clock import Clock, wall_clock
from forum_desktop.db import reserve
from forum_desktop.db.attachments import Attachments
from forum_desktop.db.driver import connect, refusal_of
from forum_desktop.db.keys.bare import forget_bare_key, take_over_folder
from forum_desktop.db.keys.beside import WrapKey
from forum_desktop.db.keys.opening import fits, key_for, new_key
from forum_desktop.db.keys.renewing import go_on, renew
from forum_desktop.db.keys.spare import LOST, put_back
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.migrations import BEFORE_NAME, copy_before, migrate, needs_migration
from forum_desktop.db.permissions import close_to_others
from forum_desktop.db.places import refuse_shared
from forum_desktop.db.putting import end_what_was_begun, is_marked, take_mark_off
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import head, operation
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.files import sweep_parts
from forum_desktop.paths import ATTACHMENTS_NAME, DATABASE_NAME
from forum_desktop.records.secret import Secret

_KEYED_FILES = (DATABASE_NAME, ATTACHMENTS_NAME, BEFORE_NAME)
"""What the key of the folder opens; the database first, which tells which key that is."""


class Database:
    """One folder's file, locked for this process until `close`."""

    def __init__(self, folder: Path, key: str, lock: BinaryIO) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.replica = ""
        self._lock = lock
        self._use(key)

    @classmethod
    def open(cls, folder: Path, secret: Secret | None = None) -> "Database":
        """Open (or make) the database in `folder`, migrated to this app's version.

        Raises Refusal where the folder cannot be written, is open in another process, or
        holds a file that is not ours, damaged or newer than the app; as `key_for` where the
        secret does not open it.
        """
        return cls._open(folder, lambda: _key_of(folder, secret))

    @classmethod
    def open_with_key(cls, folder: Path, key: str) -> "Database":
        """Open a folder whose key is known already; raises as `open`."""
        return cls._open(folder, lambda: key)

    @classmethod
    def _open(cls, folder: Path, find_key: Callable[[], str]) -> "Database":
        refuse_shared(folder)
        lock = lock_folder(folder)
        try:
            end_what_was_begun(folder)
            database = cls(folder, find_key(), lock)
            database._prepare()
            # Nobody else writes here; and a half-written key file may hold a bare key.
            sweep_parts(folder, spared=0)
            close_to_others(folder)
            reserve.make(folder)
        except BaseException:
            lock.close()
            raise
        return database

    def renew_key(self, wrap: WrapKey) -> str:
        """Write the folder's files anew with another key, and return that key.

        Nobody reads or writes meanwhile. Raises Refusal where the disk is full: the folder
        then is as it was, or is ended at the next opening; either way all goes on here.
        """
        old, new = self.key, new_key()
        wraps = wrap(new)
        with self.attachments.lock:
            self._writer.dispose()
            try:
                renew(_keyed_files(self.folder), old, new, wraps)
            except BaseException:
                database, attachments = self.path, self.attachments.path
                self._use(_opening(database, new, old), _opening(attachments, new, old))
                raise
            self._use(new)
        return new

    def _use(self, key: str, attachments_key: str = "") -> None:
        self.key = key
        self.attachments = Attachments(self.folder / ATTACHMENTS_NAME, attachments_key or key)
        self._writer = _make_engine(self.path, key)
        # Reads are DEFERRED on the same pool: they never wait for a writer.
        self._reader = self._writer.execution_options(sqlite_begin="DEFERRED")

    def _prepare(self) -> None:
        with self._told():
            exists = self.path.exists()
            if needs_migration(self.path, self.key):
                self._migrate(copy=exists)
            with self._reader.begin() as connection:
                replica = connection.execute(select(head.c.replica)).scalar_one_or_none()
            if is_marked(self.folder):
                replica = self._begin_anew()
            if replica is None:
                raise Refusal("storage.not_our_file", path=self.path)
            self.replica = str(replica)

    def _begin_anew(self) -> str:
        """Go on as another replica after everything the restored log holds."""
        replica = secrets.token_hex(16)
        with self._writer.begin() as connection:
            latest = select(func.coalesce(func.max(operation.c.clock), 0)).scalar_subquery()
            connection.execute(update(head).values(replica=replica, clock=latest))
        take_mark_off(self.folder)
        return replica

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

    def take_new_replica(self) -> None:
        """Go on as another replica, because somebody else writes under this one's name."""
        replica = secrets.token_hex(16)
        with self.write() as writing:
            # What was its own is another's from now on: what it writes next comes after it.
            latest = select(func.coalesce(func.max(operation.c.clock), 0)).scalar_subquery()
            after = func.max(head.c.clock, latest)
            writing.connection.execute(update(head).values(replica=replica, clock=after))
        self.replica = replica

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

    def write_anew(self) -> None:
        """Write the file anew from what it holds, so that nothing that was removed stays in it.

        Nobody else reads or writes meanwhile; what is beside it then is empty.
        """
        with self._told():
            connection = self._writer.raw_connection()
            try:
                # In memory: a temporary file would lie beside the encrypted one.
                connection.cursor().execute("PRAGMA temp_store = MEMORY")
                connection.cursor().execute("VACUUM")
                connection.cursor().execute("PRAGMA temp_store = DEFAULT")
            finally:
                connection.close()
        self.settle()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._refused(error.orig or error) from error
        except dbapi2.DatabaseError as error:
            raise self._refused(error) from error

    def _refused(self, error: BaseException) -> Refusal:
        """Return the sentence, and do what lets the next act succeed."""
        refusal = refusal_of(error, self.path)
        if refusal.key == "storage.disk_full":
            reserve.release(self.folder)
        else:
            # A stick may come back: then the file is opened anew, not what is left of it.
            self._writer.dispose()
        return refusal

    def close(self) -> None:
        """Let go of the file and of the folder."""
        self._writer.dispose()
        self._lock.close()


def _keyed_files(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in _KEYED_FILES)


def _key_of(folder: Path, secret: Secret | None) -> str:
    """Return the key of a folder that is locked for us, and end what was left half done."""
    take_over_folder(folder)
    path = folder / DATABASE_NAME
    key = _known_key(path, secret)
    if go_on(_keyed_files(folder), secret):
        key = key_for(path, secret)
    forget_bare_key(folder, key)
    return key


def _known_key(path: Path, secret: Secret | None) -> str:
    try:
        return key_for(path, secret)
    except Refusal as refusal:
        if refusal.key not in LOST:
            raise
        put_back(path, secret, refusal)
    return key_for(path, secret)


def _opening(path: Path, one: str, other: str) -> str:
    return one if path.exists() and fits(path, one) else other


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
