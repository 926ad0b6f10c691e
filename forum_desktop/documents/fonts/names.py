"""The names that a font file bears (its `name` table)."""

import struct
from collections.abc import Iterator

FAMILY = 1
POSTSCRIPT = 6
TYPOGRAPHIC_FAMILY = 16

_RECORD = 12
_MACINTOSH = 1


def names(table: bytes, kind: int) -> Iterator[str]:
    """Yield the names of a kind in every language; raises struct.error for a broken table."""
    count, storage = struct.unpack(">2H", table[2:6])
    for place in range(6, 6 + _RECORD * count, _RECORD):
        platform, _, _, number, length, start = struct.unpack(">6H", table[place : place + _RECORD])
        if number == kind:
            raw = table[storage + start : storage + start + length]
            yield raw.decode("latin-1" if platform == _MACINTOSH else "utf-16-be", "replace")
