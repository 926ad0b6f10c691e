"""Reading back from a DOCX or XLSX which document it is and which data it was made of."""

import io
import re
import zlib
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

from forum_desktop.documents.keywords import DocumentKeywords
from forum_desktop.documents.office_package import CORE_PROPERTIES

_LONGEST = 65_536
"""Bytes; nobody reads further for a few words."""

_ELEMENT = re.compile(r"<(?:\w+:)?keywords(?:\s[^>]*)?>([^<]*)</")

_UNREADABLE = (BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError, EOFError)
"""How a damaged, locked or foreign package fails; NotImplementedError is a RuntimeError."""


def read_keywords(data: bytes) -> DocumentKeywords | None:
    """Return what a DOCX or XLSX says of itself; None for any other bytes."""
    element = _ELEMENT.search(_core_properties(data))
    return DocumentKeywords.read(unescape(element.group(1)).strip()) if element else None


def _core_properties(data: bytes) -> str:
    """Return the beginning of the core properties; empty for what cannot be read.

    Read as text, not parsed: nothing a stranger wrote into the file is expanded.
    """
    try:
        with ZipFile(io.BytesIO(data)) as package, package.open(CORE_PROPERTIES) as part:
            return part.read(_LONGEST).decode("utf-8", "replace")
    except _UNREADABLE:
        return ""
