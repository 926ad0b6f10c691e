"""The structure of a document for readers that do not see it (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.pdf.file import PdfFile, Raw
from forum_desktop.documents.typesetting.marks import ONE, Element, Span
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet


@dataclass(slots=True)
class _Node:
    """A part of the document, which may run over several pages: marks are (page, number)."""

    role: str
    alt: str = ""
    span: Span = ONE
    marks: list[tuple[int, int]] = field(default_factory=list)
    parts: list["_Node"] = field(default_factory=list)


def add_structure(document: PdfFile, sheets: Sequence[Sheet], pages: Sequence[Any]) -> None:
    """Add the tree of all parts, and for each page which part each of its marks belongs to."""
    root = _Node("Document")
    for number, sheet in enumerate(sheets):
        _join(root, sheet.marker.elements, number)
    writer = _TreeWriter(document, sheets, pages)
    document.Catalog.StructTreeRoot = writer.write(root)
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _join(parent: _Node, elements: Sequence[Element], page: int) -> None:
    """Put a page's elements under a node; one that continues goes on with the last of its role."""
    for element in elements:
        last = parent.parts[-1] if parent.parts else None
        if element.continues and last is not None and last.role == element.role:
            node = last
        else:
            node = _Node(str(element.role), element.alt, element.span)
            parent.parts.append(node)
        node.marks += [(page, mark) for mark in element.marks]
        _join(node, element.parts, page)


class _TreeWriter:
    def __init__(self, document: PdfFile, sheets: Sequence[Sheet], pages: Sequence[Any]) -> None:
        self._document = document
        self._pages = [document.number_of(page) for page in pages]
        self._owners = [[0] * sheet.marker.mark_count for sheet in sheets]

    def write(self, root: _Node) -> Any:
        tree = Raw()
        reference = self._document.Reference(tree)
        whole = self._write(root, self._document.number_of(reference))
        parents = self._document.Reference(Raw(self._parent_tree()))
        facts = f"/K {whole} 0 R /ParentTree {self._document.number_of(parents)} 0 R"
        tree.text = f"<</Type /StructTreeRoot {facts} /ParentTreeNextKey {len(self._pages)}>>"
        return reference

    def _write(self, node: _Node, parent: int) -> int:
        """Write a part and all that it holds; return its number."""
        made = Raw()
        number = self._document.number_of(self._document.Reference(made))
        for page, mark in node.marks:
            self._owners[page][mark] = number
        kids = [*self._kids(node), *(f"{self._write(part, number)} 0 R" for part in node.parts)]
        facts = [f"/S /{node.role} /P {parent} 0 R", *self._facts(node), f"/K [{' '.join(kids)}]"]
        made.text = f"<<{' '.join(facts)}>>"
        return number

    def _facts(self, node: _Node) -> Iterator[str]:
        if node.marks:
            yield f"/Pg {self._pages[node.marks[0][0]]} 0 R"
        if node.alt:
            spelled = f"\ufeff{node.alt}".encode("utf-16-be").hex()
            yield f"/Alt <{spelled}>"
        if table := " ".join(_table_facts(node)):
            yield f"/A <</O /Table {table}>>"

    def _kids(self, node: _Node) -> Iterator[str]:
        """Yield marks of the part's first page as numbers, of other pages with their page."""
        for page, mark in node.marks:
            if page == node.marks[0][0]:
                yield str(mark)
            else:
                yield f"<</Type /MCR /Pg {self._pages[page]} 0 R /MCID {mark}>>"

    def _parent_tree(self) -> str:
        rows = (
            f"{page} [{' '.join(f'{number} 0 R' for number in owners)}]"
            for page, owners in enumerate(self._owners)
        )
        return f"<</Nums [{' '.join(rows)}]>>"


def _table_facts(node: _Node) -> Iterator[str]:
    """Yield what a cell heads, and how much room it takes up in its table."""
    if node.role == Role.HEAD_CELL:
        yield "/Scope /Column"
    if node.span.columns > 1:
        yield f"/ColSpan {node.span.columns}"
    if node.span.rows > 1:
        yield f"/RowSpan {node.span.rows}"
