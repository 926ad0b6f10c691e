"""ReportLab's document, written the way archives ask for."""

import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.pdf.body import Body, Trailer
from forum_desktop.documents.pdf.flavour import Flavour

_IN_A_PACK = 200


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object already spelled as PDF, for the many small ones of the structure."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        """Return the object."""
        return self.text.encode("ascii")


class Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that may be part of the structure."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The root of the file, which may also name an output intent and attachments."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF", "Names")
    __Refs__ = __NoDefault__


class _Written(NamedTuple):
    number: int
    content: bytes
    is_stream: bool


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document of numbered objects, all reached from its catalogue."""

    def __init__(self, flavour: Flavour, language: str) -> None:
        super().__init__(invariant=1, compression=1)
        self.flavour = flavour
        self.Catalog = _Catalog()
        self.Catalog.Pages = self.Pages
        self.Catalog.Lang = pdfdoc.PDFString(language)

    def number_of(self, reference: Any) -> int:
        """Return the object number that a reference stands for."""
        return int(self.idToObjectNumberAndVersion[reference.name][0])

    def format(self) -> bytes:
        """Return the bytes of the file; the same objects give the same bytes."""
        root = self.number_of(self.Reference(self.Catalog))
        info = self.number_of(self.Reference(self.info))
        written = list(self._written())
        digest = sha256(b"".join(item.content for item in written)).hexdigest()
        trailer = Trailer(root, info, digest[:32])
        rules = self.flavour.value
        body = Body(rules.version)
        if not rules.packs_objects:
            for item in written:
                body.add(item.number, item.content)
            return body.finish_with_table(trailer)
        return _packed(body, written, trailer)

    def _written(self) -> Iterator[_Written]:
        """Yield every object; writing one may add others, which follow."""
        number = 1
        while number in self.numberToId:
            found = self.idToObject[self.numberToId[number]]
            is_stream = isinstance(found, pdfdoc.PDFStream)
            content = _stream(self, found) if is_stream else pdfdoc.format(found, self, toplevel=1)
            yield _Written(number, content, is_stream)
            number += 1


def _packed(body: Body, written: list[_Written], trailer: Trailer) -> bytes:
    """Write streams one by one and all other objects compressed together."""
    small = [(item.number, item.content) for item in written if not item.is_stream]
    for item in written:
        if item.is_stream:
            body.add(item.number, item.content)
    number = len(written)
    for start in range(0, len(small), _IN_A_PACK):
        number += 1
        body.add_packed(number, small[start : start + _IN_A_PACK])
    return body.finish_with_stream(number + 1, trailer)


def _stream(document: PdfFile, stream: Any) -> bytes:
    """Return a stream, compressed where it asks for it; a line ends before `endstream`."""
    content = stream.content
    data = content.encode("utf-8") if isinstance(content, str) else content
    fields = dict(stream.dictionary.dict)
    if stream.filters:
        data = zlib.compress(data)
        fields["Filter"] = pdfdoc.PDFName("FlateDecode")
    fields["Length"] = len(data)
    head: bytes = pdfdoc.PDFDictionary(fields).format(document)
    return head + b"\nstream\n" + data + b"\nendstream"
