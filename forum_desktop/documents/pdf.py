"""A PDF file of drawn pages: fonts, outline, language and title. No clock, no names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.pages import A4_HEIGHT, A4_WIDTH
from forum_desktop.documents.typesetting.sheet import Bookmark, Sheet

LANGUAGE = "th-TH"
_PROGRAM = "Forum Desktop"


@dataclass(frozen=True, slots=True)
class _Place:
    bookmark: Bookmark
    page: Any


def write_pdf(sheets: Sequence[Sheet], fonts: DocumentFonts, title: str) -> bytes:
    """Return the file; the same pages give the same bytes."""
    document = pdfdoc.PDFDocument(invariant=1, compression=1, lang=LANGUAGE, pdfVersion=(1, 7))
    resources = _resources(document, fonts)
    places = []
    for sheet in sheets:
        page = _add_page(document, sheet, resources)
        places += [_Place(bookmark, page) for bookmark in sheet.bookmarks]
    _describe(document, title)
    _add_outline(document, places)
    data: bytes = document.format()
    return data


def _resources(document: Any, fonts: DocumentFonts) -> Any:
    embedded = pdfdoc.PDFDictionary(fonts.embed(document))
    return document.Reference(pdfdoc.PDFDictionary({"Font": embedded}))


def _add_page(document: Any, sheet: Sheet, resources: Any) -> Any:
    content = "\n".join(operators for operators in sheet.operators if operators)
    document.updateSignature(content)
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    page = pdfdoc.PDFPage()
    page.MediaBox = pdfdoc.PDFArray([0, 0, A4_WIDTH, A4_HEIGHT])
    page.Contents, page.Resources = stream, resources
    name = document.thisPageName()
    document.addPage(page)
    return pdfdoc.PDFObjectReference(name)


def _describe(document: Any, title: str) -> None:
    document.updateSignature(title)
    facts = {"Title": title, "Creator": _PROGRAM, "Producer": _PROGRAM}
    strings = {key: pdfdoc.PDFString(fact) for key, fact in facts.items()}
    document.info = pdfdoc.PDFDictionary(strings)
    document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})


def _add_outline(document: Any, places: list[_Place]) -> None:
    """List the headings beside the pages, those of level 1 under those of level 0."""
    document.Catalog.Outlines = None
    if not places:
        return
    root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Outlines")})
    entries = [_entry(place) for place in places]
    levels = [place.bookmark.level for place in places]
    _link(document, document.Reference(root), root, entries, levels)
    document.Catalog.Outlines = root
    document.Catalog.PageMode = pdfdoc.PDFName("UseOutlines")


def _entry(place: _Place) -> Any:
    target = [place.page, pdfdoc.PDFName("XYZ"), 0, round(place.bookmark.top, 1), 0]
    fields = {"Title": pdfdoc.PDFString(place.bookmark.title), "Dest": pdfdoc.PDFArray(target)}
    return pdfdoc.PDFDictionary(fields)


def _link(document: Any, parent: Any, node: Any, entries: list[Any], levels: list[int]) -> None:
    """Link the entries of the lowest level here in a chain, the others under them."""
    tops = [n for n, level in enumerate(levels) if level <= min(levels[: n + 1])]
    references = [document.Reference(entries[n]) for n in tops]
    for order, (start, end) in enumerate(zip(tops, [*tops[1:], len(entries)], strict=True)):
        entry = entries[start]
        entry["Parent"] = parent
        if order:
            entry["Prev"] = references[order - 1]
        if order + 1 < len(tops):
            entry["Next"] = references[order + 1]
        if end - start > 1:
            under = slice(start + 1, end)
            _link(document, references[order], entry, entries[under], levels[under])
    node["First"], node["Last"], node["Count"] = references[0], references[-1], len(entries)
