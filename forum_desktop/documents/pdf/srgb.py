"""A colour profile of sRGB, made of the numbers of IEC 61966-2-1 (ICC.1:2001, version 2.1)."""

import struct
from functools import cache

_STEPS = 1024
_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
"""Adapted to the D50 white of the profile connection space."""

_NAME = "sRGB IEC61966-2.1"
_RIGHTS = "No rights reserved"
_HEADER = struct.Struct(">L4sL4s4s4s6H4s4sLLLQL3l4s44x")


@cache
def srgb_profile() -> bytes:
    """Return the profile; always the same bytes, as its date is fixed."""
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text" + bytes(4) + _RIGHTS.encode() + b"\0",
        b"wtpt": _colour(_WHITE),
        b"rXYZ": _colour(_RED),
        b"gXYZ": _colour(_GREEN),
        b"bXYZ": _colour(_BLUE),
        b"rTRC": _curve(),
    }
    places, body = _placed(tags)
    # One curve serves all three colours.
    places |= {b"gTRC": places[b"rTRC"], b"bTRC": places[b"rTRC"]}
    table = struct.pack(">L", len(places))
    table += b"".join(struct.pack(">4sLL", tag, *place) for tag, place in places.items())
    size = _HEADER.size + len(table) + len(body)
    return _header(size) + table + body


def _placed(tags: dict[bytes, bytes]) -> tuple[dict[bytes, tuple[int, int]], bytes]:
    """Return where each tag lies and how long it is, and their bytes."""
    body, places = b"", {}
    start = _HEADER.size + 4 + 12 * (len(tags) + 2)
    for tag, content in tags.items():
        places[tag] = (start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return places, body


def _header(size: int) -> bytes:
    made, nothing = (2000, 1, 1, 0, 0, 0), bytes(4)
    white = [round(value * 65536) for value in _WHITE]
    kinds = (b"mntr", b"RGB ", b"XYZ ")
    facts = (b"acsp", nothing, 0, 0, 0, 0, 0, *white, nothing)
    return _HEADER.pack(size, nothing, 0x02100000, *kinds, *made, *facts)


def _colour(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3l", *(round(value * 65536) for value in values))


def _curve() -> bytes:
    steps = [round(65535 * _linear(step / (_STEPS - 1))) for step in range(_STEPS)]
    return b"curv" + bytes(4) + struct.pack(f">L{_STEPS}H", _STEPS, *steps)


def _linear(value: float) -> float:
    """Return the linear light of an encoded value (IEC 61966-2-1, 5.2)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _description(text: str) -> bytes:
    ascii_text = text.encode() + b"\0"
    # No Unicode and no Macintosh spelling: their counts are zero.
    return b"desc" + bytes(4) + struct.pack(">L", len(ascii_text)) + ascii_text + bytes(78)
