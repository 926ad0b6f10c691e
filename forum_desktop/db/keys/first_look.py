"""The key of a folder before anything may be written there."""

from pathlib import Path

from forum_desktop.db.keys.bare import BARE_NAME, read_bare_key
from forum_desktop.db.keys.opening import key_for
from forum_desktop.db.keys.spare import LOST, find_spare
from forum_desktop.errors import Refusal
from forum_desktop.paths import DATABASE_NAME, KEYS_NAME


def known_key(folder: Path) -> str:
    """Return the key that lies open; raises Refusal as `key_for`."""
    if (folder / BARE_NAME).exists() and not (folder / KEYS_NAME).exists():
        return read_bare_key(folder / BARE_NAME)
    try:
        return key_for(folder / DATABASE_NAME)
    except Refusal as refusal:
        if refusal.key not in LOST:
            raise
        return find_spare(folder / DATABASE_NAME, None, refusal)[0]
