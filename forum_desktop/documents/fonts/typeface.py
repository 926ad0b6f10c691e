"""A typeface: one font file, loaded once, that measures and shapes words."""

from functools import cache, lru_cache

from forum_desktop.documents.fonts.outlines import Outlines
from forum_desktop.documents.fonts.shaping import PlacedCluster, Shaper
from forum_desktop.paths import resource

_CACHED_WORDS = 1 << 16


class Typeface:
    """A font file ready for typesetting; widths are in thousandths of the type size."""

    def __init__(self, outlines: Outlines) -> None:
        self.outlines = outlines
        self.scale = 1000 / outlines.units_per_em
        self._shaper = Shaper(outlines)
        self.width = lru_cache(maxsize=_CACHED_WORDS)(self._width)

    def shape(self, word: str) -> tuple[PlacedCluster, ...]:
        """Return the clusters of a word in the order they are drawn."""
        return self._shaper.shape(word)

    def covers(self, character: str) -> bool:
        """Tell whether the font has a glyph for the character."""
        return ord(character) in self.outlines.characters

    def _width(self, word: str) -> float:
        return self.scale * sum(c.cluster.advance + c.kern for c in self.shape(word))


@cache
def load_typeface(folder: str, name: str) -> Typeface:
    """Return the typeface of `resources/fonts/<folder>/<name>.ttf`, loaded once."""
    return Typeface(Outlines(resource("fonts", folder, f"{name}.ttf")))
