"""The minutes as a plain story that any engine can set, read from our own Word file.

So every engine gets the same words in the same order as our PDF has: headings, paragraphs
and tables with their heads. Contents, tags, attachment and archive grade are ours alone.
"""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

Part = dict[str, object]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    "Title": "title",
    "Heading1": "heading",
    "Heading2": "heading",
    "Heading3": "subheading",
    "PlanHeading": "subheading",
    "AnnexName": "heading",
}
_PAST_OVER = ("TOC",)


def story_of(word_file: bytes) -> list[Part]:
    """Return the parts in the order of the document."""
    with zipfile.ZipFile(io.BytesIO(word_file)) as package:
        # Our own file, made a moment ago.
        body = ET.fromstring(package.read("word/document.xml"))[0]  # noqa: S314
    return [part for element in body for part in _parts(element)]


def _parts(element: ET.Element) -> Iterator[Part]:
    if element.tag == f"{_W}tbl":
        rows = [list(_cells(row)) for row in element.iter(f"{_W}tr")]
        width = max(map(len, rows))
        yield {"kind": "table", "rows": [row + [""] * (width - len(row)) for row in rows]}
    elif element.tag == f"{_W}p" and (text := _text(element)):
        style = _style(element)
        if not style.startswith(_PAST_OVER):
            yield {"kind": _KINDS.get(style, "text"), "text": text}


def _cells(row: ET.Element) -> Iterator[str]:
    return (_text(cell) for cell in row.iter(f"{_W}tc"))


def _text(element: ET.Element) -> str:
    return "".join(found.text or "" for found in element.iter(f"{_W}t"))


def _style(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")
