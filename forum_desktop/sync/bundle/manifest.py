"""What the outside of a bundle tells: format, forum, station, counts and hashes; no word more."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from forum_desktop.db.operations import canonical
from forum_desktop.errors import Refusal

FORMAT = 1
LINE = "forum-bundle {}\n"
LONGEST = 4 * 1024 * 1024
"""Bytes of a manifest; some ten thousand attachments fit."""
_HEX = frozenset("0123456789abcdef")
_SHA_SIGNS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the file. `packed` tells how to read it: zstd, zstd+age or age.

    `length` and `sha256` are of the bytes in the file, `unpacked` is the number of bytes that
    unpacking yields; `entries` how many operations they tell (an attachment is one entry).
    """

    name: str
    packed: str
    length: int
    sha256: str
    unpacked: int
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`forum` is the code people know; `key` the station's public signing key.

    `certificate` is the forum's signature over that key: the station belongs to it.
    """

    purpose: str
    forum: str
    forum_id: str
    station: str
    replica: str
    key: str
    certificate: str
    parts: tuple[Part, ...]


def manifest_text(manifest: Manifest) -> str:
    """Return the one spelling of a manifest."""
    return canonical({"format": FORMAT, **asdict(manifest)})


def read_manifest(text: bytes) -> Manifest:
    """Return a manifest; raises Refusal("bundle.damaged") where it is not spelled as ours are."""
    try:
        told = json.loads(text)
        parts = tuple(_part(part) for part in told.pop("parts"))
        is_ours = told.pop("format") == FORMAT and all(isinstance(v, str) for v in told.values())
        manifest = Manifest(**told, parts=parts)
        is_ours = is_ours and manifest_text(manifest).encode() == text
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("bundle.damaged") from error
    names = {part.name for part in parts}
    if not is_ours or len(names) != len(parts):
        raise Refusal("bundle.damaged")
    return manifest


def _part(told: dict[str, Any]) -> Part:
    part = Part(**told)
    numbers, words = (part.length, part.unpacked, part.entries), (part.name, part.packed)
    is_sound = (
        all(type(number) is int and number >= 0 for number in numbers)
        and all(isinstance(word, str) for word in words)
        and isinstance(part.sha256, str)
        and len(part.sha256) == _SHA_SIGNS
        and _HEX.issuperset(part.sha256)
    )
    if not is_sound:
        raise ValueError(part.name)
    return part
