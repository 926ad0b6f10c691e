"""Tables in workbooks, read row by row; formulas give the values last reckoned."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from forum_desktop.errors import Refusal
from forum_desktop.services.importing.table import MOST_COLUMNS, Line, Table, filled_lines
from forum_desktop.services.importing.vocabulary import looks_like_heads

_MOST_UNPACKED = 300 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_PACKED = 200
"""How many times smaller than its content a file of any size may be."""

_SMALL = 20 * 1024 * 1024
_FIRST_LINES = 30
_HIDDEN = "veryHidden"

_FAULTS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
)
"""All that openpyxl and what is below it raise of a damaged file."""


def read_workbook(name: str, content: bytes, sheet: str | None) -> Table:
    """Return the named sheet of a workbook, or the first one that has heads.

    Raises Refusal where the file is damaged, encrypted or unpacks to something gigantic,
    and Refusal("importing.sheet_unknown").
    """
    with _told(name):
        _refuse_bomb(name, content)
        with closing(load_workbook(io.BytesIO(content), read_only=True, data_only=True)) as book:
            shown = {s.title: s for s in book.worksheets if s.sheet_state != _HIDDEN}
            chosen = _chosen(name, shown, sheet)
            names = tuple(shown)
            return Table(chosen, names, tuple(_lines(shown[chosen], name)))


@contextmanager
def _told(name: str) -> Iterator[None]:
    with warnings.catch_warnings():
        # Of styles and extensions that it does not know, which hold no data.
        warnings.simplefilter("ignore")
        try:
            yield
        except _FAULTS as error:
            raise Refusal("importing.damaged", file=name) from error


def _refuse_bomb(name: str, content: bytes) -> None:
    """Look at what the file would unpack to before any of it is unpacked.

    A part never gives more than the size it tells, so the sizes told can be trusted.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        unpacked = sum(part.file_size for part in parts)
        is_dense = unpacked > _SMALL and unpacked > _MOST_PACKED * len(content)
        if unpacked > _MOST_UNPACKED or len(parts) > _MOST_PARTS or is_dense:
            raise Refusal("importing.gigantic", file=name)
        if any(part.flag_bits & 1 for part in parts):
            raise Refusal("importing.encrypted", file=name)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_entities(name, package, part)


def _refuse_entities(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse definitions of entities, which no office program writes and which can explode."""
    with package.open(part) as stream:
        begin = stream.read(2048).replace(b"\x00", b"").upper()
    if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin:
        raise Refusal("importing.damaged", file=name)


def _chosen(name: str, sheets: dict[str, Any], wanted: str | None) -> str:
    if wanted is not None:
        if wanted not in sheets:
            known = ", ".join(sheets)
            raise Refusal("importing.sheet_unknown", file=name, sheet=wanted, sheets=known)
        return wanted
    visible = [title for title, sheet in sheets.items() if sheet.sheet_state == "visible"]
    if not visible:
        raise Refusal("importing.no_rows", file=name)
    if len(visible) == 1:
        return visible[0]
    return max(visible, key=lambda title: _likeliness(sheets[title], name))


def _likeliness(sheet: Any, name: str) -> int:
    first = tuple(islice(_lines(sheet, name), _FIRST_LINES))
    return max((looks_like_heads(line.cells) for line in first), default=-1)


def _lines(sheet: Any, name: str) -> Iterator[Line]:
    # Some programs tell a wrong size of the sheet; the rows themselves are right.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    return filled_lines((map(_text, row) for row in rows), name)


def _text(value: Any) -> str:
    """Return a value as it was meant: 812345678.0 is 812345678."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date | time) else str(value)
