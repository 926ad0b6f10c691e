"""Writing a file anew with another key, so that whoever had the old one has nothing.

The steps, each whole or not done: the new key is wrapped beside the old one; the file is
copied, the copy given the new key, checked, and put in place of the file; the old key is
forgotten. Between any two of them the key file opens the database, whichever it is.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from forum_desktop.db.driver import DriverError, copy_file, open_with_key, refusal_of
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits, key_in, keys_in
from forum_desktop.db.keys.wrapping import Wrap
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder
from forum_desktop.records.secret import Secret

_ENDINGS = ("-wal", "-shm", "-journal")


def renew(files: Sequence[Path], old: str, new: str, wraps: tuple[Wrap, ...]) -> None:
    """Give files of one folder, which nobody has open, the key `new`, wrapped in `wraps`.

    Raises Refusal where the disk is full or a file cannot be read: until the first file has
    the new key all is as it was, from then on `go_on` ends it.
    """
    kept = files[0].parent / KEYS_NAME
    before = read_key_file(kept)
    write_key_file(kept, KeyFile((*before.keys, wraps)))
    try:
        _give_all(files, old, new)
    except Refusal:
        if not any(path.exists() and fits(path, new) for path in files):
            write_key_file(kept, before)
        raise
    write_key_file(kept, KeyFile((wraps,)))


def go_on(files: Sequence[Path], secret: Secret | None = None) -> bool:
    """End what a power cut left half done, so that the folder has one key again.

    Return whether there was anything. Where no file has the newest key yet, it is forgotten.
    Raises Refusal("keys.none_fits") where the secret opens one of the two keys and the other
    is needed too.
    """
    kept = files[0].parent / KEYS_NAME
    keys = read_key_file(kept)
    if len(keys.keys) == 1:
        return False
    for path in files:
        _sweep(_beside(path))
    known, here = keys_in(keys, secret), [path for path in files if path.exists()]
    for wraps in keys.keys:
        key = key_in(wraps, secret)
        if key is not None and all(fits(path, key) for path in here):
            write_key_file(kept, KeyFile((wraps,)))
            return True
    newest = key_in(keys.keys[-1], secret)
    for path in here:
        old = next((key for key in known if fits(path, key)), None)
        if newest is None or old is None:
            raise Refusal("keys.needed" if secret is None else "keys.none_fits", path=path)
        _give(path, old, newest)
    write_key_file(kept, KeyFile((keys.keys[-1],)))
    return True


def rekey(path: Path, old: str, new: str) -> None:
    """Give a file that nobody has open another key, in its place; raises Refusal."""
    if old != new:
        _give_key(path, old, new)


def _give_all(files: Sequence[Path], old: str, new: str) -> None:
    for path in files:
        if path.exists():
            _give(path, old, new)


def _give(path: Path, old: str, new: str) -> None:
    if not fits(path, new):
        _rewrite(path, old, new)


def _rewrite(path: Path, old: str, new: str) -> None:
    beside = _beside(path)
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
        with suppress(OSError):  # what stays is swept when the next key is given
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
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if answer != "ok":
            raise Refusal("storage.not_our_file", path=path)
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()


def _settle(path: Path, key: str) -> None:
    """Leave no log beside the file: it would be read into the file that comes in its place."""
    connection = open_with_key(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    if path.with_name(f"{path.name}-wal").exists():
        raise Refusal("storage.busy", path=path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.rekeyed")


def _sweep(path: Path) -> None:
    for end in ("", *_ENDINGS):
        path.with_name(path.name + end).unlink(missing_ok=True)
