"""Tables: the head on every page, no row parted between two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forum_desktop.documents.docx.markup import w

_HEAD_SHADE = w("shd", val="clear", color="auto", fill="E6E6E6")
_BAND_SHADE = w("shd", val="clear", color="auto", fill="F2F2F2")


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide the columns are, in twentieths of a point, and whether rules part them."""

    widths: tuple[int, ...]
    ruled: bool = True
    indent: int = 0


def table(frame: Frame, rows: Iterable[str]) -> str:
    """Return a table of rows made by `row`."""
    properties = (
        w("tblStyle", val="TableGrid") if frame.ruled else "",
        w("tblW", w=sum(frame.widths), type="dxa"),
        w("tblInd", w=frame.indent, type="dxa") if frame.indent else "",
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in frame.widths))
    return w("tbl", w("tblPr", *properties), grid, *rows)


KEPT_TOGETHER = 12
"""A table of no more rows stands on one page."""


def row(
    frame: Frame, cells: Sequence[str], *, is_head: bool = False, spans: Sequence[int] = ()
) -> str:
    """Return a row; each cell is its paragraphs, across as many columns as its span tells."""
    shade = _HEAD_SHADE if is_head else ""
    made = (
        _cell(width, cell, shade, span)
        for width, cell, span in zip(frame.widths, cells, spans or [1] * len(cells), strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_head else ""), *made)


def band(frame: Frame, cell: str) -> str:
    """Return a row of one cell across the whole table, kept with the row after it."""
    made = _cell(sum(frame.widths), cell, _BAND_SHADE, len(frame.widths))
    return w("tr", w("trPr", w("cantSplit")), made)


def _cell(width: int, cell: str, shade: str, span: int) -> str:
    across = w("gridSpan", val=span) if span > 1 else ""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), across, shade), cell)
