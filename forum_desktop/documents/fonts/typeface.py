"""A typeface: one font file, loaded once, that measures and shapes words."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from forum_desktop.documents.fonts.outlines import Outlines
from forum_desktop.documents.fonts.shaping import PlacedCluster, Shaper


class Typeface:
    """A font file ready for typesetting; widths are in thousandths of the type size.

    A font whose letters are small on their body is set larger than the type size says, by
    its `magnification`, so that styles fit every typeface.
    """

    def __init__(self, outlines: Outlines, magnification: float = 1.0) -> None:
        self.outlines = outlines
        self.magnification = magnification
        self.scale = 1000 / outlines.units_per_em
        self._shaper = Shaper(outlines)

    def shape(self, word: str) -> tuple[PlacedCluster, ...]:
        """Return the clusters of a word in the order they are drawn."""
        return self._shaper.shape(word)

    def covers(self, character: str) -> bool:
        """Tell whether the font has a glyph for the character."""
        return ord(character) in self.outlines.characters

    def width(self, word: str) -> float:
        """Return the width of a word as it is drawn, magnified."""
        units = sum(placed.cluster.advance + placed.kern for placed in self.shape(word))
        return units * self.scale * self.magnification


class MuteTypeface(Typeface):
    """A typeface whose words are seen but read as spaces, so that no copied text has them.

    Readers that go by where things stand would mix a watermark into the lines it crosses.
    """

    def __init__(self, typeface: Typeface) -> None:
        super().__init__(typeface.outlines, typeface.magnification)

    def shape(self, word: str) -> tuple[PlacedCluster, ...]:
        """Return the clusters of a word, each of which stands for a space."""
        return tuple(
            placed._replace(cluster=replace(placed.cluster, text=" "))
            for placed in super().shape(word)
        )


@cache
def load_typeface(path: Path, magnification: float = 1.0) -> Typeface:
    """Return the typeface of a font file, loaded once; raises OSError where it is gone."""
    return Typeface(Outlines(path), magnification)


@cache
def mute(typeface: Typeface) -> Typeface:
    """Return the typeface as it is used for what must not be read."""
    return MuteTypeface(typeface)
