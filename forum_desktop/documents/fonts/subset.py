"""Writing a TrueType font of composite glyphs: one glyph for each shaped cluster."""

import struct
from collections.abc import Callable, Sequence

from forum_desktop.documents.fonts.outlines import Outlines, is_composite
from forum_desktop.documents.fonts.sfnt import write_sfnt
from forum_desktop.documents.fonts.shaping import Cluster, Part

_WORD_ARGUMENTS = 0x0001
_ARGUMENTS_ARE_OFFSETS = 0x0002
_ONE_SCALE = 0x0008
_MORE_COMPONENTS = 0x0020
_TWO_SCALES = 0x0040
_MATRIX = 0x0080
_INSTRUCTIONS = 0x0100
_HEADER = 10
_LIMIT = 0x7FFF

_Renumber = Callable[[int], int]


def build_subset(outlines: Outlines, clusters: Sequence[Cluster]) -> bytes:
    """Return a font whose glyph n is clusters[n-1] and glyph 0 is .notdef, without hints.

    The glyphs that clusters are made of follow after them.
    """
    subset = _Subset(outlines, clusters)
    return write_sfnt(subset.tables())


class _Subset:
    def __init__(self, outlines: Outlines, clusters: Sequence[Cluster]) -> None:
        self._outlines = outlines
        self._first_component = len(clusters) + 1
        self._components: dict[int, int] = {}
        self._metrics = [(outlines.advances[0], outlines.bearings[0])]
        self._most_parts = 1
        self._glyphs = [b""]
        for cluster in clusters:
            self._add_cluster(cluster)
        self._glyphs[0] = strip(outlines.glyph(0), self._component)
        self._add_components()

    def _component(self, glyph: int) -> int:
        """Return the new number of a source glyph."""
        return self._components.setdefault(glyph, self._first_component + len(self._components))

    def _add_cluster(self, cluster: Cluster) -> None:
        drawn = [part for part in cluster.parts if self._outlines.glyph(part.glyph)]
        self._most_parts = max(self._most_parts, len(drawn))
        bounds = self._bounds(drawn)
        self._metrics.append((cluster.advance, bounds[0]))
        head = struct.pack(">5h", -1, *bounds)
        self._glyphs.append(head + self._join(drawn) if drawn else b"")

    def _bounds(self, parts: list[Part]) -> tuple[int, int, int, int]:
        if not parts:
            return 0, 0, 0, 0
        boxes = [(self._outlines.bounds(part.glyph), part) for part in parts]
        return (
            _short(min(box.x_min + part.x for box, part in boxes)),
            _short(min(box.y_min + part.y for box, part in boxes)),
            _short(max(box.x_max + part.x for box, part in boxes)),
            _short(max(box.y_max + part.y for box, part in boxes)),
        )

    def _join(self, parts: list[Part]) -> bytes:
        joined = b""
        for left, part in enumerate(parts, start=1 - len(parts)):
            flags = _WORD_ARGUMENTS | _ARGUMENTS_ARE_OFFSETS | (_MORE_COMPONENTS if left else 0)
            place = _short(part.x), _short(part.y)
            joined += struct.pack(">HHhh", flags, self._component(part.glyph), *place)
        return joined

    def _add_components(self) -> None:
        """Add source glyphs; a composite one may ask for more while we go."""
        done = 0
        while done < len(self._components):
            glyph = list(self._components)[done]
            self._glyphs.append(strip(self._outlines.glyph(glyph), self._component))
            self._metrics.append((self._outlines.advances[glyph], self._outlines.bearings[glyph]))
            done += 1

    def tables(self) -> dict[str, bytes]:
        padded = [glyph + bytes(-len(glyph) % 4) for glyph in self._glyphs]
        places = [0]
        for glyph in padded:
            places.append(places[-1] + len(glyph))
        return {
            "head": self._head(),
            "hhea": self._patched("hhea", 34, len(padded)),
            "maxp": self._maxima(len(padded)),
            "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in self._metrics),
            "loca": struct.pack(f">{len(places)}L", *places),
            "glyf": b"".join(padded),
        }

    def _head(self) -> bytes:
        """Zero the checksum (filled in at the end); glyph places are long."""
        head = bytearray(self._patched("head", 50, 1))
        head[8:12] = bytes(4)
        return bytes(head)

    def _maxima(self, count: int) -> bytes:
        """Tell readers how deep and wide composites go; without hints the rest is nothing."""
        maxima = bytearray(self._patched("maxp", 4, count))
        struct.pack_into(">HH", maxima, 10, _LIMIT, _LIMIT)
        struct.pack_into(">9H", maxima, 14, 1, 0, 0, 0, 0, 0, 0, self._most_parts, 3)
        return bytes(maxima)

    def _patched(self, tag: str, offset: int, number: int) -> bytes:
        table = bytearray(self._outlines.tables[tag])
        struct.pack_into(">H", table, offset, number)
        return bytes(table)


def strip(outline: bytes, renumber: _Renumber) -> bytes:
    """Return an outline without hinting instructions, its components renumbered."""
    if not outline:
        return outline
    return _strip_composite(outline, renumber) if is_composite(outline) else _strip_simple(outline)


def _strip_simple(outline: bytes) -> bytes:
    contours = struct.unpack(">h", outline[:2])[0]
    place = _HEADER + 2 * contours
    length = struct.unpack(">H", outline[place : place + 2])[0]
    return outline[:place] + bytes(2) + outline[place + 2 + length :]


def _strip_composite(outline: bytes, renumber: _Renumber) -> bytes:
    stripped, place, flags = outline[:_HEADER], _HEADER, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, glyph = struct.unpack(">HH", outline[place : place + 4])
        end = place + 4 + _component_size(flags)
        stripped += struct.pack(">HH", flags & ~_INSTRUCTIONS, renumber(glyph))
        stripped += outline[place + 4 : end]
        place = end
    return stripped


def _component_size(flags: int) -> int:
    """Return how many bytes follow the flags and glyph number of a component."""
    size = 4 if flags & _WORD_ARGUMENTS else 2
    scales = ((_ONE_SCALE, 2), (_TWO_SCALES, 4), (_MATRIX, 8))
    return size + next((extra for flag, extra in scales if flags & flag), 0)


def _short(number: int) -> int:
    return max(-_LIMIT, min(_LIMIT, number))
