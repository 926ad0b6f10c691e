"""Where a line of Thai text may break: between words, which are written without spaces."""

import importlib
import re
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise

from forum_desktop.thai.keeping import is_title, kept_spans

BREAK_MARK = "\u200b"
"""Zero-width space: an invisible place where a line on screen may break."""

_SPACE = " \t\n\v\f\r\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
"""White space a line may break at; no-break spaces are not among it."""

_CHUNK = re.compile(f"[^{_SPACE}]+[{_SPACE}]*|[{_SPACE}]+")
_BARE = re.compile(f"[^{_SPACE}]+")
_NO_START = re.compile(
    "[\u0e2f\u0e46\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0e5a\u0e5b\u0300-\u036f\u200d\ufe0e\ufe0f"
    r"!?.,:;%)\]}”’»…/]|น\.(?!\S)"
)
_NO_END = re.compile(r"[\u0e40-\u0e44(\[{“‘«]")
_SOLID = re.compile("[!-~๐-๙]")
"""Numbers, codes, addresses and Latin words: 1/2564, 09.30, COVID-19 stay whole."""

_NOWHERE = (sys.maxsize, sys.maxsize)
_CACHED_CHUNKS = 1 << 16
_NEEDS_A_DICTIONARY = re.compile("[\u0e01-\u0e4e]{3}")

_Segmenter = Callable[[str], list[str]]


def break_words(text: str) -> list[str]:
    """Return pieces of `text`; a line may break between any two, and nowhere else.

    White space stays at the end of the piece before it; joining the pieces gives `text`.
    No piece begins with ฯ ๆ, a mark, a following vowel or closing punctuation, none ends
    with a leading vowel or an opening bracket; what `keeping` holds together is one piece.
    """
    pieces: list[str] = []
    last = ""
    for chunk in _CHUNK.findall(text):
        first, *others = _break_chunk(chunk)
        if last and not may_break_between(last, first):
            pieces[-1] += first
        else:
            pieces.append(first)
        pieces += others
        last = others[-1] if others else first
    return _rejoined(pieces, kept_spans(text))


def with_break_marks(text: str) -> str:
    """Return `text` with an invisible break mark between words, for text on screen."""
    pieces = break_words(text)
    marked = [
        piece if piece[-1].isspace() or piece.endswith(BREAK_MARK) else piece + BREAK_MARK
        for piece in pieces[:-1]
    ]
    return "".join([*marked, *pieces[-1:]])


def may_break_between(left: str, right: str) -> bool:
    """Tell whether a line may end with `left` and the next begin with `right`."""
    end = left.rstrip()
    if not end:
        return not _NO_START.match(right)
    return not (_NO_START.match(right) or _NO_END.match(end[-1]) or is_title(end))


def _rejoined(pieces: list[str], kept: list[tuple[int, int]]) -> list[str]:
    """Join pieces whose border lies within a stretch that a line may not part."""
    if not kept:
        return pieces
    joined: list[str] = []
    place, stretches = 0, iter(kept)
    start, end = next(stretches)
    for piece in pieces:
        while end <= place:
            start, end = next(stretches, _NOWHERE)
        if start < place:
            joined[-1] += piece
        else:
            joined.append(piece)
        place += len(piece)
    return joined


@lru_cache(maxsize=_CACHED_CHUNKS)
def _break_chunk(chunk: str) -> tuple[str, ...]:
    """Break one run of text without inner white space."""
    bare = _BARE.match(chunk)
    if bare is None or not _NEEDS_A_DICTIONARY.search(chunk):
        return (chunk,)
    words = _segment(bare.group())
    words[-1] += chunk[bare.end() :]
    return tuple(_legal(_solid(words)))


def _segment(bare: str) -> list[str]:
    words = [word for word in _segmenter()(bare) if word]
    return words if "".join(words) == bare else [bare]


def _solid(words: list[str]) -> list[str]:
    """Join numbers, codes and Latin words that a segmenter took apart."""
    joined = words[:1]
    for word in words[1:]:
        if _SOLID.match(joined[-1][-1]) and _SOLID.match(word[0]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _legal(words: list[str]) -> list[str]:
    """Join words that a line may not end between."""
    joined = words[:1]
    for left, word in pairwise(words):
        if may_break_between(left, word):
            joined.append(word)
        else:
            joined[-1] += word
    return joined


@cache
def _segmenter() -> _Segmenter:
    """Return the best word segmenter of this machine, loaded at its first use."""
    for load in (_load_thaibreak, _load_newmm):
        try:
            return load()
        except ImportError:
            continue
    return lambda bare: [bare]


def _load_thaibreak() -> _Segmenter:
    lines = importlib.import_module("thaibreak").lines
    return lambda bare: str(lines(bare)).split(BREAK_MARK)


def _load_newmm() -> _Segmenter:
    """Load PyThaiNLP; its safe engine stays quick on ambiguous text."""
    tokenize = importlib.import_module("pythainlp.tokenize").word_tokenize
    return lambda bare: list(tokenize(bare, engine="newmm-safe"))
