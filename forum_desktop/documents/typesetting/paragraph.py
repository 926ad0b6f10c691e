"""A paragraph of set lines that can be parted between pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from forum_desktop.documents.fonts.face import Face, load_face
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Box, Run, boxes_of
from forum_desktop.documents.typesetting.lines import Line, break_lines
from forum_desktop.documents.typesetting.sheet import Bookmark, Sheet
from forum_desktop.documents.typesetting.style import Align, TextStyle

_LEAST_LINES = 2
"""Fewer lines of a paragraph are not left alone at the foot or head of a page."""

_LABEL_GAP = 0.4
"""Least space between a list label and its text, in type sizes."""

_FINE = 200.0
"""Thousandths of the type size: how nearly the lines of a title are made alike."""

_CACHED_PARAGRAPHS = 1 << 13
_CACHED_CELLS = 1 << 14
"""Above what a city's minutes have, so that a second look at them sets nothing anew."""


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

    @property
    def is_listed(self) -> bool:
        """Whether the outline lists it."""
        return bool(self.title) and self.style.level is not None

    def bookmark(self, top: float) -> Bookmark:
        """Return how the outline lists it where its upper edge is at `top`."""
        return Bookmark(self.title, self.style.level or 0, top + self.style.before)

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
        style = self.style
        if self.is_listed:
            sheet.bookmarks.append(self.bookmark(top))
        with sheet.element(style.role, continues=self.continues):
            self._draw_lines(sheet, x, top - baseline(style))

    def _draw_lines(self, sheet: Sheet, x: float, y: float) -> None:
        style, left = self.style, x + self.style.left
        if self.label:
            sheet.text(self.label, replace(style, align=Align.LEFT), x + style.label_at, y)
        for number, line in enumerate(self.lines):
            indent = 0.0 if number or self.continues else style.first
            sheet.text(line, style, left + indent, y - number * style.leading)


def baseline(style: TextStyle) -> float:
    """Return how far below the top of a line its baseline lies, in points."""
    return (style.leading + style.size * 0.7) / 2


def set_paragraph(
    runs: Iterable[Run],
    style: TextStyle,
    width: float,
    *,
    label: str = "",
    title: str = "",
    face: Face | None = None,
) -> Paragraph:
    """Set text without line feeds in `width` points; a `title` lists it in the outline.

    The same text in the same style is set once and remembered.
    """
    face = face or load_face()
    return _set_paragraph(tuple(runs), style, width, face, label=label, title=title)


def set_line(
    text: str | Run, style: TextStyle, width: float | None = None, face: Face | None = None
) -> Line:
    """Set text on one line, however long; `width` in points where it is to be aligned."""
    run = Run(text) if isinstance(text, str) else text
    line = set_lines(run, float("inf"), face)[0]
    return line._replace(room=line.width if width is None else width * 1000 / style.size)


def set_lines(run: Run, room: float, face: Face | None = None) -> tuple[Line, ...]:
    """Set a run in a width in thousandths of the type size; what was set is remembered."""
    return _set_lines(run, room, face or load_face())


@lru_cache(maxsize=_CACHED_PARAGRAPHS)
def _set_paragraph(
    runs: tuple[Run, ...], style: TextStyle, width: float, face: Face, *, label: str, title: str
) -> Paragraph:
    scale = 1000 / style.size
    marked = set_line(label, style, face=face) if label else None
    style = _beside_label(style, marked)
    room = (width - style.left - style.right) * scale
    boxes = _boxes(runs, style, room, face)
    lines = break_lines(boxes, room, room - style.first * scale)
    if style.align is Align.CENTRED and len(lines) > 1:
        lines = _balanced(boxes, lines, room)
    return Paragraph(tuple(lines), style, marked, title)


def _balanced(boxes: list[Box], lines: list[Line], room: float) -> list[Line]:
    """Return as many lines of about equal width, so that none holds a word or two alone."""
    narrow, wide = max(box.width for box in boxes), room
    if narrow > room:
        return lines
    while wide - narrow > _FINE:
        middle = (narrow + wide) / 2
        tried = break_lines(boxes, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return [line._replace(room=room) for line in lines]


@lru_cache(maxsize=_CACHED_CELLS)
def _set_lines(run: Run, room: float, face: Face) -> tuple[Line, ...]:
    return tuple(break_lines(boxes_of([run], face), room))


def _beside_label(style: TextStyle, label: Line | None) -> TextStyle:
    """Return the style with its first line moved to the right of a label that is too wide."""
    if label is None:
        return style
    end = style.label_at + label.width * style.size / 1000 + _LABEL_GAP * style.size
    return style if end <= style.left + style.first else replace(style, first=end - style.left)


def _boxes(runs: tuple[Run, ...], style: TextStyle, room: float, face: Face) -> list[Box]:
    """Return the boxes; those of a title break at spaces only, where all then fit."""
    if style.align is Align.CENTRED:
        whole = boxes_of((replace(run, whole=True) for run in runs), face)
        if all(box.width <= room for box in whole):
            return whole
    return boxes_of(runs, face)
