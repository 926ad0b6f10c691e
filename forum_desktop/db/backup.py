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
from forum_desktop.db.keys.beside import carrying, keys_for
from forum_desktop.db.keys.coming import Coming, coming_home, lay_aside_keys
from forum_desktop.db.keys.renewing import rekey
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.tables import head, operation
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.secret import Secret


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
        with carrying(database.folder, target):
            beside.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    finally:
        _forget(beside)


def restore(folder: Path, source: Path, secret: Secret | None = None) -> Path:
    """Put a backup in place; raises Refusal, with nothing changed, where it is not sound.

    The laptop becomes a new replica, so that what it did after the backup cannot be mixed up
    with what it does from now on. A secret opens the backup, the folder, or both; a folder
    that it opens stays protected as it is.
    """
    if not source.is_file():
        raise Refusal("storage.no_backup", path=source)
    key, wraps = keys_for(source, folder, secret)
    lock = lock_folder(folder)
    try:
        coming = coming_home(folder, key, wraps, secret)
        incoming = folder / f".{DATABASE_NAME}.incoming"
        files = folder / f".{ATTACHMENTS_NAME}.incoming"
        _take_in(source, incoming, coming)
        _take_in_attachments(attachments_beside(source), files, coming, incoming)
        aside = _set_aside(folder, coming)
        coming.begin()
        incoming.replace(folder / DATABASE_NAME)
        if files.exists():
            files.replace(folder / ATTACHMENTS_NAME)
        sync_folder(folder)
        coming.end()
    finally:
        lock.close()
    _become_new_replica(folder, coming, aside)
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


def _take_in(source: Path, incoming: Path, coming: Coming) -> None:
    try:
        shutil.copyfile(source, incoming)
        _verify(incoming, coming.key)
        _sync(incoming)
        rekey(incoming, coming.key, coming.final)
    except OSError as error:
        raise Refusal("files.not_written", path=incoming, reason=error.strerror) from error
    except Refusal:
        incoming.unlink(missing_ok=True)
        raise


def _take_in_attachments(source: Path, files: Path, coming: Coming, incoming: Path) -> None:
    """Copy a backup's attachments, each looked at; with none of them sound, nothing changes."""
    files.unlink(missing_ok=True)
    if not source.is_file():
        return
    try:
        there = Attachments(source, coming.key)
        Attachments(files, coming.final).take(there, there.known())
    except Refusal as refusal:
        for leftover in (files, incoming):
            leftover.unlink(missing_ok=True)
        if refusal.key == "storage.disk_full":
            raise
        raise Refusal("evidence.backup_damaged", path=source) from refusal


def _set_aside(folder: Path, coming: Coming) -> Attachments | None:
    """Put what is here beside, under a name of its own; return its attachments, if any."""
    path = folder / DATABASE_NAME
    if not path.exists():
        return None
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = folder / f"before-restore-{moment}-{secrets.token_hex(2)}.db"
    lay_aside_keys(folder, kept)
    _copy_aside(path, coming.ours, kept)
    held = folder / ATTACHMENTS_NAME
    if held.exists():
        held.replace(attachments_beside(kept))
    for leftover in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        leftover.unlink(missing_ok=True)
    return Attachments(attachments_beside(kept), coming.ours) if coming.ours else None


def _copy_aside(path: Path, key: str, kept: Path) -> None:
    """Copy the whole file, because the last words may still be in the write-ahead log.

    Where it is damaged, or its key unknown, the file and its log are copied as they lie there.
    """
    if key:
        with suppress(Refusal):
            copy_file(path, key, kept)
            return
    try:
        for end in ("", "-wal"):
            part, copy = (one.with_name(one.name + end) for one in (path, kept))
            if part.exists():
                shutil.copyfile(part, copy)
                _sync(copy)
    except OSError as error:
        raise Refusal("files.not_written", path=kept, reason=error.strerror) from error


def _become_new_replica(folder: Path, coming: Coming, aside: Attachments | None) -> None:
    database = Database.open_with_key(folder, coming.final)
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


def _forget(path: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
