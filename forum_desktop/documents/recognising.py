"""Which document a file is, by what it says of itself."""

import json

import pypdfium2

from forum_desktop.documents.keywords import DocumentKeywords
from forum_desktop.documents.office_keywords import read_keywords
from forum_desktop.records.documents import DocumentFormat, DocumentKind
from forum_desktop.records.minutes import Edition

__all__ = ["DocumentKeywords", "attachment_of", "format_of", "recognise"]

_PDF, _ZIP = b"%PDF", b"PK"
_WORD_PART = b"word/document.xml"


def format_of(data: bytes) -> DocumentFormat:
    """Return the format of a file by its bytes; what is nothing else is JSON."""
    if data.startswith(_PDF):
        return DocumentFormat.PDF
    if data.startswith(_ZIP):
        return DocumentFormat.DOCX if _WORD_PART in data else DocumentFormat.XLSX
    return DocumentFormat.JSON


def recognise(data: bytes) -> DocumentKeywords | None:
    """Return what a file says of itself; None for any bytes that are not of ours."""
    if data.startswith(_PDF):
        return _of_pdf(data)
    return read_keywords(data) if data.startswith(_ZIP) else _of_json(data)


def _of_pdf(data: bytes) -> DocumentKeywords | None:
    try:
        with pypdfium2.PdfDocument(data) as document:
            return DocumentKeywords.read(document.get_metadata_value("Keywords"))
    except pypdfium2.PdfiumError:
        return None


def attachment_of(data: bytes) -> bytes:
    """Return the data that a PDF of ours has attached, nothing where it has none."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            if not document.count_attachments():
                return b""
            return bytes(document.get_attachment(0).get_data())
    except pypdfium2.PdfiumError:
        return b""


def _of_json(data: bytes) -> DocumentKeywords | None:
    try:
        head = json.loads(data)
        kind, edition = DocumentKind(head["kind"]), Edition(head["edition"])
        return DocumentKeywords(kind, edition, str(head["forum"]), str(head["fingerprint"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
