"""Breaking boxes into lines that fit a width.

Widths are in thousandths of the type size throughout.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from forum_desktop.documents.typesetting.boxes import Atom, Box, atom_of, split_wide

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that are written from right to left."""

_NO_BREAK_SPACE = "\u00a0"


class Line(NamedTuple):
    """A line: its atoms with the spaces at its end, its width and spaces without those.

    `room` is how wide it may be; the line that `ends` a paragraph is not stretched, one that
    `turns` has words that run from right to left.
    """

    atoms: tuple[Atom, ...]
    width: float
    spaces: int
    room: float
    ends: bool
    turns: bool = False


def break_lines(boxes: Iterable[Box], room: float, first_room: float | None = None) -> list[Line]:
    """Return the lines of a paragraph, at least one."""
    setter = _LineSetter(room, room if first_room is None else first_room)
    for box in boxes:
        setter.add(box)
    return setter.finish()


class _LineSetter:
    def __init__(self, room: float, first_room: float) -> None:
        self._room = room
        self._line_room = first_room
        self._lines: list[Line] = []
        self._atoms: list[Atom] = []
        self._width = self._gap = 0.0
        self._spaces = self._gap_spaces = 0

    def add(self, box: Box) -> None:
        if self._atoms and self._width + self._gap + box.width > self._line_room:
            self._close(ends=False)
        if box.width > self._line_room:
            self._add_wide(box)
        else:
            self._append(box)

    def finish(self) -> list[Line]:
        self._close(ends=True)
        return self._lines

    def _add_wide(self, box: Box) -> None:
        """Fill lines with the parts of a box that is wider than a line."""
        for part in split_wide(box, self._room):
            if self._atoms and self._width + self._gap + part.width > self._line_room:
                self._close(ends=False)
            self._append(part)

    def _append(self, box: Box) -> None:
        if box.atoms:
            self._spaces += self._gap_spaces + box.spaces
            self._width += self._gap + box.width
            self._gap, self._gap_spaces = 0.0, 0
            self._atoms += box.atoms
        if box.tail:
            self._gap += box.tail_width
            self._gap_spaces += len(box.tail)
            self._atoms += box.tail

    def _close(self, *, ends: bool) -> None:
        text = "".join([atom.text for atom in self._atoms])
        atoms = _guarded(self._atoms) if _is_hyphen_last(text.rstrip(" ")) else self._atoms
        turns = RIGHT_TO_LEFT.search(text) is not None
        line = Line(tuple(atoms), self._width, self._spaces, self._line_room, ends, turns)
        self._lines.append(line)
        self._line_room = self._room
        self._atoms = []
        self._width = self._gap = 0.0
        self._spaces = self._gap_spaces = 0


def _is_hyphen_last(text: str) -> bool:
    return text.endswith("-") and text[-2:-1].isalnum()


def _guarded(atoms: list[Atom]) -> list[Atom]:
    """Put a no-break space behind the hyphen that ends a line.

    Readers (PDFium and Acrobat among them) take a hyphen after a letter at the end of a
    line for one that parts a word, and drop it as they copy; spaces behind it do not help.
    We never hyphenate: every hyphen is the speaker's. The space shows nothing, and as white
    space at the end of a line it adds nothing to what is copied.
    """
    last = max(place for place, atom in enumerate(atoms) if atom.text != " ")
    guard = atom_of(atoms[last].typeface, _NO_BREAK_SPACE)
    return [*atoms[: last + 1], guard, *atoms[last + 1 :]]
