"""Shaping: HarfBuzz puts each mark over its letter; a letter with its marks is a cluster."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz

from forum_desktop.documents.fonts.outlines import Outlines

_FEATURES = {"kern": True, "liga": True}
_CACHED_WORDS = 1 << 16
_LONGEST_CLUSTER = 48
"""Characters; more marks than this on one letter are cut into several clusters."""


class Part(NamedTuple):
    """A glyph of a cluster and where its origin lies, in font units."""

    glyph: int
    x: int
    y: int


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """What the eye takes for one letter: its source text, its glyphs, its own width.

    A shaper gives the same object for the same letter, so that it is quickly looked up.
    """

    text: str
    parts: tuple[Part, ...]
    advance: int


class PlacedCluster(NamedTuple):
    """A cluster in a word, with the kerning after it in font units."""

    cluster: Cluster
    kern: int


class Shaper:
    """Turns words of one font into clusters; every word is shaped once."""

    def __init__(self, outlines: Outlines) -> None:
        self._advances = outlines.advances
        blob = uharfbuzz.Blob(outlines.data)
        self._font = uharfbuzz.Font(uharfbuzz.Face(blob))
        self._known: dict[tuple[str, tuple[Part, ...], int], Cluster] = {}
        self.shape = lru_cache(maxsize=_CACHED_WORDS)(self._shape)

    def _shape(self, word: str) -> tuple[PlacedCluster, ...]:
        placed = tuple(self._clusters(word))
        if any(len(item.cluster.text) > _LONGEST_CLUSTER for item in placed):
            return tuple(self._cut(placed))
        return placed

    def _cut(self, placed: tuple[PlacedCluster, ...]) -> Iterator[PlacedCluster]:
        for item in placed:
            text = item.cluster.text
            if len(text) <= _LONGEST_CLUSTER:
                yield item
                continue
            for start in range(0, len(text), _LONGEST_CLUSTER):
                yield from self._clusters(text[start : start + _LONGEST_CLUSTER])

    def _clusters(self, word: str) -> Iterator[PlacedCluster]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, _FEATURES)
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        starts = sorted({info.cluster for info, _ in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        for start, members in _grouped(glyphs):
            yield self._cluster(word[start : ends[start]], members)

    def _cluster(self, text: str, members: list[Any]) -> PlacedCluster:
        x = y = natural = 0
        parts = []
        for info, position in members:
            parts.append(Part(info.codepoint, x + position.x_offset, y + position.y_offset))
            if position.x_advance:
                natural += self._advances[info.codepoint]
            x += position.x_advance
            y += position.y_advance
        return PlacedCluster(self._one(text, tuple(parts), natural), x - natural)

    def _one(self, text: str, parts: tuple[Part, ...], advance: int) -> Cluster:
        key = (text, parts, advance)
        return self._known.get(key) or self._known.setdefault(key, Cluster(*key))


def _grouped(glyphs: list[Any]) -> Iterator[tuple[int, list[Any]]]:
    """Yield the glyphs of each cluster in the order they are drawn."""
    members: list[Any] = []
    for glyph in glyphs:
        if members and glyph[0].cluster != members[0][0].cluster:
            yield members[0][0].cluster, members
            members = []
        members.append(glyph)
    if members:
        yield members[0][0].cluster, members
