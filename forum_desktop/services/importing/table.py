"""A table as it came out of a file: numbered rows of text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forum_desktop.errors import Refusal

MOST_ROWS = 50_000
MOST_COLUMNS = 64
"""Columns further to the right are styling, never data."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that holds something; `number` counts from 1, blank rows included."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """Return the text of a cell; nothing past the end of the row."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a file, without its blank rows; `sheets` can be chosen from."""

    sheet: str
    sheets: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        """The number of columns that hold something anywhere."""
        return max((len(line.cells) for line in self.lines), default=0)


def filled_lines(rows: Iterable[Iterable[str]], file: str) -> Iterator[Line]:
    """Yield the rows that hold something, without trailing blanks.

    Raises Refusal("importing.too_many_rows").
    """
    found = 0
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row][:MOST_COLUMNS]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found += 1
            if found > MOST_ROWS:
                raise Refusal("importing.too_many_rows", file=file, most=f"{MOST_ROWS:,}")
            yield Line(number, tuple(cells))
