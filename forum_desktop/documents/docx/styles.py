"""The styles of the document: an officer changes one and the whole document follows."""

from dataclasses import dataclass
from enum import StrEnum

from forum_desktop.documents.docx.markup import root, w
from forum_desktop.documents.docx.measures import (
    LIST_LABEL,
    PARAGRAPH_INDENT,
    SIGNATURE_SPACE,
    twips,
)

TYPEFACE = "TH Sarabun New"
_BODY, _TITLE, _SUBTITLE, _NOTE = 32, 40, 36, 26
"""Half points: the office standard is 16 points."""

_JUSTIFIED = w("jc", val="thaiDistribute")
_CENTRED = w("jc", val="center")
_HANGING = w("ind", left=PARAGRAPH_INDENT, hanging=PARAGRAPH_INDENT - LIST_LABEL)
_LINE_LENGTH = twips(7.3)
"""How long the dotted line is that a hand signs on."""

_LINE_SPACE = w("spacing", before=SIGNATURE_SPACE)
_KEPT = w("keepNext") + w("keepLines")


class Style(StrEnum):
    """The styles that paragraphs of the document have, by their identifiers."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    PLAN_HEADING = "PlanHeading"
    BODY = "BodyText"
    ITEM = "ListNumber"
    CODED_ITEM = "List"
    FOLLOWING = "ListContinue"
    CELL = "TableText"
    CELL_HEAD = "TableHead"
    CELL_NUMBER = "TableNumber"
    CELL_CENTRED = "TableCentred"
    CELL_BAND = "TableBand"
    ANNEX = "Annex"
    ANNEX_NAME = "AnnexName"
    ANNEX_OF = "AnnexOf"
    SIGNATURE = "Signature"
    SIGNATURE_LINE = "SignatureLine"
    NOTE = "Note"
    HEADER = "Header"
    CONTENTS_HEAD = "TOCHeading"
    CONTENTS_1 = "TOC1"
    CONTENTS_2 = "TOC2"


@dataclass(frozen=True, slots=True)
class _Spec:
    """A paragraph style: `paragraph` are properties in the order of the schema."""

    style: Style
    name: str
    paragraph: str = ""
    size: int = 0
    bold: bool = False
    follows: Style = Style.BODY
    is_quick: bool = True


def styles_part(typeface: str, text_width: int) -> bytes:
    """Return the styles; no Latin typeface is named anywhere, so none can get at the Thai."""
    specs = (*_SPECS, *_contents_specs(text_width))
    return root("styles", _defaults(typeface), *_BASE, *map(_style, specs))


def _defaults(typeface: str) -> str:
    fonts = w("rFonts", ascii=typeface, hAnsi=typeface, eastAsia=typeface, cs=typeface)
    language = w("lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    sizes = w("sz", val=_BODY) + w("szCs", val=_BODY)
    runs = w("rPrDefault", w("rPr", fonts, sizes, language))
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w("docDefaults", runs, w("pPrDefault", w("pPr", spacing)))


def _style(spec: _Spec) -> str:
    is_normal = spec.style is Style.NORMAL
    marks = {"default": "1"} if is_normal else {}
    parts = [
        w("name", val=spec.name),
        "" if is_normal else w("basedOn", val=Style.NORMAL),
        w("next", val=spec.follows),
        w("qFormat") if spec.is_quick else "",
        w("pPr", spec.paragraph) if spec.paragraph else "",
        _run_properties(spec),
    ]
    return w("style", *parts, type="paragraph", **marks, styleId=spec.style)


def _run_properties(spec: _Spec) -> str:
    bold = w("b") + w("bCs") if spec.bold else ""
    size = w("sz", val=spec.size) + w("szCs", val=spec.size) if spec.size else ""
    return w("rPr", bold, size) if bold or size else ""


def _spaced(before: int, after: int) -> str:
    return w("spacing", before=before, after=after)


_SPECS = (
    _Spec(Style.NORMAL, "Normal", follows=Style.NORMAL),
    _Spec(Style.TITLE, "Title", _KEPT + _CENTRED, _TITLE, bold=True, follows=Style.SUBTITLE),
    _Spec(
        Style.SUBTITLE, "Subtitle", _KEPT + _CENTRED, _SUBTITLE, bold=True, follows=Style.SUBTITLE
    ),
    _Spec(
        Style.HEADING_1,
        "heading 1",
        _KEPT + _spaced(200, 40) + w("outlineLvl", val=0),
        bold=True,
    ),
    _Spec(
        Style.HEADING_2,
        "heading 2",
        _KEPT + _spaced(160, 20) + w("outlineLvl", val=1),
        bold=True,
    ),
    _Spec(
        Style.HEADING_3,
        "heading 3",
        _KEPT + _spaced(80, 20) + w("ind", left=LIST_LABEL) + w("outlineLvl", val=2),
        bold=True,
    ),
    _Spec(Style.PLAN_HEADING, "Plan Heading", _KEPT + _spaced(160, 20), bold=True),
    _Spec(
        Style.BODY,
        "Body Text",
        _spaced(0, 40) + w("ind", firstLine=PARAGRAPH_INDENT) + _JUSTIFIED,
    ),
    _Spec(Style.ITEM, "List Number", _spaced(0, 40) + _HANGING + _JUSTIFIED, follows=Style.ITEM),
    _Spec(
        Style.CODED_ITEM, "List", _spaced(0, 40) + _HANGING + _JUSTIFIED, follows=Style.CODED_ITEM
    ),
    _Spec(
        Style.FOLLOWING,
        "List Continue",
        _spaced(0, 40) + w("ind", left=PARAGRAPH_INDENT) + _JUSTIFIED,
        follows=Style.ITEM,
    ),
    _Spec(Style.CELL, "Table Text", follows=Style.CELL),
    _Spec(Style.CELL_HEAD, "Table Head", w("keepNext") + _CENTRED, bold=True, follows=Style.CELL),
    _Spec(Style.CELL_NUMBER, "Table Number", w("jc", val="right"), follows=Style.CELL),
    _Spec(Style.CELL_CENTRED, "Table Centred", _CENTRED, follows=Style.CELL),
    _Spec(Style.CELL_BAND, "Table Band", _KEPT, bold=True, follows=Style.CELL),
    _Spec(
        Style.ANNEX,
        "Annex",
        _KEPT + w("pageBreakBefore") + w("jc", val="right"),
        follows=Style.ANNEX_NAME,
    ),
    _Spec(
        Style.ANNEX_NAME,
        "Annex Name",
        _KEPT + _CENTRED + w("outlineLvl", val=0),
        _TITLE,
        bold=True,
        follows=Style.ANNEX_OF,
    ),
    _Spec(Style.ANNEX_OF, "Annex Of", _KEPT + _spaced(0, 40) + _CENTRED),
    _Spec(Style.SIGNATURE, "Signature", _KEPT + _CENTRED, follows=Style.SIGNATURE),
    _Spec(
        Style.SIGNATURE_LINE,
        "Signature Line",
        _KEPT + w("tabs", w("tab", val="right", leader="dot", pos=_LINE_LENGTH)) + _LINE_SPACE,
        follows=Style.SIGNATURE,
    ),
    _Spec(Style.NOTE, "Note", _spaced(120, 0), _NOTE, follows=Style.NOTE),
    _Spec(Style.HEADER, "header", follows=Style.HEADER, is_quick=False),
)


def _contents_specs(text_width: int) -> tuple[_Spec, ...]:
    tabs = w("tabs", w("tab", val="right", leader="dot", pos=text_width))
    second = tabs + w("ind", left=LIST_LABEL)
    head = _KEPT + _spaced(200, 80) + _CENTRED
    return (
        _Spec(Style.CONTENTS_HEAD, "TOC Heading", head, bold=True),
        _Spec(Style.CONTENTS_1, "toc 1", tabs, follows=Style.CONTENTS_1, is_quick=False),
        _Spec(Style.CONTENTS_2, "toc 2", second, follows=Style.CONTENTS_2, is_quick=False),
    )


_CELL_MARGINS = w(
    "tblCellMar",
    *(w(side, w=room, type="dxa") for side, room in (("top", 0), ("left", 85))),
    *(w(side, w=room, type="dxa") for side, room in (("bottom", 0), ("right", 85))),
)
_RULES = "".join(
    w(side, val="single", sz=4, space=0, color="auto")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BASE = (
    w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    ),
    w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), _CELL_MARGINS),
        type="table",
        default=1,
        styleId="TableNormal",
    ),
    w(
        "style",
        w("name", val="No List"),
        w("semiHidden"),
        type="numbering",
        default=1,
        styleId="NoList",
    ),
    w(
        "style",
        w("name", val="Table Grid"),
        w("basedOn", val="TableNormal"),
        w("tblPr", w("tblBorders", _RULES)),
        type="table",
        styleId="TableGrid",
    ),
)
