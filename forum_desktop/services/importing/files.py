"""A file of a table: told by its ending and its content, which must agree."""

from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.files import read_small
from forum_desktop.services.importing.table import Table

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TEXTS = frozenset({".csv", ".txt", ".tsv"})
LARGEST = 30 * 1024 * 1024
"""Bytes of a file; 10,000 people take about one million."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file in which a workbook with a password lies (MS-OFFCRYPTO 2.3)."""

_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table")
_OTHERS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Return the table of a file, of a workbook the named sheet or the most likely one.

    Raises Refusal where the file cannot be read, is no table, is damaged, encrypted, too
    large or not what its ending says; nothing of it is then taken.
    """
    content = _content(path)
    ending = path.suffix.lower()
    if ending not in WORKBOOKS | TEXTS:
        raise Refusal("importing.ending", file=path.name)
    _refuse_foreign(path.name, content)
    if ending in WORKBOOKS:
        if not content.startswith(_ZIP):
            raise Refusal("importing.no_workbook", file=path.name)
        from forum_desktop.services.importing.workbook import (  # noqa: PLC0415 - loads openpyxl
            read_workbook,
        )

        return read_workbook(path.name, content, sheet)
    if content.startswith(_ZIP):
        raise Refusal("importing.is_workbook", file=path.name)
    from forum_desktop.services.importing.text_file import read_text_table  # noqa: PLC0415

    return read_text_table(path.name, content)


def _content(path: Path) -> bytes:
    content = read_small(path, LARGEST, "importing")
    if not content.strip():
        raise Refusal("importing.empty", file=path.name)
    return content


def _refuse_foreign(name: str, content: bytes) -> None:
    """Raise Refusal for what is often given in place of a table."""
    if content.startswith(_OLE):
        locked = _ENCRYPTED in content
        raise Refusal("importing.encrypted" if locked else "importing.old_workbook", file=name)
    begin = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(_MARKUP):
        raise Refusal("importing.web_page", file=name)
    if content.startswith(_OTHERS):
        raise Refusal("importing.no_table", file=name)
