"""Paragraphs, their properties in the order of the schema (CT_PPr)."""

from forum_desktop.documents.docx.markup import run, w
from forum_desktop.documents.docx.styles import Style


def paragraph(
    style: Style,
    *runs: str,
    list_number: int = 0,
    keeps_next: bool = False,
    before: int = 0,
    left: int = 0,
) -> str:
    """Return a paragraph; `before` and `left` in twentieths of a point, where not the style's.

    `list_number` is the list it is an item of.
    """
    item = w("numPr", w("ilvl", val=0), w("numId", val=list_number)) if list_number else ""
    properties = (
        w("pStyle", val=style),
        w("keepNext") if keeps_next else "",
        item,
        w("spacing", before=before) if before else "",
        w("ind", left=left) if left else "",
    )
    return w("p", w("pPr", *properties), *runs)


def plain(style: Style, text: str) -> str:
    """Return a paragraph of one text."""
    return paragraph(style, run(text))
