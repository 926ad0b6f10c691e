"""The key of the file: 32 random bytes kept beside it, readable by this user only.

A development key: whoever holds the folder holds the key. The passphrase that wraps it
comes with the storage work; the file itself is encrypted from the first day.
"""

import os
from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole

KEY_NAME = "station.key"
KEY_BYTES = 32


def file_key(folder: Path) -> str:
    """Return the key (hexadecimal) of the data in `folder`, made at the first start."""
    path = folder / KEY_NAME
    if not path.exists():
        write_key(path, os.urandom(KEY_BYTES).hex())
    return read_key(path)


def read_key(path: Path) -> str:
    """Return the key in a file; raises Refusal("storage.key_unreadable")."""
    try:
        key = path.read_text(encoding="ascii").strip()
        sound = len(bytes.fromhex(key)) == KEY_BYTES
    except (OSError, ValueError) as error:
        raise Refusal("storage.key_unreadable", path=path) from error
    if not sound:
        raise Refusal("storage.key_unreadable", path=path)
    return key


def write_key(path: Path, key: str) -> None:
    """Write a key so that only this user can read it (mode 0600)."""
    write_whole(path, key.encode("ascii"))
    path.chmod(0o600)
