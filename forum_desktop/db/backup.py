"""Copies of the file."""

import errno
import os
from pathlib import Path

from forum_desktop.db.attachments import (
    Attachments,
    attachments_beside,
    named_hashes,
    sweep,
)
from forum_desktop.db.database import Database
from forum_desktop.db.driver import (
    DriverError,
    copy_file,
    open_with_key,
    refusal_of,
    refuse_newer,
)
from forum_desktop.db.keys.beside import carrying
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder


def backup(database: Database, target: Path) -> Path:
    """Write a verified copy in one step (a stepwise one starves under a writer).

    Of the attachments only those are written that the copy of before lacks.
    """
    with database.attachments.lock:
        named = _copy_attachments(database, target)
        _copy_database(database, target)
        # Only now: until here the copy's own database may name them.
        if attachments_beside(target).exists():
            Attachments(attachments_beside(target), database.key).forget_all_but(named)
    return target


def _copy_attachments(database: Database, target: Path) -> frozenset[str]:
    """Bring the attachments of a copy up to date; return the hashes that are named."""
    with database.read() as reading:
        named = named_hashes(reading)
        sweep(reading, database.attachments)
    here = database.attachments.known()
    if here:
        if not target.parent.is_dir():
            raise Refusal("files.not_written", path=target, reason=os.strerror(errno.ENOENT))
        copy = _usable_copy(attachments_beside(target), database.key)
        # What is damaged already is told by the check and keeps no copy from being made.
        for sha in copy.take(database.attachments, here, passes_damaged=True):
            copy.read(sha)  # as it stands on the disk
    return named


def _usable_copy(path: Path, key: str) -> Attachments:
    """Return the attachments of an earlier copy, or none where they are not this laptop's."""
    copy = Attachments(path, key)
    try:
        copy.known()
    except Refusal:
        path.unlink(missing_ok=True)
    return copy


def _copy_database(database: Database, target: Path) -> None:
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.unlink(missing_ok=True)
        copy_file(database.path, database.key, beside)
        verify(beside, database.key)
        sync_file(beside)
        with carrying(database.folder, target):
            beside.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    finally:
        _forget(beside)


def verify(path: Path, key: str) -> None:
    """Read a copy through; raises Refusal where it is not whole, not ours or newer."""
    connection = open_with_key(path, key)
    try:
        refuse_newer(connection, path)
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()
    if answer != "ok":
        raise Refusal("storage.not_our_file", path=path)


def sync_file(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _forget(path: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
