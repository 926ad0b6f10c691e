"""The minutes page as a clerk sits at it: what it shows, and what its preview says in print."""

from io import BytesIO
from typing import cast

from pypdf import PdfReader

from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import Typist


def open_minutes(typist: Typist) -> MinutesPage:
    """Go to the minutes and wait until texts and pages are there."""
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(page.form.isEnabled)
    typist.until(lambda: bool(page.preview.drawn_pages()))
    return page


def printed(page: MinutesPage) -> str:
    """Return the words of the document that the preview shows, without spaces."""
    pages = page.preview.pages
    assert pages is not None
    texts = (read(pages.page_pdf(number)) for number in range(1, pages.page_count + 1))
    return "".join("".join(texts).split())


def read(pdf: bytes) -> str:
    """Return the words of a PDF."""
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)


def is_settled(page: MinutesPage) -> bool:
    """Tell whether everything typed is kept and the newest document is in sight."""
    return not page.drawing.is_under_way() and bool(page.preview.drawn_pages())


def order_of(page: MinutesPage) -> DocumentOrder:
    """Return what the documents panel would make."""
    return page.export.form.order()


def choose_document(page: MinutesPage, kind: DocumentKind) -> None:
    """Choose a document as the list under the cursor does."""
    form = page.export.form
    form.kind.setCurrentIndex(form.kind.findData(kind))
    form.kind.activated.emit(form.kind.currentIndex())
