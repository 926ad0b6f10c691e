"""What pages are called in a viewer: as they are numbered in print."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.pdf.file import PdfFile
from forum_desktop.documents.typesetting.sheet import Sheet


def add_page_labels(document: PdfFile, sheets: Sequence[Sheet]) -> None:
    """Call pages as they call themselves, where that is not simply their place in the file."""
    places = [str(place) for place in range(1, len(sheets) + 1)]
    names = [sheet.name or place for sheet, place in zip(sheets, places, strict=True)]
    if names != places:
        ranges = pdfdoc.PDFArray(list(_ranges(names)))
        document.Catalog.PageLabels = pdfdoc.PDFDictionary({"Nums": ranges})


def _ranges(names: Sequence[str]) -> Iterator[Any]:
    """Yield where each range of pages begins, and how it is counted (ISO 32000-1, 12.4.2)."""
    expected = ""
    for place, name in enumerate(names):
        if name != expected:
            yield place
            yield pdfdoc.PDFDictionary(_counting(name))
        expected = str(int(name) + 1) if name.isdecimal() else ""


def _counting(name: str) -> dict[str, Any]:
    if name.isdecimal():
        return {"S": pdfdoc.PDFName("D"), "St": int(name)}
    return {"P": pdfdoc.PDFString(name)}
