"""A TrueType font file: glyph outlines, metrics and the characters it covers."""

import struct
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont

from forum_desktop.documents.fonts.names import POSTSCRIPT, names

_LONG_LOCATIONS = 1
_DEFAULT_CAP_HEIGHT = 700


class Bounds(NamedTuple):
    """The box around an outline, in font units."""

    x_min: int
    y_min: int
    x_max: int
    y_max: int


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """What a PDF font descriptor tells, in thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem_width: int
    bounds: tuple[int, int, int, int]


class Outlines:
    """A TrueType font (glyf outlines) read once; raises OSError where the file is gone."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        font = TTFont(BytesIO(self.data), lazy=True)
        self.units_per_em: int = font["head"].unitsPerEm
        self.characters: dict[int, str] = font.getBestCmap()
        name = next(names(font.reader["name"], POSTSCRIPT), "") or path.stem
        self.name = name.replace(" ", "")
        self.metrics = _metrics(font)
        self.tables: dict[str, bytes] = {
            tag: font.reader[tag] for tag in ("head", "hhea", "maxp", "hmtx", "loca", "glyf")
        }
        self.glyph_count: int = font["maxp"].numGlyphs
        self._measured: int = font["hhea"].numberOfHMetrics
        self._long: bool = font["head"].indexToLocFormat == _LONG_LOCATIONS

    @cached_property
    def advances(self) -> tuple[int, ...]:
        """Advance widths by glyph, in font units."""
        measured = [metric[0] for metric in self._horizontal_metrics]
        return (*measured, *measured[-1:] * (self.glyph_count - len(measured)))

    @cached_property
    def bearings(self) -> tuple[int, ...]:
        """Left side bearings by glyph, in font units."""
        rest = self.tables["hmtx"][4 * self._measured :]
        count = self.glyph_count - self._measured
        trailing: tuple[int, ...] = struct.unpack(f">{count}h", rest[: 2 * count])
        return (*(metric[1] for metric in self._horizontal_metrics), *trailing)

    def glyph(self, number: int) -> bytes:
        """Return the raw outline of a glyph; empty for a space."""
        start, end = self._locations[number], self._locations[number + 1]
        return self.tables["glyf"][start:end]

    def bounds(self, number: int) -> Bounds:
        """Return the box of a glyph that is not empty."""
        return Bounds(*struct.unpack(">4h", self.glyph(number)[2:10]))

    @cached_property
    def _horizontal_metrics(self) -> list[tuple[int, int]]:
        table = self.tables["hmtx"][: 4 * self._measured]
        return [(advance, bearing) for advance, bearing in struct.iter_unpack(">Hh", table)]

    @cached_property
    def _locations(self) -> tuple[int, ...]:
        table, count = self.tables["loca"], self.glyph_count + 1
        if self._long:
            return struct.unpack(f">{count}L", table[: 4 * count])
        return tuple(2 * half for half in struct.unpack(f">{count}H", table[: 2 * count]))


def _metrics(font: Any) -> FontMetrics:
    head, vertical, system = font["head"], font["hhea"], font["OS/2"]
    scale = 1000 / head.unitsPerEm
    return FontMetrics(
        ascent=round(vertical.ascent * scale),
        descent=round(vertical.descent * scale),
        cap_height=round(getattr(system, "sCapHeight", 0) * scale) or _DEFAULT_CAP_HEIGHT,
        italic_angle=float(font["post"].italicAngle),
        stem_width=int(50 + (system.usWeightClass / 65) ** 2),
        bounds=(
            round(head.xMin * scale),
            round(head.yMin * scale),
            round(head.xMax * scale),
            round(head.yMax * scale),
        ),
    )


def is_composite(outline: bytes) -> bool:
    """Tell whether an outline is made of other glyphs."""
    return bool(struct.unpack(">h", outline[:2])[0] < 0)


def ranges(numbers: list[int]) -> list[tuple[int, int]]:
    """Return sorted numbers as closed ranges."""
    if not numbers:
        return []
    breaks = [(a, b) for a, b in pairwise(numbers) if b != a + 1]
    starts = [numbers[0], *(b for _, b in breaks)]
    ends = [*(a for a, _ in breaks), numbers[-1]]
    return list(zip(starts, ends, strict=True))
