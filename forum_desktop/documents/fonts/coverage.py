"""Which font draws which character; one that no font has is drawn as its code."""

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

from forum_desktop.documents.fonts.outlines import ranges
from forum_desktop.documents.fonts.typeface import Typeface

_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Controls, formatting marks and halves of characters: nothing a reader could see."""

_PRESENTATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors choose between pictures of one character; our fonts have one."""

_SPACES = re.compile("[\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")


class Stretch(NamedTuple):
    """Text that one typeface can draw."""

    typeface: Typeface
    text: str


class Family:
    """A typeface with the one that stands in for characters it lacks."""

    def __init__(self, main: Typeface, stand_in: Typeface) -> None:
        self.main = main
        self.stand_in = stand_in
        self._foreign = _foreign_to(main)

    def readable(self, text: str) -> str:
        """Return cleaned `text`, characters of no font written as codes like [U+4E2D]."""
        cleaned = clean(text)
        if not self._foreign.search(cleaned):
            return cleaned
        return "".join(c if self._has(c) else code(c) for c in cleaned)

    def missing(self, text: str) -> frozenset[str]:
        """Return the characters of `text` that no font has, and that print as codes."""
        foreign = self._foreign.findall(clean(text))
        return frozenset(c for c in foreign if not self._has(c))

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """Return readable text cut where the typeface changes."""
        if not self._foreign.search(text):
            return (Stretch(self.main, text),) if text else ()
        cut = groupby(text, self._face_of)
        return tuple(Stretch(face, "".join(characters)) for face, characters in cut)

    def _has(self, character: str) -> bool:
        covered = self.main.covers(character) or self.stand_in.covers(character)
        return character == "\n" or covered

    def _face_of(self, character: str) -> Typeface:
        return self.main if self.main.covers(character) else self.stand_in


def clean(text: str) -> str:
    """Return `text` as NFC without invisible characters; other spaces become a space.

    NFC, never NFKC, which splits ำ in two. Line ends stay, as line feeds.
    """
    if not text.isprintable():
        text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text).replace("\t", " "))
        text = "\n".join(map(_drop_invisible, text.split("\n")))
    return _PRESENTATION.sub("", unicodedata.normalize("NFC", text))


def code(character: str) -> str:
    """Return how a character without a glyph is written: [U+1F600]."""
    return f"[U+{ord(character):04X}]"


def _drop_invisible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE)


def _foreign_to(face: Typeface) -> re.Pattern[str]:
    """Return a pattern of any character outside the typeface, for quick looks."""
    known = sorted({*face.outlines.characters, ord("\n")})
    spans = "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges(known))
    return re.compile(f"[^{spans}]")
