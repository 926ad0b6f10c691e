"""Which texts say nearly the same: by the letters they share, the rarer the more telling.

Texts are compared by their trigrams after folding, without spaces: Thai has none between words,
and a hurried hand leaves out tone marks. A trigram weighs the more the fewer texts have it
(inverse document frequency, K. Spärck Jones, 1972), so "ขอให้เทศบาล" alone makes nothing alike.
"""

from array import array
from collections import Counter
from collections.abc import Hashable
from math import fsum, log
from typing import Generic, TypeVar

from forum_desktop.thai.folding import fold_tight

Key = TypeVar("Key", bound=Hashable)

_LENGTH = 3
_PROBES = 24
"""How many of the rarest trigrams of a text look for others; common ones find everything."""
_JUDGED = 40
"""How many of those found are compared in full."""


def grams(text: str) -> frozenset[str]:
    """Return the trigrams of a text as it is searched; of a shorter one the text itself."""
    folded = fold_tight(text)
    if len(folded) <= _LENGTH:
        return frozenset([folded] if folded else [])
    return frozenset(folded[at : at + _LENGTH] for at in range(len(folded) - _LENGTH + 1))


class Likeness(Generic[Key]):
    """Texts by key, among which those like another are found in a few milliseconds."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._texts: list[str | None] = []
        self._places: dict[Key, int] = {}
        self._holders: dict[str, array[int]] = {}

    def put(self, key: Key, text: str) -> None:
        """Know a text, in place of what was known by that key."""
        self.drop(key)
        place = self._places[key] = len(self._keys)
        self._keys.append(key)
        self._texts.append(text)
        for gram in grams(text):
            self._holders.setdefault(gram, array("I")).append(place)

    def drop(self, key: Key) -> None:
        """Know a text no more."""
        place = self._places.pop(key, None)
        if place is not None:
            self._texts[place] = None

    def likest(self, text: str, *, least: float, limit: int) -> tuple[tuple[Key, float], ...]:
        """Return the keys of texts at least so much alike (0 to 1), the likest first."""
        wanted = grams(text)
        found = [
            (self._keys[place], self._share(wanted, grams(other)))
            for place in self._candidates(wanted)
            if (other := self._texts[place]) is not None
        ]
        alike = [(key, share) for key, share in found if share >= least]
        return tuple(sorted(alike, key=lambda pair: -pair[1])[:limit])

    def _candidates(self, wanted: frozenset[str]) -> list[int]:
        known = [gram for gram in wanted if gram in self._holders]
        rarest = sorted(known, key=lambda gram: (len(self._holders[gram]), gram))[:_PROBES]
        hits: Counter[int] = Counter()
        for gram in rarest:
            hits.update(self._holders[gram])
        return [place for place, _ in hits.most_common(_JUDGED)]

    def _share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weight of what both have in the weight of what either has."""
        both = fsum(map(self._weight, one & other))
        return both / (fsum(map(self._weight, one | other)) or 1.0)

    def _weight(self, gram: str) -> float:
        return log(1 + len(self._keys) / (1 + len(self._holders.get(gram, ()))))
