"""Setting the texts of one label in the room it has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forum_desktop.documents.drawing.clipping import clip, shortened, shrink_line
from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_line, set_paragraph
from forum_desktop.documents.typesetting.style import Align, TextStyle

LEADING = 1.36
"""Of small lines, in type sizes."""

NAME_LEADING = 1.5
"""Of a name: a tone mark over a vowel clears a vowel below the line above it."""

_CLEARLY_LARGER = 1.2
"""How much larger a name must become to be parted elsewhere than before the surname."""

_FINE = 0.25
"""Points: how nearly the type of a name fits."""

_SMALLEST = 0.8
"""How far a line that is too long is set smaller, before it is closed with a mark."""


class _Room(NamedTuple):
    """What a name may take up, in points."""

    width: float
    height: float
    largest: float


class _Fit(NamedTuple):
    """The type size in points that lines fit in."""

    size: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pen:
    """Sets texts with the words of the document, aligned in a width in points."""

    phrases: Phrases
    width: float
    align: Align = Align.LEFT

    @property
    def face(self) -> Face:
        """The face that the office writes in."""
        return self.phrases.face

    def line(self, text: str, size: float, *, bold: bool = False) -> Paragraph:
        """Set a text on one line, a little smaller where it is too long."""
        style = self._style(size, LEADING)
        run = Run(" ".join(shortened(text).splitlines()), bold=bold)
        line, fitting = shrink_line(run, style, self.width, _SMALLEST * size, self.face)
        return Paragraph((line,), replace(fitting, leading=style.leading))

    def lines(self, texts: Iterable[str], size: float, most: int) -> Iterator[Paragraph]:
        """Set texts one under the other, at most so many lines in all."""
        style, left = self._style(size, LEADING), most
        for text in texts:
            if left:
                run = Run(" ".join(shortened(text).splitlines()))
                wrapped = set_paragraph([run], style, self.width, face=self.face)
                paragraph = clip(wrapped, left, self.face)
                left -= len(paragraph.lines)
                yield paragraph

    def name(self, given: str, last_name: str, height: float, largest: float) -> Paragraph:
        """Set a name as large as the room allows, on one line or two, no word ever parted.

        `height` and `largest`, the type size, are in points.
        """
        room = _Room(self.width, height, largest)
        whole = self._fit(["  ".join(filter(None, (given, last_name)))], room)
        parted = [self._fit(texts, room) for texts in _partings(given, last_name)]
        # The first parting stands before the surname, where a name is read most easily.
        usual, best = parted[:1], max(parted, key=_size_of, default=whole)
        if usual and usual[0].size * _CLEARLY_LARGER >= best.size:
            best = usual[0]
        fit = best if best.size > whole.size else whole
        style = self._style(fit.size, NAME_LEADING)
        wide = self.width * 1000 / fit.size
        return Paragraph(tuple(line._replace(room=wide) for line in fit.lines), style)

    def _fit(self, texts: Sequence[str], room: _Room) -> _Fit:
        # Readers of PDF join a large line with a small one under it, but for the blank.
        runs = [Run(f"{text} ", bold=True, whole=True) for text in texts]
        lines = tuple(set_line(run, self._style(room.largest, 1), face=self.face) for run in runs)
        wide = room.width * 1000 / max(1.0, *(line.width for line in lines))
        size = min(room.largest, wide, room.height / (len(lines) * NAME_LEADING))
        return _Fit(max(size // _FINE * _FINE, _FINE), lines)

    def _style(self, size: float, leading: float) -> TextStyle:
        return TextStyle(size=size, leading=leading * size, align=self.align)


def _size_of(fit: _Fit) -> float:
    return fit.size


def _partings(given: str, last_name: str) -> Iterator[tuple[str, str]]:
    """Yield the name on two lines: before the surname, then at each of its other spaces."""
    if given and last_name:
        yield given, last_name
    words = f"{given} {last_name}".split()
    for place in range(1, len(words)):
        yield " ".join(words[:place]), " ".join(words[place:])
