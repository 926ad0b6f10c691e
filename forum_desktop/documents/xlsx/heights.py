"""How high a row must be for its wrapped text: programs that open the file do not all measure."""

import unicodedata
from math import ceil

from forum_desktop.documents.tables import Cell, Column, ColumnKind, Term

LINE = 19.0
"""Points of a line of TH Sarabun at 14."""

_HIGHEST = 409.0
"""Points; Excel shows no higher row."""

_FILL = 1.1
"""How many characters that advance stand in the width of one digit, broken at words."""


def height_of(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> float:
    """Return the height in points of a row of cells."""
    lines = (_lines(column, cell) for column, cell in zip(columns, row, strict=True))
    return min(_HIGHEST, LINE * max(lines, default=1))


def head_height(columns: tuple[Column, ...]) -> float:
    """Return the height in points of the row of heads."""
    return LINE * max((_wrapped(column.head, column.width) for column in columns), default=1)


def _lines(column: Column, cell: Cell) -> int:
    text = cell.text if isinstance(cell, Term) else cell
    is_wrapped = column.kind is ColumnKind.TEXT and isinstance(text, str)
    return _wrapped(str(text), column.width) if is_wrapped else 1


def _wrapped(text: str, width: float) -> int:
    return sum(max(1, ceil(_advance(line) / (width * _FILL))) for line in text.split("\n"))


def _advance(line: str) -> int:
    """Count the characters that take room: vowels and tone marks above or below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in line)
