"""Breaking boxes into lines that fit a width.

Widths are in thousandths of the type size throughout.
"""

from collections.abc import Iterable
from typing import NamedTuple

from forum_desktop.documents.typesetting.boxes import Atom, Box, split_wide


class Line(NamedTuple):
    """A line: its atoms with the spaces at its end, its width and spaces without those.

    `room` is how wide it may be; the line that `ends` a paragraph is not stretched.
    """

    atoms: tuple[Atom, ...]
    width: float
    spaces: int
    room: float
    ends: bool


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
        if box.atoms and box.width > self._line_room:
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
        self._atoms += box.atoms + box.tail
        self._gap += box.tail_width
        self._gap_spaces += len(box.tail)

    def _close(self, *, ends: bool) -> None:
        line = Line(tuple(self._atoms), self._width, self._spaces, self._line_room, ends)
        self._lines.append(line)
        self._line_room = self._room
        self._empty()

    def _empty(self) -> None:
        self._atoms = []
        self._width = self._gap = 0.0
        self._spaces = self._gap_spaces = 0
