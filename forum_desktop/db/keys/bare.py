"""The bare key file of the first versions, and how it goes: its key becomes an open wrap."""

from pathlib import Path

from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.wrapping import KEY_BYTES, WrapKind, leave_open
from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder

BARE_NAME = "station.key"


def read_bare_key(path: Path) -> str:
    """Return the key in a file; raises Refusal("storage.key_unreadable")."""
    try:
        key = path.read_text(encoding="ascii").strip()
        is_sound = len(bytes.fromhex(key)) == KEY_BYTES
    except (OSError, ValueError) as error:
        raise Refusal("storage.key_unreadable", path=path) from error
    if not is_sound:
        raise Refusal("storage.key_unreadable", path=path)
    return key


def take_over(bare: Path, kept: Path) -> None:
    """Keep a bare key as an open wrap in `kept`, synced, before its own file goes.

    Where `kept` holds another key already, the bare one is nothing of ours and stays.
    """
    if not bare.exists():
        return
    key = read_bare_key(bare)
    if not kept.exists():
        write_key_file(kept, KeyFile(((leave_open(key),),)))
    if key in _open_keys(read_key_file(kept)):
        _remove(bare)


def take_over_folder(folder: Path) -> None:
    """Take over the bare key of a data folder, if it has one; raises as `read_bare_key`."""
    take_over(folder / BARE_NAME, folder / KEYS_NAME)


def forget_bare_key(folder: Path, key: str) -> None:
    """Remove the bare key of a data folder whose key is wrapped, if it lies there still."""
    bare = folder / BARE_NAME
    if bare.exists() and bare.read_bytes().strip() == key.encode("ascii"):
        _remove(bare)


def _open_keys(keys: KeyFile) -> frozenset[str]:
    wraps = (wrap for wraps in keys.keys for wrap in wraps)
    return frozenset(wrap.sealed for wrap in wraps if wrap.kind is WrapKind.OPEN)


def _remove(bare: Path) -> None:
    bare.unlink(missing_ok=True)
    sync_folder(bare.parent)
