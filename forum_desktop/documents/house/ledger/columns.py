"""The columns of a ledger, fitted to the width of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.typesetting.style import Align, TextStyle

ENTRY = TextStyle(size=9.6, leading=13.8, align=Align.LEFT)
"""How a ledger is set unless its columns are many."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the words over it, its least width in points, its share of the room left over.

    Neighbours of the same `group` stand under one common head.
    """

    head: str
    width: float
    share: float = 0.0
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True)
class Grid:
    """The fitted columns and how their cells are set; padding in points.

    Without a face they are set in the bundled one.
    """

    columns: tuple[Column, ...]
    style: TextStyle = ENTRY
    face: Face | None = None
    side: float = 3.5
    padding: float = 2.5
    head_padding: float = 3.0

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where columns begin and the last one ends, in points from the left."""
        return tuple(accumulate((column.width for column in self.columns), initial=0.0))

    @cached_property
    def styles(self) -> tuple[TextStyle, ...]:
        """How the cells of each column are set."""
        return tuple(replace(self.style, align=column.align) for column in self.columns)

    def room(self, first: int, end: int) -> float:
        """Return the width for text from column `first` to before `end`, in thousandths."""
        width = self.edges[end] - self.edges[first] - 2 * self.side
        return max(width, self.style.size) * 1000 / self.style.size


def fit(
    columns: Sequence[Column], width: float, style: TextStyle = ENTRY, face: Face | None = None
) -> Grid:
    """Spread columns over a width in points."""
    missing = sum(column.width for column in columns) - width
    widths = _narrowed(columns, width) if missing > 0 else _widened(columns, -missing)
    fitted = (replace(column, width=wide) for column, wide in zip(columns, widths, strict=True))
    return Grid(tuple(fitted), style, face)


def _widened(columns: Sequence[Column], left: float) -> list[float]:
    """Return widths that use up the room that is left, by the shares."""
    shares = sum(column.share for column in columns) or 1.0
    return [column.width + left * column.share / shares for column in columns]


def _narrowed(columns: Sequence[Column], width: float) -> list[float]:
    """Return widths for too little room: columns that share nothing, like sums, keep theirs.

    Only where the others would keep less than half of theirs, all get narrower alike.
    """
    fixed = sum(column.width for column in columns if not column.share)
    wanted = sum(column.width for column in columns if column.share)
    if width - fixed < wanted / 2:
        return [column.width * width / (fixed + wanted) for column in columns]
    scale = (width - fixed) / wanted if wanted else 1.0
    return [column.width * (scale if column.share else 1.0) for column in columns]
