"""The container of a TrueType font: tables with their checksums."""

import struct

_VERSION = 0x00010000
_WHOLE_FONT = 0xB1B0AFBA
_ADJUSTMENT = 8
"""Where `head` keeps the adjustment that makes the font's checksum right."""


def write_sfnt(tables: dict[str, bytes]) -> bytes:
    """Return a font file of `tables`, which hold a `head` with its checksum zeroed."""
    directory, body, places = b"", b"", {}
    start = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        places[tag] = start + len(body)
        entry = (tag.encode("ascii"), _checksum(table), places[tag], len(table))
        directory += struct.pack(">4s3L", *entry)
        body += table + bytes(-len(table) % 4)
    font = bytearray(_header(len(tables)) + directory + body)
    adjustment = (_WHOLE_FONT - _checksum(bytes(font))) & 0xFFFFFFFF
    struct.pack_into(">L", font, places["head"] + _ADJUSTMENT, adjustment)
    return bytes(font)


def glyph_count(font: bytes) -> int:
    """Return how many glyphs a font file has."""
    (tables,) = struct.unpack(">H", font[4:6])
    for entry in range(tables):
        tag, _, start, _ = struct.unpack_from(">4s3L", font, 12 + 16 * entry)
        if tag == b"maxp":
            return int(struct.unpack_from(">H", font, start + 4)[0])
    raise ValueError("no maxp table")


def _header(count: int) -> bytes:
    power = 1 << (count.bit_length() - 1)
    search = (power * 16, power.bit_length() - 1, (count - power) * 16)
    return struct.pack(">L4H", _VERSION, count, *search)


def _checksum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
