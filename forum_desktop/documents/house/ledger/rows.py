"""Rows of a ledger: entries, bands that tell what follows, and sums."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forum_desktop.documents.house.ledger.columns import Grid
from forum_desktop.documents.typesetting.boxes import Run, boxes_of
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import set_lines
from forum_desktop.documents.typesetting.style import Align, TextStyle

_BAND_GREY = 0.97

Entry = str | Run | tuple[Run, ...]
"""The text of a cell; each of several runs, and each line of a run, begins a new line."""


class Span(NamedTuple):
    """A cell over columns `first` to before `end`."""

    first: int
    end: int
    entry: Entry
    align: Align = Align.LEFT


class Cell(NamedTuple):
    """A set cell: where it stands, its lines and their style."""

    first: int
    end: int
    lines: tuple[Line, ...]
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Row:
    """A set row; heights in points.

    A band stands before what it tells of, a sum after what it sums up: neither is parted
    from it. A row of `least` height has its text in the middle.
    """

    cells: tuple[Cell, ...]
    height: float
    least: float = 0.0
    is_band: bool = False
    is_sum: bool = False
    grey: float | None = None
    continues: bool = False

    @property
    def line_count(self) -> int:
        """How many lines the longest cell has."""
        return max((len(cell.lines) for cell in self.cells), default=0)

    def part(self, grid: Grid, count: int) -> tuple["Row", "Row"]:
        """Part the row after `count` lines of each cell."""
        tops = tuple(cell._replace(lines=cell.lines[:count]) for cell in self.cells)
        rests = tuple(cell._replace(lines=cell.lines[count:]) for cell in self.cells)
        rest = replace(self, cells=rests, height=_height(grid, rests), continues=True)
        return replace(self, cells=tops, height=_height(grid, tops)), rest


def set_row(grid: Grid, entries: Sequence[Entry], *, least: float = 0.0) -> Row:
    """Set one entry a column."""
    cells = tuple(
        Cell(place, place + 1, _lines(grid, entry, grid.room(place, place + 1)), style)
        for place, (entry, style) in enumerate(zip(entries, grid.styles, strict=True))
    )
    return Row(cells, max(least, _height(grid, cells)), least)


def set_spans(grid: Grid, spans: Sequence[Span], *, grey: float | None = _BAND_GREY) -> Row:
    """Set a sum: cells over any number of columns, from the first to the last of them."""
    cells = tuple(
        Cell(
            span.first,
            span.end,
            _lines(grid, span.entry, grid.room(span.first, span.end)),
            replace(grid.style, align=span.align),
        )
        for span in spans
    )
    return Row(cells, _height(grid, cells), is_sum=True, grey=grey)


def set_band(grid: Grid, entry: Entry) -> Row:
    """Set a line across all columns that tells what the rows under it belong to."""
    row = set_spans(grid, [Span(0, len(grid.columns), entry)])
    return replace(row, is_band=True, is_sum=False)


def set_cell(grid: Grid, run: Run, room: float) -> tuple[Line, ...]:
    """Set a run in a width in thousandths, its line feeds kept; no lines where it is empty."""
    lines: list[Line] = []
    for text in run.text.splitlines():
        if part := text.strip():
            one = run if part == run.text else replace(run, text=part)
            lines += set_lines(_breakable(grid, one, room), room, grid.face)
    return tuple(lines)


def _lines(grid: Grid, entry: Entry, room: float) -> tuple[Line, ...]:
    if isinstance(entry, tuple):
        return tuple(line for run in entry for line in set_cell(grid, run, room))
    return set_cell(grid, Run(entry) if isinstance(entry, str) else entry, room)


def _breakable(grid: Grid, run: Run, room: float) -> Run:
    """Return the run; what is too wide to stay whole breaks between its words."""
    if run.whole and any(box.width > room for box in boxes_of([run], grid.face)):
        return replace(run, whole=False)
    return run


def _height(grid: Grid, cells: Sequence[Cell]) -> float:
    most = max((len(cell.lines) for cell in cells), default=0)
    return max(most, 1) * grid.style.leading + 2 * grid.padding
