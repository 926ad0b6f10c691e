"""From drawn pages to the bytes of a file. No clock, no names."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.pdf.archive import add_output_intent, attach
from forum_desktop.documents.pdf.file import Page, PdfFile
from forum_desktop.documents.pdf.flavour import Flavour
from forum_desktop.documents.pdf.links import add_links
from forum_desktop.documents.pdf.metadata import LANGUAGE, describe
from forum_desktop.documents.pdf.outline import Place, add_outline
from forum_desktop.documents.pdf.page_labels import add_page_labels
from forum_desktop.documents.pdf.structure import add_structure
from forum_desktop.documents.typesetting.sheet import Sheet


def write_pdf(
    sheets: Sequence[Sheet], fonts: DocumentFonts, label: Label, flavour: Flavour | None = None
) -> bytes:
    """Return the file; the same pages and label give the same bytes."""
    document = PdfFile(flavour or Flavour.of(label), LANGUAGE)
    resources = _resources(document, fonts)
    pages = [_add_page(document, sheet, resources, n) for n, sheet in enumerate(sheets)]
    marks = [
        Place(mark, page)
        for sheet, page in zip(sheets, pages, strict=True)
        for mark in sheet.bookmarks
    ]
    describe(document, label)
    add_outline(document, marks)
    add_links(document, sheets, marks)
    add_page_labels(document, sheets)
    add_output_intent(document)
    add_structure(document, sheets, pages)
    if label.attachment is not None and document.flavour is Flavour.A_3B:
        attach(document, label.attachment)
    return document.format()


def _resources(document: PdfFile, fonts: DocumentFonts) -> Any:
    embedded = pdfdoc.PDFDictionary(fonts.embed(document))
    return document.Reference(pdfdoc.PDFDictionary({"Font": embedded}))


def _add_page(document: PdfFile, sheet: Sheet, resources: Any, number: int) -> Any:
    stream = pdfdoc.PDFStream(content="\n".join(filter(None, sheet.operators)))
    stream.filters = [pdfdoc.PDFZCompress]
    page = Page()
    page.MediaBox = pdfdoc.PDFArray([0, 0, *sheet.paper])
    page.Contents, page.Resources = stream, resources
    page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
    name = document.thisPageName()
    document.addPage(page)
    return pdfdoc.PDFObjectReference(name)
