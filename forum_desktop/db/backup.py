"""Copies of the file, and the way back from one."""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, update

from forum_desktop.db.attachments import (
    ATTACHMENTS_NAME,
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
from forum_desktop.db.key import KEY_NAME, file_key, read_key, write_key
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.tables import head, operation
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder
from forum_desktop.paths import DATABASE_NAME


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
        _verify(beside, database.key)
        _sync(beside)
        beside.replace(target)
        write_key(_key_beside(target), database.key)
        sync_folder(target.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    finally:
        _forget(beside)


def restore(folder: Path, source: Path) -> Path:
    """Put a backup in place; raises Refusal, with nothing changed, where it is not sound.

    The laptop becomes a new replica, so that what it did after the backup cannot be mixed up
    with what it does from now on.
    """
    if not source.is_file():
        raise Refusal("storage.no_backup", path=source)
    key = _key_for(folder, source)
    lock = lock_folder(folder)
    try:
        incoming = folder / f".{DATABASE_NAME}.incoming"
        files = folder / f".{ATTACHMENTS_NAME}.incoming"
        _take_in(source, incoming, key)
        _take_in_attachments(attachments_beside(source), files, key, incoming)
        aside = _set_aside(folder)
        incoming.replace(folder / DATABASE_NAME)
        if files.exists():
            files.replace(folder / ATTACHMENTS_NAME)
        write_key(folder / KEY_NAME, key)
        sync_folder(folder)
    finally:
        lock.close()
    _become_new_replica(folder, aside)
    return folder / DATABASE_NAME


def _verify(path: Path, key: str) -> None:
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


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _take_in(source: Path, incoming: Path, key: str) -> None:
    try:
        shutil.copyfile(source, incoming)
        _verify(incoming, key)
        _sync(incoming)
    except OSError as error:
        raise Refusal("files.not_written", path=incoming, reason=error.strerror) from error
    except Refusal:
        incoming.unlink(missing_ok=True)
        raise


def _take_in_attachments(source: Path, files: Path, key: str, incoming: Path) -> None:
    """Copy a backup's attachments, each looked at; with none of them sound, nothing changes."""
    files.unlink(missing_ok=True)
    if not source.is_file():
        return
    try:
        there = Attachments(source, key)
        Attachments(files, key).take(there, there.known())
    except Refusal as refusal:
        for leftover in (files, incoming):
            leftover.unlink(missing_ok=True)
        if refusal.key == "storage.disk_full":
            raise
        raise Refusal("evidence.backup_damaged", path=source) from refusal


def _set_aside(folder: Path) -> Attachments | None:
    """Put what is here beside, under a name of its own; return its attachments, if any."""
    path = folder / DATABASE_NAME
    if not path.exists():
        return None
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = folder / f"before-restore-{moment}-{secrets.token_hex(2)}.db"
    # A whole copy, because the last words may still be in the write-ahead log.
    copy_file(path, file_key(folder), kept)
    write_key(_key_beside(kept), file_key(folder))
    held = folder / ATTACHMENTS_NAME
    if held.exists():
        held.replace(attachments_beside(kept))
    for leftover in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        leftover.unlink(missing_ok=True)
    return Attachments(attachments_beside(kept), read_key(_key_beside(kept)))


def _become_new_replica(folder: Path, aside: Attachments | None) -> None:
    database = Database.open(folder)
    try:
        if aside is not None:
            _take_from_aside(database, aside)
        with database.write() as writing:
            latest = select(func.coalesce(func.max(operation.c.clock), 0)).scalar_subquery()
            writing.connection.execute(
                update(head).values(replica=secrets.token_hex(16), clock=latest)
            )
    finally:
        database.close()


def _take_from_aside(database: Database, aside: Attachments) -> None:
    """Take what the restored log names and its backup had no content of."""
    with database.read() as reading:
        lacking = named_hashes(reading) - database.attachments.known()
    with suppress(Refusal):  # it stays aside, whatever is wrong with it
        database.attachments.take(aside, lacking)


def _key_for(folder: Path, source: Path) -> str:
    beside = _key_beside(source)
    return read_key(beside if beside.exists() else folder / KEY_NAME)


def _key_beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.key")


def _forget(path: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
