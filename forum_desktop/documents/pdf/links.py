"""Lines of the table of contents that lead to their headings."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.pdf.outline import Place, destination
from forum_desktop.documents.typesetting.sheet import Link, Sheet

_PRINTED = 4
"""The flag without which archives take no annotation (ISO 19005-2, 6.3.2)."""


def add_links(document: Any, sheets: Sequence[Sheet], places: Sequence[Place]) -> None:
    """Make the links of every page lead to `places`, those that are in the document."""
    for sheet, page in zip(sheets, document.Pages.pages, strict=True):
        made = [_link(link, places[link.heading]) for link in sheet.links if places]
        if made:
            page.Annots = pdfdoc.PDFArray([document.Reference(link) for link in made])


def _link(link: Link, place: Place) -> Any:
    fields = {
        "Type": pdfdoc.PDFName("Annot"),
        "Subtype": pdfdoc.PDFName("Link"),
        "Rect": pdfdoc.PDFArray([round(edge, 1) for edge in link.area]),
        "Border": pdfdoc.PDFArray([0, 0, 0]),
        "F": _PRINTED,
        "Dest": destination(place),
    }
    return pdfdoc.PDFDictionary(fields)
