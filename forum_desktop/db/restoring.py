"""The way back from a copy, which a power cut at any moment leaves done or not begun.

The copy is made ready beside the file: checked, given its key, synced. What is here is copied
aside. From the moment on that the file itself is taken away, every opening puts what is ready in
its place; before that moment, every opening forgets it.
"""

import secrets
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from forum_desktop.db.attachments import (
    Attachments,
    attachments_beside,
    named_hashes,
)
from forum_desktop.db.backup import sync_file, verify
from forum_desktop.db.database import Database
from forum_desktop.db.driver import copy_file
from forum_desktop.db.keys.beside import keys_for
from forum_desktop.db.keys.coming import Coming, coming_home, lay_aside_keys
from forum_desktop.db.keys.renewing import rekey
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.putting import forget_unready, incoming_of, put_in_place, ready_of
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder
from forum_desktop.paths import ATTACHMENTS_NAME, DATABASE_NAME
from forum_desktop.records.secret import Secret


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
        _make_ready(folder, source, coming)
        aside = _copy_aside(folder, coming)
        coming.begin()
        put_in_place(folder)
        coming.end()
    finally:
        lock.close()
    _take_from_aside(folder, coming, aside)
    return folder / DATABASE_NAME


def _make_ready(folder: Path, source: Path, coming: Coming) -> None:
    """Lay a checked copy beside the file; the database last, which says that all is ready."""
    try:
        _take_in(source, folder, coming)
        _take_in_attachments(attachments_beside(source), folder, coming)
        for name in (ATTACHMENTS_NAME, DATABASE_NAME):
            incoming = incoming_of(folder / name)
            if incoming.exists():
                incoming.replace(ready_of(folder / name))
        sync_folder(folder)
    except OSError as error:
        forget_unready(folder)
        raise Refusal("files.not_written", path=folder, reason=error.strerror) from error
    except BaseException:
        forget_unready(folder)
        raise


def _take_in(source: Path, folder: Path, coming: Coming) -> None:
    incoming = incoming_of(folder / DATABASE_NAME)
    shutil.copyfile(source, incoming)
    verify(incoming, coming.key)
    sync_file(incoming)
    rekey(incoming, coming.key, coming.final)


def _take_in_attachments(source: Path, folder: Path, coming: Coming) -> None:
    """Copy a backup's attachments, each looked at."""
    incoming = incoming_of(folder / ATTACHMENTS_NAME)
    incoming.unlink(missing_ok=True)
    if not source.is_file():
        return
    try:
        there = Attachments(source, coming.key)
        Attachments(incoming, coming.final).take(there, there.known())
    except Refusal as refusal:
        if refusal.key == "storage.disk_full":
            raise
        raise Refusal("evidence.backup_damaged", path=source) from refusal


def _copy_aside(folder: Path, coming: Coming) -> Attachments | None:
    """Copy what is here beside, under a name of its own; return its attachments, if any."""
    path = folder / DATABASE_NAME
    if not path.exists():
        return None
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = folder / f"before-restore-{moment}-{secrets.token_hex(2)}.db"
    lay_aside_keys(folder, kept)
    try:
        _copy_database(path, coming.ours, kept)
        held = folder / ATTACHMENTS_NAME
        if held.exists():
            _copy(held, attachments_beside(kept))
        sync_folder(folder)
    except OSError as error:
        forget_unready(folder)
        raise Refusal("files.not_written", path=kept, reason=error.strerror) from error
    return Attachments(attachments_beside(kept), coming.ours) if coming.ours else None


def _copy_database(path: Path, key: str, kept: Path) -> None:
    """Copy the whole file, because the last words may still be in the write-ahead log.

    Where it is damaged, or its key unknown, the file and its log are copied as they lie there.
    """
    if key:
        with suppress(Refusal):
            copy_file(path, key, kept)
            sync_file(kept)
            return
        kept.unlink(missing_ok=True)
    for end in ("", "-wal"):
        part, copy = (one.with_name(one.name + end) for one in (path, kept))
        if part.exists():
            _copy(part, copy)


def _copy(path: Path, kept: Path) -> None:
    shutil.copyfile(path, kept)
    sync_file(kept)


def _take_from_aside(folder: Path, coming: Coming, aside: Attachments | None) -> None:
    """Take what the restored log names and its backup had no content of."""
    database = Database.open_with_key(folder, coming.final)
    try:
        if aside is not None:
            with database.read() as reading:
                lacking = named_hashes(reading) - database.attachments.known()
            with suppress(Refusal):  # it stays aside, whatever is wrong with it
                database.attachments.take(aside, lacking)
    finally:
        database.close()
