"""A table parted between rows, its head repeated on each page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import baseline, set_lines
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import CELL, CELL_HEAD, TextStyle

_HEAD_GREY = 0.94


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width with padding in points, and how its cells are set."""

    width: float
    style: TextStyle = CELL


@dataclass(frozen=True, slots=True)
class Grid:
    """What the rows of a table share; only a `ruled` one has lines and padding."""

    columns: tuple[Column, ...]
    ruled: bool = True
    indent: float = 0.0

    @property
    def side_padding(self) -> float:
        """Space left and right of the text of a cell, in points."""
        return 5.0 if self.ruled else 0.0

    @property
    def padding(self) -> float:
        """Space above and below the text of a cell, in points."""
        return 2.5 if self.ruled else 0.5

    @property
    def leading(self) -> float:
        """The height of a line in any column, in points."""
        return max(column.style.leading for column in self.columns)

    @property
    def edges(self) -> tuple[float, ...]:
        """Where columns begin and the last one ends, in points from the left."""
        return tuple(accumulate((c.width for c in self.columns), initial=self.indent))


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell."""

    cells: tuple[tuple[Line, ...], ...]
    is_head: bool = False

    def height(self, grid: Grid) -> float:
        """Return the height with padding, in points."""
        return max(map(len, self.cells)) * grid.leading + 2 * grid.padding

    def part(self, count: int) -> tuple["Row", "Row"]:
        """Part the row after `count` lines of each cell."""
        heads, rests = (tuple(c[:count] for c in self.cells), tuple(c[count:] for c in self.cells))
        return replace(self, cells=heads), replace(self, cells=rests)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows on a grid; the head, if any, stands at the top of each part."""

    grid: Grid
    rows: tuple[Row, ...]
    head: Row | None = None
    before: float = 0.0
    after: float = 6.0
    keeps_next: bool = False
    continues: bool = False

    @property
    def height(self) -> float:
        """The height of all rows with the head."""
        return sum(row.height(self.grid) for row in self._all_rows())

    @property
    def least_height(self) -> float:
        """Two rows with the head, as a lone one under its head looks forgotten."""
        return sum(row.height(self.grid) for row in self._all_rows()[:3])

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Part the table between rows, or within a first row higher than the room."""
        left = room - (self.head.height(self.grid) if self.head else 0.0)
        ends = accumulate(row.height(self.grid) for row in self.rows)
        fitting = sum(1 for _ in takewhile(lambda end: end <= left, ends))
        if fitting == len(self.rows):
            return self, None
        if fitting > 1 and fitting == len(self.rows) - 1:
            fitting -= 1  # the last row, often a sum, is not left alone
        if fitting:
            return self._with(self.rows[:fitting]), self._rest(self.rows[fitting:])
        return self._split_first_row(left)

    def _split_first_row(self, room: float) -> tuple[Block | None, Block | None]:
        count = int((room - 2 * self.grid.padding) / self.grid.leading)
        if count < 1:
            return None, self
        head, rest = self.rows[0].part(count)
        return self._with((head,)), self._rest((rest, *self.rows[1:]))

    def _with(self, rows: tuple[Row, ...]) -> "Table":
        return replace(self, rows=rows)

    def _rest(self, rows: tuple[Row, ...]) -> "Table":
        return replace(self, rows=rows, continues=True)

    def _all_rows(self) -> tuple[Row, ...]:
        return (self.head, *self.rows) if self.head else self.rows

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        tops = [top]
        with sheet.element(Role.TABLE, continues=self.continues):
            for row in self._all_rows():
                # A head said again on a later page is no second head.
                again = row.is_head and self.continues
                with sheet.artifact() if again else sheet.element(Role.ROW):
                    self._draw_row(sheet, row, x, tops[-1])
                tops.append(tops[-1] - row.height(self.grid))
        if self.grid.ruled:
            with sheet.artifact():
                self._draw_rules(sheet, x, tops)

    def _draw_row(self, sheet: Sheet, row: Row, x: float, top: float) -> None:
        edges = self.grid.edges
        if row.is_head:
            with sheet.artifact():
                height = row.height(self.grid)
                sheet.shade(x + edges[0], top - height, edges[-1] - edges[0], height, _HEAD_GREY)
        for column, left, lines in zip(self.grid.columns, edges, row.cells, strict=False):
            style = CELL_HEAD if row.is_head else column.style
            place = x + left + self.grid.side_padding
            y = top - self.grid.padding - baseline(style)
            with sheet.element(Role.HEAD_CELL if row.is_head else Role.CELL):
                for number, line in enumerate(lines):
                    sheet.text(line, style, place, y - number * self.grid.leading)

    def _draw_rules(self, sheet: Sheet, x: float, tops: list[float]) -> None:
        edges = [x + edge for edge in self.grid.edges]
        for y in tops:
            sheet.rule(edges[0], y, edges[-1], y)
        for edge in edges:
            sheet.rule(edge, tops[0], edge, tops[-1])


def set_row(
    grid: Grid, cells: Sequence[Run], *, is_head: bool = False, face: Face | None = None
) -> Row:
    """Set one row, a run a cell; line feeds count as spaces."""
    pairs = zip(grid.columns, cells, strict=True)
    return Row(tuple(_set_cell(grid, column, run, face) for column, run in pairs), is_head)


def _set_cell(grid: Grid, column: Column, run: Run, face: Face | None) -> tuple[Line, ...]:
    room = (column.width - 2 * grid.side_padding) * 1000 / column.style.size
    if "\n" in run.text:
        run = replace(run, text=run.text.replace("\n", " "))
    return set_lines(run, room, face)
