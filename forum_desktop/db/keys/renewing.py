"""Writing a file anew with another key, so that whoever had the old one has nothing.

The steps, each whole or not done: the new key is wrapped beside the old one; the file is
copied, the copy given the new key, checked, and put in place of the file; the old key is
forgotten. Between any two of them the key file opens the database, whichever it is.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from forum_desktop.db.driver import DriverError, copy_file, open_with_key, refusal_of
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits
from forum_desktop.db.keys.wrapping import Wrap
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder

_BESIDE = ("-wal", "-shm", "-journal")


def renew(files: Sequence[Path], old: str, new: str, wraps: tuple[Wrap, ...]) -> None:
    """Give files of one folder, which nobody has open, the key `new`, wrapped in `wraps`.

    Begun anew after a power cut it goes on where it was. Raises Refusal with the files as
    they were where the disk is full or a file cannot be read.
    """
    folder = files[0].parent
    keys = read_key_file(folder / KEYS_NAME)
    write_key_file(folder / KEYS_NAME, KeyFile((*keys.keys, wraps)))
    for path in files:
        if path.exists() and not fits(path, new):
            _rewrite(path, old, new)
    forget_old_keys(folder)


def forget_old_keys(folder: Path) -> None:
    """Keep the newest key only."""
    path = folder / KEYS_NAME
    newest = read_key_file(path).keys[-1]
    write_key_file(path, KeyFile((newest,)))


def _rewrite(path: Path, old: str, new: str) -> None:
    beside = path.with_name(f".{path.name}.rekeyed")
    try:
        _sweep(beside)
        copy_file(path, old, beside)
        _give_key(beside, old, new)
        _settle(path, old)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=path, reason=error.strerror) from error
    finally:
        _sweep(beside)


def _give_key(path: Path, old: str, new: str) -> None:
    connection = open_with_key(path, old)
    try:
        connection.execute(f"PRAGMA rekey = \"x'{new}'\"")
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()
    _verify(path, new)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(path: Path, key: str) -> None:
    connection = open_with_key(path, key)
    try:
        answers = (_answer(connection, check) for check in ("integrity_check(1)",))
        if any(answer != "ok" for answer in answers):
            raise Refusal("storage.not_our_file", path=path)
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()


def _answer(connection: Any, check: str) -> str:
    return str(connection.execute(f"PRAGMA {check}").fetchone()[0])


def _settle(path: Path, key: str) -> None:
    """Leave no log beside the file: it would be read into the file that comes in its place."""
    connection = open_with_key(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    if path.with_name(f"{path.name}-wal").exists():
        raise Refusal("storage.busy", path=path)


def _sweep(path: Path) -> None:
    for end in ("", *_BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)
