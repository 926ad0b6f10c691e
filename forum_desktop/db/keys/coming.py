"""Which key a restored file gets, and that the folder's wraps open it at every moment."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from forum_desktop.db.keys.bare import take_over_folder
from forum_desktop.db.keys.beside import keys_beside
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import key_for
from forum_desktop.errors import Refusal
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.secret import Secret


@dataclass(frozen=True, slots=True)
class Coming:
    """A backup on its way into a folder: its `key`, and the one it `final`ly has there.

    `ours` is the key of what the folder holds now, empty where nobody told it.
    """

    folder: Path
    key: str
    final: str
    wraps: KeyFile
    ours: str

    def begin(self) -> None:
        """Lay the wraps of what comes beside those of what is there."""
        kept = self.folder / KEYS_NAME
        before = read_key_file(kept).keys if kept.exists() else ()
        others = (wraps for wraps in before if wraps not in self.wraps.keys)
        write_key_file(kept, KeyFile((*others, *self.wraps.keys)))

    def end(self) -> None:
        """Keep the wraps of what has come alone."""
        write_key_file(self.folder / KEYS_NAME, self.wraps)


def coming_home(folder: Path, key: str, wraps: KeyFile, secret: Secret | None) -> Coming:
    """Return how a backup with this key comes into a folder, which is locked for us.

    A protected folder whose secret was told gives the backup its own key: no old passphrase
    and no backup from before the protection opens the laptop anew. In any other folder the
    backup keeps its key and its wraps.
    """
    take_over_folder(folder)
    ours = ""
    kept = folder / KEYS_NAME
    if kept.exists():
        with suppress(Refusal):
            ours = key_for(folder / DATABASE_NAME, secret)
    if ours and not (held := read_key_file(kept)).is_open:
        return Coming(folder, key, ours, held, ours)
    return Coming(folder, key, key, wraps, ours)


def lay_aside_keys(folder: Path, kept: Path) -> None:
    """Lay the wraps of a folder beside the copy of what it held."""
    with suppress(Refusal):  # lost with its key file, and kept all the same
        write_key_file(keys_beside(kept), read_key_file(folder / KEYS_NAME))
