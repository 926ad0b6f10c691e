"""Boxes: stretches of text no line may break within, measured.

Widths are in thousandths of the type size throughout.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from forum_desktop.documents.fonts.coverage import Family, load_families
from forum_desktop.documents.fonts.typeface import Typeface
from forum_desktop.thai.breaking import break_words, may_break_between

_CACHED_PIECES = 1 << 16
_WHOLE_WORD = re.compile("[^ ]+ *|^ +")


class Atom(NamedTuple):
    """Text of one typeface: either a single space, or text without spaces."""

    typeface: Typeface
    text: str
    width: float


class Box(NamedTuple):
    """Atoms that stay together, then the spaces that vanish where a line ends."""

    atoms: tuple[Atom, ...]
    width: float
    spaces: int
    tail: tuple[Atom, ...]
    tail_width: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight. `whole` text, like a name, breaks at its spaces only."""

    text: str
    bold: bool = False
    whole: bool = False


def boxes_of(runs: Iterable[Run]) -> list[Box]:
    """Return the boxes of a paragraph, whose text has no line feeds."""
    boxes: list[Box] = []
    for run in runs:
        added = list(_boxes_of_run(run))
        while boxes and added and not _may_break(boxes[-1], added[0]):
            boxes[-1] = _joined(boxes[-1], added.pop(0))
        boxes += added
    return boxes


def split_wide(box: Box, room: float) -> Iterator[Box]:
    """Yield a box too wide for any line in parts, cut where a line may rather break."""
    group: list[Box] = []
    for letter in _letters(box):
        if group and is_legal_break(group[-1], letter):
            yield from _merged(group, room)
            group = []
        group.append(letter)
    yield from _merged(group, room)


def is_legal_break(left: Box, right: Box) -> bool:
    """Tell whether a line may end after `left` and the next begin with `right`."""
    return may_break_between(left.atoms[-1].text, right.atoms[0].text)


def family(*, bold: bool) -> Family:
    """Return the typefaces of a weight."""
    return load_families()[bold]


def _letters(box: Box) -> Iterator[Box]:
    """Yield a box for each cluster of a box; the last one has its spaces."""
    letters = [
        Atom(atom.typeface, text, atom.typeface.width(text))
        for atom in box.atoms
        for text in _cluster_texts(atom)
    ]
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


def _boxes_of_run(run: Run) -> Iterator[Box]:
    measure = _measurer(bold=run.bold)
    text = family(bold=run.bold).readable(run.text)
    pieces = _whole_words(text) if run.whole else break_words(text)
    return map(measure, pieces)


def _whole_words(text: str) -> list[str]:
    """Cut text after its spaces only."""
    return _WHOLE_WORD.findall(text)


@cache
def _measurer(*, bold: bool) -> Callable[[str], Box]:
    typefaces = family(bold=bold)
    return lru_cache(maxsize=_CACHED_PIECES)(partial(_measure, typefaces))


def _measure(typefaces: Family, piece: str) -> Box:
    body = piece.rstrip(" ")
    tail = (_space(typefaces),) * (len(piece) - len(body))
    return _box(tuple(_atoms(typefaces, body)), tail)


def _atoms(typefaces: Family, body: str) -> Iterator[Atom]:
    for number, word in enumerate(body.split(" ")):
        if number:
            yield _space(typefaces)
        for face, text in typefaces.stretches(word):
            yield Atom(face, text, face.width(text))


def _space(typefaces: Family) -> Atom:
    return Atom(typefaces.main, " ", typefaces.main.width(" "))


def _box(atoms: tuple[Atom, ...], tail: tuple[Atom, ...]) -> Box:
    spaces = sum(atom.text == " " for atom in atoms)
    return Box(atoms, sum(a.width for a in atoms), spaces, tail, sum(a.width for a in tail))


def _joined(left: Box, right: Box) -> Box:
    return _box(left.atoms + left.tail + right.atoms, right.tail)


def _may_break(left: Box, right: Box) -> bool:
    """Tell whether a line may end between two runs: only at a space, and where it is legal."""
    return bool(left.tail and left.atoms and right.atoms) and is_legal_break(left, right)
