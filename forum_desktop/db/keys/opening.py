"""From what the user knows to the key that opens the file."""

import os
from pathlib import Path

from forum_desktop.db.driver import DriverError, open_with_key, refusal_of
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.wrapping import (
    KEY_BYTES,
    Wrap,
    WrapKind,
    leave_open,
    unwrap,
)
from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret


def key_for(database: Path, secret: Secret | None = None) -> str:
    """Return the key (hexadecimal) of a database, by the key file of its folder.

    A new folder gets a new key, open until `protect`. Raises Refusal("keys.needed") where a
    passphrase is needed and none is given, "keys.wrong_passphrase", "keys.wrong_code",
    "keys.none_fits" where the wraps open and no key is the database's, and as
    `read_key_file`: a database without its key file cannot be opened, nor may it get a new one.
    """
    path = database.parent / KEYS_NAME
    if not path.exists() and not database.exists():
        write_key_file(path, KeyFile(((leave_open(new_key()),),)))
    keys = read_key_file(path)
    found = keys_in(keys, secret)
    return found[0] if len(keys.keys) == 1 else _fitting(database, keys, found, secret)


def keys_in(keys: KeyFile, secret: Secret | None = None) -> tuple[str, ...]:
    """Return every key that the secret opens, the newest first; raises as `key_for`."""
    found = [key for wraps in reversed(keys.keys) if (key := key_in(wraps, secret)) is not None]
    if found:
        return tuple(found)
    raise _unopened(secret)


def key_in(wraps: tuple[Wrap, ...], secret: Secret | None) -> str | None:
    """Return the key in some wraps, or None where the secret is none of theirs."""
    wanted = (WrapKind.OPEN, _kind_of(secret)) if secret else (WrapKind.OPEN,)
    for wrap in wraps:
        if wrap.kind in wanted:
            key = unwrap(wrap, secret.typed if secret else "")
            if key is not None:
                return key
    return None


def protect(folder: Path, wraps: tuple[Wrap, ...]) -> KeyFile:
    """Keep the wraps of a folder's key in place of those of before, and return them."""
    keys = KeyFile((wraps,))
    write_key_file(folder / KEYS_NAME, keys)
    return keys


def new_key() -> str:
    """Return 32 random bytes in hexadecimal."""
    return os.urandom(KEY_BYTES).hex()


def fits(database: Path, key: str) -> bool:
    """Tell whether a key opens a database; raises Refusal where the file cannot be read."""
    connection = open_with_key(database, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DriverError as error:
        if "not a database" in str(error):
            return False
        raise refusal_of(error, database) from error
    finally:
        connection.close()
    return True


def _fitting(database: Path, keys: KeyFile, found: tuple[str, ...], secret: Secret | None) -> str:
    for key in found if database.exists() else ():
        if fits(database, key):
            return key
    # The key that lies open is the one of before; the database has the other one already.
    is_opened = any(key_in(wraps, None) != key_in(wraps, secret) for wraps in keys.keys)
    raise Refusal("keys.none_fits", path=database) if is_opened else _unopened(secret)


def _unopened(secret: Secret | None) -> Refusal:
    if secret is None:
        return Refusal("keys.needed")
    return Refusal("keys.wrong_code" if secret.is_code else "keys.wrong_passphrase")


def _kind_of(secret: Secret) -> WrapKind:
    return WrapKind.CODE if secret.is_code else WrapKind.PASSPHRASE
