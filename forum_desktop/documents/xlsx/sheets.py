"""Sheets ready to filter and to print."""

from collections.abc import Iterable
from dataclasses import dataclass

from forum_desktop.documents.tables import Cell, DataTable
from forum_desktop.documents.xlsx.cells import Cells
from forum_desktop.documents.xlsx.heights import LINE, head_height, height_of
from forum_desktop.documents.xlsx.markup import element, escaped, root
from forum_desktop.documents.xlsx.styles import SIZE

_A4 = 9
_LONGEST_HEADER = 150
"""Excel takes at most 255 characters of header, codes included."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Writes the sheets of one workbook, under its title and in its typeface."""

    cells: Cells
    typeface: str
    title: str

    def head(self, table: DataTable) -> str:
        """Return the row of heads."""
        columns = zip(letters(len(table.columns)), table.columns, strict=True)
        cells = (self.cells.head(f"{letter}1", column.head) for letter, column in columns)
        return _row(1, head_height(table.columns), cells)

    def row(self, table: DataTable, number: int, row: tuple[Cell, ...]) -> str:
        """Return the `number`-th row of the sheet."""
        columns = zip(letters(len(table.columns)), table.columns, row, strict=True)
        cells = (
            self.cells.cell(f"{letter}{number}", column, value) for letter, column, value in columns
        )
        return _row(number, height_of(table.columns, row), cells)

    def part(self, table: DataTable, rows: Iterable[str]) -> bytes:
        """Return a sheet of rows: head frozen, filters, one page wide and the head on each."""
        pane = element("pane", ySplit=1, topLeftCell="A2", activePane="bottomLeft", state="frozen")
        return root(
            "worksheet",
            element("sheetPr", element("pageSetUpPr", fitToPage=1)),
            element("sheetViews", element("sheetView", pane, workbookViewId=0)),
            element("sheetFormatPr", defaultRowHeight=LINE),
            element("cols", *_widths(table)),
            element("sheetData", *rows),
            element("autoFilter", ref=area_of(table)),
            element(
                "pageMargins", left=0.4, right=0.4, top=0.8, bottom=0.7, header=0.3, footer=0.3
            ),
            element(
                "pageSetup", paperSize=_A4, fitToWidth=1, fitToHeight=0, orientation="landscape"
            ),
            self._header_and_footer(),
        )

    def _header_and_footer(self) -> str:
        """Return the title above and the page number below, as large on every sheet."""
        font = f'&C&"{self.typeface},Regular"&{SIZE} '
        title = self.title[:_LONGEST_HEADER].replace("&", "&&")
        header = element("oddHeader", escaped(f"{font}{title}"))
        footer = element("oddFooter", escaped(f"{font}&P/&N"))
        return element("headerFooter", header, footer, scaleWithDoc=0)


def area_of(table: DataTable) -> str:
    """Return the cells of a table like "A1:H12"."""
    return f"A1:{letters(len(table.columns))[-1]}{len(table.rows) + 1}"


def letters(count: int) -> list[str]:
    """Return the names of the first columns: A to Z, then AA."""
    return [_letter(number) for number in range(count)]


def _letter(number: int) -> str:
    more, place = divmod(number, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + place)


def _row(number: int, height: float, cells: Iterable[str]) -> str:
    # A height not told to be custom follows the text again when somebody edits it.
    return element("row", *cells, r=number, ht=height)


def _widths(table: DataTable) -> Iterable[str]:
    for place, column in enumerate(table.columns, start=1):
        yield element("col", min=place, max=place, width=column.width, customWidth=1)
