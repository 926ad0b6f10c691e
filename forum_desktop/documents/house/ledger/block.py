"""A ledger as a block of a page: parted between rows, or within one longer than a page."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import groupby

from forum_desktop.documents.house.ledger.columns import Grid
from forum_desktop.documents.house.ledger.head import Head
from forum_desktop.documents.house.ledger.rows import Cell, Row
from forum_desktop.documents.typesetting.marks import Span
from forum_desktop.documents.typesetting.paragraph import baseline
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet

_RULE = 0.5
_KEPT_WHOLE = 12
"""A row of no more lines than this is not parted between pages."""

_LEAST_LINES = 3
"""Fewer lines of a parted row are not left alone."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Set rows under their head, which stands at the top of each part.

    `page_height` is that of a whole page in points: what is higher than half of it may be
    parted, so that no row ever runs off the page.
    """

    head: Head
    rows: tuple[Row, ...]
    page_height: float
    before: float = 0.0
    after: float = 6.0
    keeps_next: bool = False
    continues: bool = False

    @property
    def grid(self) -> Grid:
        """The columns."""
        return self.head.grid

    @property
    def height(self) -> float:
        """The height of all rows with the head."""
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least_height(self) -> float:
        """The head, and what must stand under it: no band alone, no row without its sums."""
        height = self.head.height
        for count, row in enumerate(self.rows, start=1):
            if self._may_part(row):
                return height + _LEAST_LINES * self.grid.style.leading + 2 * self.grid.padding
            height += row.height
            if count == len(self.rows) or self._may_cut(count):
                break
        return height

    def split(self, room: float) -> tuple["Ledger | None", "Ledger | None"]:
        """Part the ledger so that its head fits `room` points."""
        left = room - self.head.height + 1e-6
        for count, row in enumerate(self.rows):
            if row.height > left:
                return self._split_at(count, left)
            left -= row.height
        return self, None

    def _split_at(self, count: int, room: float) -> tuple["Ledger | None", "Ledger | None"]:
        """Part it at the row that does not fit the `room` that is left."""
        row = self.rows[count]
        fitting = int((room - 2 * self.grid.padding) / self.grid.style.leading)
        if self._may_part(row) and fitting >= _LEAST_LINES:
            lines = min(fitting, row.line_count - 1)
            top, rest = row.part(self.grid, lines)
            return self._parts((*self.rows[:count], top), count, (rest, *self.rows[count + 1 :]))
        while count and not self._may_cut(count):
            count -= 1
        if not count:
            return None, self
        return self._parts(self.rows[:count], count, self.rows[count:])

    def _parts(
        self, above: tuple[Row, ...], count: int, below: tuple[Row, ...]
    ) -> tuple["Ledger", "Ledger"]:
        """Return both parts; the second begins with the band that its first row belongs to."""
        bands = [row for row in self.rows[:count] if row.is_band]
        again = () if below[0].is_band or not bands else (replace(bands[-1], continues=True),)
        rest = replace(self, rows=(*again, *below), continues=True)
        return replace(self, rows=above), rest

    def _may_cut(self, count: int) -> bool:
        return not (self.rows[count].is_sum or self.rows[count - 1].is_band)

    def _may_part(self, row: Row) -> bool:
        return row.line_count > _KEPT_WHOLE or row.height > self.page_height / 2

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`.

        What is only said again on another page is no part of the text.
        """
        with sheet.element(Role.TABLE, continues=self.continues):
            with sheet.artifact() if self.continues else nullcontext():
                self.head.draw(sheet, x, top)
            y = top - self.head.height
            for row in self.rows:
                self._draw_row(sheet, row, x, y)
                y -= row.height
        with sheet.artifact():
            self._draw_rules(sheet, x, top - self.head.height)

    def _draw_row(self, sheet: Sheet, row: Row, x: float, top: float) -> None:
        if row.grey is not None:
            with sheet.artifact():
                sheet.shade(x, top - row.height, self.grid.edges[-1], row.height, row.grey)
        is_said_again = row.is_band and row.continues
        with sheet.artifact() if is_said_again else sheet.element(Role.ROW):
            for cell in row.cells:
                with sheet.element(Role.CELL, span=Span(cell.end - cell.first)):
                    self._draw_cell(sheet, row, cell, x, top)

    def _draw_cell(self, sheet: Sheet, row: Row, cell: Cell, x: float, top: float) -> None:
        leading, style = self.grid.style.leading, cell.style
        above = (row.height - len(cell.lines) * leading) / 2 if row.least else self.grid.padding
        left, y = x + self.grid.edges[cell.first] + self.grid.side, top - above - baseline(style)
        for number, line in enumerate(cell.lines):
            sheet.text(line, style, left, y - number * leading)

    def _draw_rules(self, sheet: Sheet, x: float, top: float) -> None:
        edges, y = self.grid.edges, top
        for firsts, rows in groupby(self.rows, _upright_rules):
            stretch_top = y
            for row in rows:
                sheet.rule(x, y, x + edges[-1], y, _RULE)
                y -= row.height
            for place in (*firsts, len(self.grid.columns)):
                sheet.rule(x + edges[place], stretch_top, x + edges[place], y, _RULE)
        sheet.rule(x, y, x + edges[-1], y, _RULE)


def _upright_rules(row: Row) -> Sequence[int]:
    return [cell.first for cell in row.cells]
