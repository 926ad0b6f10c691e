"""How cells look: a handful of formats that all sheets share."""

from enum import IntEnum

from forum_desktop.documents.tables import ColumnKind
from forum_desktop.documents.xlsx.markup import counted, element, root

TYPEFACE = "TH Sarabun New"
SIZE = 14
"""Points: TH Sarabun at 14 is as large as other typefaces at 10."""

_DATE, _MOMENT = 164, 165
"""Numbers of formats of our own begin here."""

_THAI_CALENDAR = "[$-107041E]"
"""Shows a date in the Buddhist Era with Thai month names: calendar 07, language 041E."""

_TEXT, _COUNT = 49, 3
"""The format's own numbers of "@", text, and "#,##0"."""


class CellFormat(IntEnum):
    """A format by its place in the part."""

    PLAIN = 0
    HEAD = 1
    TEXT = 2
    QUOTED = 3
    NUMBER = 4
    DATE = 5
    MOMENT = 6


FORMATS = {
    ColumnKind.TEXT: CellFormat.TEXT,
    ColumnKind.NUMBER: CellFormat.NUMBER,
    ColumnKind.DATE: CellFormat.DATE,
    ColumnKind.MOMENT: CellFormat.MOMENT,
}


def styles_part(typeface: str) -> bytes:
    """Return the formats; a QUOTED cell stays text even when somebody edits it."""
    formats = [
        element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0, xfId=0),
        _format(_TEXT, "center", "center", font=1, fill=2),
        _format(_TEXT, "left"),
        _format(_TEXT, "left", quotePrefix=1),
        _format(_COUNT, "right"),
        _format(_DATE, "right"),
        _format(_MOMENT, "right"),
    ]
    plain = element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)
    normal = element("cellStyle", name="Normal", xfId=0, builtinId=0)
    return root(
        "styleSheet",
        counted("numFmts", _number_formats()),
        counted("fonts", [_font(typeface), _font(typeface, element("b"))]),
        counted("fills", _fills()),
        counted("borders", [_border(), _border(style="thin")]),
        counted("cellStyleXfs", [plain]),
        counted("cellXfs", formats),
        counted("cellStyles", [normal]),
    )


def _format(
    number: int, across: str, down: str = "top", *, font: int = 0, fill: int = 0, **more: int
) -> str:
    # Numbers stand clear of the text in the next column.
    how = {_TEXT: {"wrapText": 1}, _COUNT: {"indent": 1}}.get(number, {})
    alignment = element("alignment", horizontal=across, vertical=down, **how)
    applied = {"applyNumberFormat": 1, "applyFont": 1, "applyFill": 1, "applyBorder": 1}
    return element(
        "xf",
        alignment,
        numFmtId=number,
        fontId=font,
        fillId=fill,
        borderId=1,
        xfId=0,
        **more,
        **applied,
        applyAlignment=1,
    )


def _number_formats() -> list[str]:
    day = f"{_THAI_CALENDAR}d mmm yyyy"
    return [
        element("numFmt", numFmtId=_DATE, formatCode=f"{day};@"),
        element("numFmt", numFmtId=_MOMENT, formatCode=f"{day} hh:mm;@"),
    ]


def _font(typeface: str, bold: str = "") -> str:
    return element("font", bold, element("sz", val=SIZE), element("name", val=typeface))


def _fills() -> list[str]:
    grey = element("fgColor", rgb="FFE6E6E6")
    return [
        element("fill", element("patternFill", patternType="none")),
        element("fill", element("patternFill", patternType="gray125")),
        element("fill", element("patternFill", grey, patternType="solid")),
    ]


def _border(**style: str) -> str:
    colour = element("color", rgb="FF999999") if style else ""
    sides = (element(side, colour, **style) for side in ("left", "right", "top", "bottom"))
    return element("border", *sides, element("diagonal"))
