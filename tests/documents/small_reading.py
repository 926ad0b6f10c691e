"""Reading small documents back: as text, and as the picture that a printer gets."""

from pathlib import Path

import pypdfium2

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.documents import DocumentContent
from forum_desktop.wording import Wording
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

GOLDEN = Path(__file__).parent / "golden"
DOTS_PER_INCH = 300

Picture = list[bytes]
"""Rows of pixels from the top; 0 is black, 255 white."""


def phrases_of(content: DocumentContent) -> Phrases:
    """Return the words that a content is printed with."""
    return Phrases(Wording(), content.pack)


def readable(document: bytes) -> str:
    """Return lines with single spaces, pages parted by a rule."""
    pages = (
        "\n".join(" ".join(line.split()) for line in page.splitlines() if line.strip())
        for page in pypdf_pages(document)
    )
    return "\n----\n".join(pages) + "\n"


def golden(name: str) -> str:
    """Return the text that a document should read as."""
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def read_by_both(document: bytes) -> tuple[str, str]:
    """Return the squeezed text of all pages, as each of two programs reads it."""
    ours, theirs = pypdf_pages(document), pdfium_pages(document)
    return squeezed("".join(ours)), squeezed("".join(theirs))


def picture(document: bytes, page: int = 0) -> Picture:
    """Return a page as an office printer sees it."""
    opened = pypdfium2.PdfDocument(document)
    try:
        bitmap = opened[page].render(scale=DOTS_PER_INCH / 72, grayscale=True)
        rows, data = range(bitmap.height), bytes(bitmap.buffer)
        return [data[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in rows]
    finally:
        opened.close()


def page_sizes(document: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in whole millimetres."""
    opened = pypdfium2.PdfDocument(document)
    try:
        sizes = [opened.get_page_size(page) for page in range(len(opened))]
        return [(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in sizes]
    finally:
        opened.close()
