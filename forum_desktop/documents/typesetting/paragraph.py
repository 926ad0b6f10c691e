"""A paragraph of set lines that can be parted between pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Box, Run, boxes_of
from forum_desktop.documents.typesetting.lines import Line, break_lines
from forum_desktop.documents.typesetting.sheet import Bookmark, Sheet
from forum_desktop.documents.typesetting.style import Align, TextStyle

_LEAST_LINES = 2
"""Fewer lines of a paragraph are not left alone at the foot or head of a page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines in a style, with an optional list label before the first."""

    lines: tuple[Line, ...]
    style: TextStyle
    label: Line | None = None
    title: str = ""
    continues: bool = False

    @property
    def before(self) -> float:
        """Space above; none where it goes on from another page."""
        return 0.0 if self.continues else self.style.before

    @property
    def after(self) -> float:
        """Space below."""
        return self.style.after

    @property
    def keeps_next(self) -> bool:
        """Whether the next block must begin on the same page."""
        return self.style.keeps_next

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def least_height(self) -> float:
        """Return the height of the lines that must not be parted."""
        count = len(self.lines)
        least = count if count <= _LEAST_LINES + 1 else _LEAST_LINES
        return least * self.style.leading

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Part the paragraph so that its head fits `room` points."""
        fitting = int(room / self.style.leading + 1e-6)
        count = len(self.lines)
        if fitting >= count:
            return self, None
        cut = min(fitting, count - _LEAST_LINES)
        if cut < _LEAST_LINES:
            return None, self
        rest = replace(self, lines=self.lines[cut:], label=None, title="", continues=True)
        return replace(self, lines=self.lines[:cut]), rest

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        style, left = self.style, x + self.style.left
        y = top - baseline(style)
        if self.title and style.level is not None:
            sheet.bookmarks.append(Bookmark(self.title, style.level, top + style.before))
        if self.label:
            sheet.text(self.label, replace(style, align=Align.LEFT), x + style.label_at, y)
        for number, line in enumerate(self.lines):
            indent = 0.0 if number or self.continues else style.first
            sheet.text(line, style, left + indent, y - number * style.leading)


def baseline(style: TextStyle) -> float:
    """Return how far below the top of a line its baseline lies, in points."""
    return (style.leading + style.size * 0.7) / 2


def set_paragraph(
    runs: Iterable[Run], style: TextStyle, width: float, *, label: str = "", title: str = ""
) -> Paragraph:
    """Set text without line feeds in `width` points; a `title` lists it in the outline."""
    scale = 1000 / style.size
    room = (width - style.left - style.right) * scale
    boxes = boxes_of(runs) if style.align is not Align.CENTRED else _boxes_of_title(runs, room)
    lines = break_lines(boxes, room, room - style.first * scale)
    marked = set_line(label, style) if label else None
    return Paragraph(tuple(lines), style, marked, title)


def _boxes_of_title(runs: Iterable[Run], room: float) -> list[Box]:
    """Return boxes that break at spaces only, where all then fit: titles read better so."""
    runs = tuple(runs)
    whole = boxes_of(replace(run, whole=True) for run in runs)
    return whole if all(box.width <= room for box in whole) else boxes_of(runs)


def set_line(text: str | Run, style: TextStyle, width: float | None = None) -> Line:
    """Set text on one line, however long; `width` in points where it is to be aligned."""
    run = Run(text) if isinstance(text, str) else text
    line = break_lines(boxes_of([run]), float("inf"))[0]
    return line._replace(room=line.width if width is None else width * 1000 / style.size)
