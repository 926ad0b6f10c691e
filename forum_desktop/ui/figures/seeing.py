"""How colours look to those who see no red or no green, and how far two of them lie apart.

The matrices are those of Machado, Oliveira and Fernandes (2009) for full dichromacy, in linear
light; distances are those of CIE 1976 in L*a*b* (2 is just seen, 10 at a glance).
"""

from math import sqrt
from types import MappingProxyType
from typing import NamedTuple


class Light(NamedTuple):
    """Linear light from 0 to 1."""

    red: float
    green: float
    blue: float


_Rows = tuple[tuple[float, float, float], ...]

EYES: MappingProxyType[str, _Rows] = MappingProxyType(
    {
        "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
        "no_red": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "no_green": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
    }
)
"""Kinds of eyes, and what each makes of red, green and blue."""

_TO_XYZ: _Rows = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def seen_distance(one: str, other: str, eyes: str = "all") -> float:
    """Return how far two colours ("#rrggbb") lie apart for a kind of eyes."""
    pairs = zip(_lab(_seen(one, eyes)), _lab(_seen(other, eyes)), strict=True)
    return sqrt(sum((a - b) ** 2 for a, b in pairs))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as the WCAG counts it."""
    lights = sorted((_times(_TO_XYZ, linear(color))[1] for color in (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def linear(color: str) -> Light:
    """Return the light of a colour."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Light(*(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts))


def _seen(color: str, eyes: str) -> Light:
    return Light(*(min(max(part, 0.0), 1.0) for part in _times(EYES[eyes], linear(color))))


def _times(rows: _Rows, light: Light) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(line, light, strict=True)) for line in rows)


def _lab(light: Light) -> tuple[float, float, float]:
    x, y, z = (
        share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
        for share in (a / w for a, w in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
