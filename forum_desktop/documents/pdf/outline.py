"""The headings listed beside the pages."""

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.coverage import clean
from forum_desktop.documents.typesetting.sheet import Bookmark


@dataclass(frozen=True, slots=True)
class Place:
    """A heading and the page it stands on."""

    bookmark: Bookmark
    page: Any


def add_outline(document: Any, places: list[Place]) -> None:
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


def destination(place: Place) -> Any:
    """Return where a reader goes who follows the outline or a link to a heading."""
    target = [place.page, pdfdoc.PDFName("XYZ"), 0, round(place.bookmark.top, 1), 0]
    return pdfdoc.PDFArray(target)


def _entry(place: Place) -> Any:
    fields = {
        "Title": pdfdoc.PDFString(clean(place.bookmark.title)),
        "Dest": destination(place),
    }
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
