"""The head of a ledger, in two rows where columns share a common head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from forum_desktop.documents.house.ledger.columns import Grid
from forum_desktop.documents.house.ledger.rows import set_cell
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.marks import Span
from forum_desktop.documents.typesetting.paragraph import baseline
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import Align

_GREY = 0.93
_RULE = 0.5


@dataclass(frozen=True, slots=True)
class _HeadCell:
    first: int
    end: int
    rows: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Set words over columns: `over` in the upper row, `under` a common head in the lower."""

    grid: Grid
    over: tuple[_HeadCell, ...]
    under: tuple[_HeadCell, ...]
    upper: float
    lower: float

    @property
    def height(self) -> float:
        """The height of both rows, in points."""
        return self.upper + self.lower

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        edges = self.grid.edges
        with sheet.artifact():
            sheet.shade(x, top - self.height, edges[-1], self.height, _GREY)
        with sheet.element(Role.ROW):
            for cell in self.over:
                height = self.height if cell.rows > 1 else self.upper
                self._draw_cell(sheet, cell, x, top, height)
        if self.under:
            with sheet.element(Role.ROW):
                for cell in self.under:
                    self._draw_cell(sheet, cell, x, top - self.upper, self.lower)
        with sheet.artifact():
            self._draw_rules(sheet, x, top)

    def _draw_cell(
        self, sheet: Sheet, cell: _HeadCell, x: float, top: float, height: float
    ) -> None:
        style = replace(self.grid.style, align=Align.CENTRED)
        y = top - (height - len(cell.lines) * style.leading) / 2 - baseline(style)
        left = x + self.grid.edges[cell.first] + self.grid.side
        with sheet.element(Role.HEAD_CELL, span=Span(cell.end - cell.first, cell.rows)):
            for number, line in enumerate(cell.lines):
                sheet.text(line, style, left, y - number * style.leading)

    def _draw_rules(self, sheet: Sheet, x: float, top: float) -> None:
        edges, middle, foot = self.grid.edges, top - self.upper, top - self.height
        sheet.rule(x, top, x + edges[-1], top, _RULE)
        outer = {cell.first for cell in self.over} | {len(self.grid.columns)}
        for place, edge in enumerate(edges):
            sheet.rule(x + edge, top if place in outer else middle, x + edge, foot, _RULE)
        for cell in self.under:
            sheet.rule(x + edges[cell.first], middle, x + edges[cell.end], middle, _RULE)


def set_head(grid: Grid) -> Head:
    """Set the words over the columns of a grid."""
    over, under = tuple(_over(grid)), tuple(_under(grid))
    grouped = {cell.first for cell in under}
    whole = max((_height(grid, cell) for cell in over if cell.first not in grouped), default=0.0)
    if not under:
        return Head(grid, over, (), whole, 0.0)
    upper = max(_height(grid, cell) for cell in over if cell.first in grouped)
    lower = max(_height(grid, cell) for cell in under)
    return Head(grid, over, under, upper, max(lower, whole - upper))


def _over(grid: Grid) -> Iterator[_HeadCell]:
    """Yield the cells of the upper row: common heads, and heads of single columns."""
    numbered = enumerate(grid.columns)
    whole = 2 if any(column.group for column in grid.columns) else 1
    for (group, _), columns in groupby(numbered, lambda c: (c[1].group, c[1].group or c[0])):
        places = [place for place, _ in columns]
        words = group or grid.columns[places[0]].head
        rows = 1 if group else whole
        yield _HeadCell(places[0], places[-1] + 1, rows, _set_words(grid, places, words))


def _under(grid: Grid) -> Iterator[_HeadCell]:
    for place, column in enumerate(grid.columns):
        if column.group:
            yield _HeadCell(place, place + 1, 1, _set_words(grid, [place], column.head))


def _set_words(grid: Grid, places: Sequence[int], words: str) -> tuple[Line, ...]:
    return set_cell(grid, Run(words, bold=True), grid.room(places[0], places[-1] + 1))


def _height(grid: Grid, cell: _HeadCell) -> float:
    return max(len(cell.lines), 1) * grid.style.leading + 2 * grid.head_padding
