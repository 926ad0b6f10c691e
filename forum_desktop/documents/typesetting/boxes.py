"""Boxes: stretches of text no line may break within, measured.

Widths are in thousandths of the type size throughout.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from forum_desktop.documents.fonts.coverage import Family
from forum_desktop.documents.fonts.face import Face, load_face
from forum_desktop.documents.fonts.typeface import Typeface
from forum_desktop.thai.breaking import break_words, may_break_between
from forum_desktop.thai.keeping import belong_together

_CACHED_PIECES = 1 << 16
_WHOLE_WORD = re.compile("[^ ]+ *|^ +")


class Atom(NamedTuple):
    """Text of one typeface: either a single space, or text without spaces."""

    typeface: Typeface
    text: str
    width: float
    clusters: int


class Box(NamedTuple):
    """Atoms that stay together, then the spaces that vanish where a line ends."""

    atoms: tuple[Atom, ...]
    width: float
    spaces: int
    tail: tuple[Atom, ...]
    tail_width: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight and slant. `whole` text, like a name, breaks at its spaces only."""

    text: str
    bold: bool = False
    whole: bool = False
    italic: bool = False


def boxes_of(runs: Iterable[Run], face: Face | None = None) -> list[Box]:
    """Return the boxes of a paragraph, whose text has no line feeds.

    Without a face they are set in the bundled one.
    """
    boxes: list[Box] = []
    for run in runs:
        added = list(_boxes_of_run(run, face or load_face()))
        while boxes and added and not _may_break(boxes[-1], added[0]):
            boxes[-1] = _joined(boxes[-1], added.pop(0))
        boxes += added
    return boxes


def split_wide(box: Box, room: float) -> Iterator[Box]:
    """Yield a box too wide for any line in parts: cut at spaces, or else between letters."""
    group: list[Box] = []
    for part in _parts(box, room):
        if group and is_legal_break(group[-1], part):
            yield from _merged(group, room)
            group = []
        group.append(part)
    yield from _merged(group, room)


@lru_cache(maxsize=_CACHED_PIECES)
def atom_of(typeface: Typeface, text: str) -> Atom:
    """Return text that has no spaces within, measured."""
    return Atom(typeface, text, typeface.width(text), len(typeface.shape(text)))


def is_legal_break(left: Box, right: Box) -> bool:
    """Tell whether a line may end after `left` and the next begin with `right`."""
    return may_break_between(left.atoms[-1].text, right.atoms[0].text)


def _parts(box: Box, room: float) -> Iterator[Box]:
    """Yield the words of a box, those wider than the room as letters."""
    for word in _words(box):
        yield from [word] if word.width <= room else _letters(word)


def _words(box: Box) -> Iterator[Box]:
    """Yield what stands between the spaces of a box, each with the spaces after it."""
    words: list[tuple[Atom, ...]] = []
    for is_space, atoms in groupby(box.atoms, lambda atom: atom.text == " "):
        if not is_space:
            words.append(tuple(atoms))
        elif words:
            yield _box(words.pop(), tuple(atoms))
        else:
            yield _box(tuple(atoms), ())
    yield _box(words.pop(), box.tail)


def _letters(box: Box) -> Iterator[Box]:
    """Yield a box for each cluster of a box; the last one has its spaces."""
    letters = [atom_of(atom.typeface, text) for atom in box.atoms for text in _cluster_texts(atom)]
    yield from (_box((letter,), ()) for letter in letters[:-1])
    yield _box(tuple(letters[-1:]), box.tail)


def _cluster_texts(atom: Atom) -> Iterator[str]:
    """Yield the clusters in reading order (right-to-left words are drawn backwards)."""
    texts = [placed.cluster.text for placed in atom.typeface.shape(atom.text)]
    return iter(texts if atom.text.startswith(texts[0]) else reversed(texts))


def _merged(group: list[Box], room: float) -> list[Box]:
    """Return a group as one box, or as it is where even the group is too wide."""
    if sum(box.width + box.tail_width for box in group) > room:
        return group
    merged = group[0]
    for box in group[1:]:
        merged = _joined(merged, box)
    return [merged]


def _boxes_of_run(run: Run, face: Face) -> Iterator[Box]:
    text = face.family(bold=run.bold, italic=run.italic).readable(run.text)
    pieces = _whole_words(text) if run.whole else break_words(text)
    return map(_measurer(face, bold=run.bold, italic=run.italic), pieces)


def _whole_words(text: str) -> list[str]:
    """Cut text after its spaces only."""
    return _WHOLE_WORD.findall(text)


@cache
def _measurer(face: Face, *, bold: bool, italic: bool) -> Callable[[str], Box]:
    typefaces = face.family(bold=bold, italic=italic)
    return lru_cache(maxsize=_CACHED_PIECES)(partial(_measure, typefaces))


def _measure(typefaces: Family, piece: str) -> Box:
    body = piece.rstrip(" ")
    tail = (atom_of(typefaces.main, " "),) * (len(piece) - len(body))
    return _box(tuple(_atoms(typefaces, body)), tail)


def _atoms(typefaces: Family, body: str) -> Iterator[Atom]:
    for number, word in enumerate(body.split(" ")):
        if number:
            yield atom_of(typefaces.main, " ")
        for face, text in typefaces.stretches(word):
            yield atom_of(face, text)


def _box(atoms: tuple[Atom, ...], tail: tuple[Atom, ...]) -> Box:
    spaces = sum(atom.text == " " for atom in atoms)
    return Box(atoms, sum(a.width for a in atoms), spaces, tail, sum(a.width for a in tail))


def _joined(left: Box, right: Box) -> Box:
    return _box(left.atoms + left.tail + right.atoms, right.tail)


def _may_break(left: Box, right: Box) -> bool:
    """Tell whether a line may end between two runs: only at a space, and where it is legal."""
    if not (left.tail and left.atoms and right.atoms and is_legal_break(left, right)):
        return False
    return not belong_together(_text(left.atoms + left.tail), _text(right.atoms))


def _text(atoms: Iterable[Atom]) -> str:
    return "".join(atom.text for atom in atoms)
