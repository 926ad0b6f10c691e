"""The one driver: SQLCipher on a SQLite that no longer has the WAL corruption bug."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from forum_desktop.errors import Refusal
from forum_desktop.files import PRIVATE

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMA_VERSION = 5
OLDEST_SQLITE = (3, 51, 3)
"""The first release without the WAL-reset bug (sqlite.org/wal.html)."""

PRAGMAS = (
    "journal_mode=WAL",
    # FULL: "saved" on screen means on the disk; NORMAL loses acknowledged commits.
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    # Kibibytes: 20,000 opinions stay decrypted, so that a search is 10 times as fast.
    "cache_size=-32768",
)

DriverError: type[Exception] = dbapi2.DatabaseError


def is_out_of_shape(error: BaseException) -> bool:
    """Tell whether a row was refused because a value is not of its column's kind."""
    return isinstance(error, dbapi2.IntegrityError | dbapi2.InterfaceError)


def connect(path: Path, key: str) -> Any:
    """Open a connection with our pragmas, transactions left to the caller.

    Raises Refusal where SQLite is too old, or the file is not ours or not with this key.
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Refusal("storage.old_sqlite", version=dbapi2.sqlite_version)
    connection = open_with_key(path, key)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except DriverError as error:
        connection.close()
        raise refusal_of(error, path) from error
    return connection


def open_with_key(path: Path, key: str) -> Any:
    """Open the file with its key and nothing else set."""
    try:
        connection = dbapi2.connect(
            str(path), timeout=5, check_same_thread=False, isolation_level=None
        )
    except DriverError as error:
        raise refusal_of(error, path) from error
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def driver_of(connection: "Connection") -> Any:
    """Return the driver's own connection inside SQLAlchemy's, for the hot statements.

    It stands in the same transaction; each statement saves the wrapper's cost, which is
    several times the statement's own.
    """
    return connection.connection.driver_connection


def schema_version(connection: Any) -> int:
    """Return the file's schema version; 0 is a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(connection: Any, path: Path) -> None:
    """Raise Refusal("storage.newer_file") where a newer app wrote the file."""
    version = schema_version(connection)
    if version > SCHEMA_VERSION:
        raise Refusal("storage.newer_file", path=path, version=version, known=SCHEMA_VERSION)


def copy_file(path: Path, key: str, target: Path) -> None:
    """Write a whole copy of the file, with the same key; raises Refusal.

    One step, because a stepwise copy starts anew whenever somebody writes.
    """
    connection = open_with_key(path, key)
    try:
        target.touch(PRIVATE)  # an empty file is written into, and keeps its permissions
        connection.execute("VACUUM INTO ?", (str(target),))
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    except DriverError as error:
        raise refusal_of(error, target) from error
    finally:
        connection.close()


def refusal_of(error: BaseException, path: Path) -> Refusal:
    """Return the sentence for what the driver says of the world."""
    reason = str(error)
    if "not a database" in reason or "malformed" in reason:
        return Refusal("storage.not_our_file", path=path)
    if "full" in reason:
        return Refusal("storage.disk_full", path=path)
    if "locked" in reason:
        return Refusal("storage.busy", path=path)
    return Refusal("storage.unreadable", path=path, reason=reason)
