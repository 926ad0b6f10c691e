"""The file `keys.json` beside the data: the wraps of its keys, readable by this user only.

Usually it holds one key. While a file is written anew with another key it holds both, and
whichever opens the file is its key: a power cut in between leaves one that does.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forum_desktop.db.keys.wrapping import KEY_BYTES, Wrap, WrapKind
from forum_desktop.errors import Refusal
from forum_desktop.files import read_small, write_whole
from forum_desktop.paths import KEYS_NAME

__all__ = ["KEYS_NAME", "KeyFile", "read_key_file", "write_key_file"]

_FORMAT = 1
_MOST_BYTES = 64 * 1024
_NUMBERS = ("memory", "passes", "lanes")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The wraps of each key; the newest key comes last."""

    keys: tuple[tuple[Wrap, ...], ...]

    @property
    def is_open(self) -> bool:
        """Tell whether no passphrase is needed."""
        return any(wrap.kind is WrapKind.OPEN for wraps in self.keys for wrap in wraps)


def read_key_file(path: Path) -> KeyFile:
    """Return the wraps; raises Refusal("keys.not_found", ".not_readable" or ".damaged")."""
    content = read_small(path, _MOST_BYTES, "keys")
    try:
        told = json.loads(content)
        keys = tuple(tuple(_wrap(item) for item in wraps) for wraps in told["keys"])
        is_ours = told["format"] == _FORMAT and bool(keys) and all(keys)
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("keys.damaged") from error
    if not is_ours:
        raise Refusal("keys.damaged")
    return KeyFile(keys)


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Write the wraps, whole or not at all, for this user's eyes (mode 0600)."""
    told = {"format": _FORMAT, "keys": [[asdict(wrap) for wrap in wraps] for wraps in keys.keys]}
    write_whole(path, json.dumps(told, indent=1).encode("ascii"), mode=0o600)


def _wrap(told: dict[str, Any]) -> Wrap:
    wrap = Wrap(**(told | {"kind": WrapKind(told["kind"])}))
    if not all(isinstance(told.get(name, 0), int) for name in _NUMBERS):
        raise TypeError("a number is none")
    sealed = bytes.fromhex(wrap.sealed)
    bytes.fromhex(wrap.salt + wrap.nonce)
    if wrap.kind is WrapKind.OPEN and len(sealed) != KEY_BYTES:
        raise ValueError("a key of another length")
    return wrap
