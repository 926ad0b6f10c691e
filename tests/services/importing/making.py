"""Files as municipalities have them, made with other means than the app reads them with."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874")
DELIMITERS = (",", ";", "\t", "|")


def write_text(path: Path, rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """Write rows as a text file."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows(rows)
    path.write_bytes(target.getvalue().encode(encoding))
    return path


def write_book(path: Path, *sheets: tuple[str, Rows], merged: Sequence[str] = ()) -> Path:
    """Write a workbook; the `merged` ranges are of its first sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for place in merged:
        book.worksheets[0].merge_cells(place)
    book.save(path)
    book.close()
    return path


def rewrite(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Change the parts of a workbook behind openpyxl's back."""
    with zipfile.ZipFile(path) as package:
        parts = [(part.filename, package.read(part)) for part in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, change(name, content))
    return path


def change_sheet(path: Path, pattern: str, new: str) -> Path:
    """Change the XML of the first sheet where it must be changed."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        changed, times = re.subn(pattern, new, content.decode())
        assert times
        return changed.encode()

    return rewrite(path, change)
