"""Setting the parts of a document in the house style."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_line, set_paragraph
from forum_desktop.documents.typesetting.style import (
    BODY,
    CELL,
    CELL_NUMBER,
    CENTIMETRE,
    HEADING,
    PARAGRAPH_INDENT,
    SUBHEADING,
    TextStyle,
)
from forum_desktop.documents.typesetting.table import Column, Grid, Row, Table, set_row
from forum_desktop.records.minutes import CountRow

_COUNT_WIDTH = 2.9 * CENTIMETRE


@dataclass(frozen=True, slots=True)
class Composer:
    """Sets text in the width of the page, in points, with the words of the document."""

    phrases: Phrases
    width: float

    @property
    def face(self) -> Face:
        """The face that the office writes in."""
        return self.phrases.face

    def paragraph(self, *runs: Run, style: TextStyle = BODY, label: str = "") -> Paragraph:
        """Set runs without line feeds."""
        return set_paragraph(runs, style, self.width, label=label, face=self.face)

    def heading(self, *runs: Run, style: TextStyle = HEADING) -> Paragraph:
        """Set a heading that the outline lists."""
        title = "".join(run.text for run in runs)
        return set_paragraph(runs, style, self.width, title=title, face=self.face)

    def subheading(self, *runs: Run) -> Paragraph:
        """Set a heading of the second level."""
        return self.heading(*runs, style=SUBHEADING)

    def written(self, text: str, *, style: TextStyle = BODY) -> Iterator[Paragraph]:
        """Set the clerk's text, a paragraph a line."""
        for line in self.phrases.written(text).splitlines():
            if line.strip():
                yield self.paragraph(Run(line.strip()), style=style)

    def line(self, text: str | Run, style: TextStyle, width: float | None = None) -> Line:
        """Set text on one line, however long; `width` in points where it is to be aligned."""
        return set_line(text, style, width, self.face)

    def row(self, grid: Grid, cells: Sequence[Run], *, is_head: bool = False) -> Row:
        """Set a row of a table, a run a cell."""
        return set_row(grid, cells, is_head=is_head, face=self.face)

    def counts(self, heads: Sequence[str], rows: Sequence[CountRow]) -> Table:
        """Set labelled counts with their sum; expected counts where any are known."""
        grid = self._count_grid(len(heads) - 1)
        total = CountRow(
            label=self.phrases.say("total"),
            count=sum(row.count for row in rows),
            expected=_sum_expected(rows),
        )
        body = [self._count_row(grid, row) for row in rows]
        last = self._count_row(grid, total, bold=True)
        head = self.row(grid, [Run(text, bold=True) for text in heads], is_head=True)
        return Table(grid, (*body, last), head, before=4)

    def _count_grid(self, counts: int) -> Grid:
        label_width = self.width - PARAGRAPH_INDENT - counts * _COUNT_WIDTH
        label = Column(label_width, CELL)
        return Grid((label, *[Column(_COUNT_WIDTH, CELL_NUMBER)] * counts), indent=PARAGRAPH_INDENT)

    def _count_row(self, grid: Grid, row: CountRow, *, bold: bool = False) -> Row:
        numbers = [row.count, row.expected][: len(grid.columns) - 1]
        texts = ["–" if n is None else self.phrases.count(n) for n in numbers]
        label = self.phrases.written(row.label)
        return self.row(grid, [Run(text, bold=bold) for text in (label, *texts)])


def _sum_expected(rows: Sequence[CountRow]) -> int | None:
    known = [row.expected for row in rows if row.expected is not None]
    return sum(known) if len(known) == len(rows) else None
