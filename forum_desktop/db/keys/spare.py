"""A key file that was lost or damaged, found again: every backup carries its wraps beside it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from forum_desktop.db.keys.beside import all_beside
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits, key_in, keys_in
from forum_desktop.errors import Refusal
from forum_desktop.paths import BACKUPS_NAME
from forum_desktop.records.secret import Secret

LOST = frozenset({"keys.not_found", "keys.damaged"})
_DAMAGED_NAME = f"{KEYS_NAME}.damaged"


def find_spare(database: Path, secret: Secret | None, lost: Refusal) -> tuple[str, KeyFile]:
    """Return the key of a database and its wraps, as a backup of the folder carries them.

    Raises `lost` where none fits, and Refusal as `keys_in` where the secret opens none.
    """
    told = lost
    for keys in _carried(database.parent) if database.exists() else ():
        try:
            found = keys_in(keys, secret)
        except Refusal as refusal:
            told = refusal
            continue
        for key in found:
            if fits(database, key):
                wraps = tuple(one for one in keys.keys if key_in(one, secret) == key)
                return key, KeyFile(wraps[:1])
    raise told


def put_back(database: Path, secret: Secret | None, lost: Refusal) -> None:
    """Lay a spare in the place of the key file; a damaged one is kept beside it."""
    _, keys = find_spare(database, secret, lost)
    kept = database.parent / KEYS_NAME
    if kept.exists():
        kept.replace(kept.with_name(_DAMAGED_NAME))
    write_key_file(kept, keys)


def _carried(folder: Path) -> Iterator[KeyFile]:
    """Yield what the backups carry, each once, the newest first."""
    known: list[KeyFile] = []
    files = sorted(all_beside((folder, folder / BACKUPS_NAME)), key=_changed_at, reverse=True)
    for path in files:
        with suppress(Refusal):
            keys = read_key_file(path)
            if keys not in known:
                known.append(keys)
                yield keys


def _changed_at(path: Path) -> float:
    return path.stat().st_mtime
