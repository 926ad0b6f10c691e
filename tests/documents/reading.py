"""Reading a PDF back the way people do: with two programs that know nothing of ours."""

import io
import re
import unicodedata

import pypdf
import pypdfium2


def pypdf_pages(document: bytes) -> list[str]:
    """Return the text of each page as pypdf extracts it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages]


def pdfium_pages(document: bytes) -> list[str]:
    """Return the text of each page as PDFium, the reader of a browser, extracts it."""
    opened = pypdfium2.PdfDocument(document)
    try:
        return [_pdfium_page(opened, number) for number in range(len(opened))]
    finally:
        opened.close()


def _pdfium_page(opened: pypdfium2.PdfDocument, number: int) -> str:
    page = opened[number]
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    return text


def squeezed(text: str) -> str:
    """Return NFC text without any white space."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def running_text(pages: list[str]) -> str:
    """Return the squeezed text of all pages without what stands at the head of each."""
    heads = re.compile("^(?:ร่าง)?(?:-[0-9๐-๙]+-)?(?:ร่างยังไม่ได้รับรอง)?")
    return "".join(heads.sub("", squeezed(page)) for page in pages)
