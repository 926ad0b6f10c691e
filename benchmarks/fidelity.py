"""How many opinions can be copied out of a PDF whole, by each reader found here."""

import importlib.util
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from forum_desktop.records.minutes import MinutesContent

_HEAD = re.compile(r"(ฉบับภายใน ห้ามเผยแพร่)?\s*(- \S+ -)?\s*(ร่าง ยังไม่ได้รับรอง)?")
"""What stands at the head of a page: who may read it, its number, its status."""


def intact(path: Path, content: MinutesContent) -> Iterator[tuple[str, int]]:
    """Yield each reader with the number of opinions found in what it reads, spaces aside."""
    wanted = [_squeezed(opinion.text) for opinion in content.opinions]
    for name, read in _readers().items():
        text = _squeezed(read(path))
        yield name, sum(words in text for words in wanted)


def _readers() -> dict[str, Callable[[Path], str]]:
    known: dict[str, Callable[[Path], str]] = {
        "pypdf": _pypdf,
        "pymupdf": _pymupdf,
        "pypdfium2": _pdfium,
    }
    found = {n: read for n, read in known.items() if importlib.util.find_spec(n)}
    if shutil.which("pdftotext"):
        found["pdftotext"] = _pdftotext
    return found


def _squeezed(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


def _without_heads(pages: list[str]) -> str:
    """Join pages without what stands at the head of each, which a paragraph may run across."""
    return "".join("\n".join(_body(page.splitlines())) for page in pages)


def _body(lines: list[str]) -> list[str]:
    heads = [n for n, line in enumerate(lines[:4]) if _HEAD.fullmatch(line.strip())]
    return lines[max(heads) + 1 :] if heads else lines


def _pdftotext(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return _without_heads(done.stdout.decode().split("\f"))


def _pypdf(path: Path) -> str:
    import pypdf

    return _without_heads([page.extract_text() for page in pypdf.PdfReader(path).pages])


def _pymupdf(path: Path) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return _without_heads([page.get_text() for page in document])


def _pdfium(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return _without_heads(
            [document[n].get_textpage().get_text_range() for n in range(len(document))]
        )
