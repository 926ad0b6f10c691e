"""From what the user knows to the key that opens the file."""

import os
from pathlib import Path

from forum_desktop.db.driver import DriverError, open_with_key, refusal_of
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.wrapping import (
    KEY_BYTES,
    Wrap,
    WrapKind,
    for_code,
    for_passphrase,
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
    return found[0] if len(keys.keys) == 1 else _fitting(database, found)


def keys_in(keys: KeyFile, secret: Secret | None = None) -> tuple[str, ...]:
    """Return every key that the secret opens, the newest first; raises as `key_for`."""
    found = [key for wraps in reversed(keys.keys) if (key := _first(wraps, secret)) is not None]
    if found:
        return tuple(found)
    if secret is None:
        raise Refusal("keys.needed")
    raise Refusal("keys.wrong_code" if secret.is_code else "keys.wrong_passphrase")


def protect(folder: Path, key: str, passphrase: str, code: str) -> None:
    """Wrap a key for a passphrase and a printed code, and for nobody else from now on.

    Raises Refusal("keys.passphrase_short"), ("keys.code_mistyped").
    """
    wraps = (for_passphrase(key, passphrase), for_code(key, code))
    write_key_file(folder / KEYS_NAME, KeyFile((wraps,)))


def change_passphrase(folder: Path, key: str, passphrase: str) -> None:
    """Take another passphrase in place of the one before; the printed code stays good."""
    path = folder / KEYS_NAME
    others = [wrap for wrap in _newest(path) if wrap.kind is not WrapKind.PASSPHRASE]
    wraps = (for_passphrase(key, passphrase), *others)
    write_key_file(path, KeyFile((wraps,)))


def change_code(folder: Path, key: str, code: str) -> None:
    """Take another printed code in place of the one before."""
    path = folder / KEYS_NAME
    others = [wrap for wrap in _newest(path) if wrap.kind is not WrapKind.CODE]
    write_key_file(path, KeyFile(((*others, for_code(key, code)),)))


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


def _fitting(database: Path, keys: tuple[str, ...]) -> str:
    for key in keys if database.exists() else ():
        if fits(database, key):
            return key
    raise Refusal("keys.none_fits", path=database)


def _first(wraps: tuple[Wrap, ...], secret: Secret | None) -> str | None:
    for wrap in wraps:
        is_meant = wrap.kind is WrapKind.OPEN or (
            secret is not None and (wrap.kind is WrapKind.CODE) == secret.is_code
        )
        key = unwrap(wrap, secret.typed if secret else "") if is_meant else None
        if key is not None:
            return key
    return None


def _newest(path: Path) -> tuple[Wrap, ...]:
    return read_key_file(path).keys[-1]
