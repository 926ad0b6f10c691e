"""A font as one PDF holds it: a code of two bytes for each cluster used so far."""

from hashlib import md5
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.shaping import Cluster
from forum_desktop.documents.fonts.subset import build_subset
from forum_desktop.documents.fonts.to_unicode import to_unicode_map
from forum_desktop.documents.fonts.typeface import Typeface

_SYMBOLIC = 4
_TAG_LETTERS = 6


class Encoded(NamedTuple):
    """A word as pieces of a PDF text array, and how many clusters it has."""

    pieces: str
    clusters: int


class ClusterFont:
    """One typeface within one PDF; `resource_name` is what page operators call it."""

    def __init__(self, typeface: Typeface, resource_name: str) -> None:
        self.typeface = typeface
        self.resource_name = resource_name
        self._codes: dict[Cluster, int] = {}
        self._encoded: dict[str, Encoded] = {}

    def encode(self, word: str) -> Encoded:
        """Return a word in this font's codes; each is encoded once a document."""
        encoded = self._encoded.get(word)
        if encoded is None:
            encoded = self._encoded[word] = self._encode(word)
        return encoded

    def _encode(self, word: str) -> Encoded:
        placed = self.typeface.shape(word)
        pieces = "".join(
            f"<{self._code(item.cluster):04X}>{self._adjustment(item.kern)}" for item in placed
        )
        return Encoded(pieces.replace("><", ""), len(placed))

    def _code(self, cluster: Cluster) -> int:
        return self._codes.setdefault(cluster, len(self._codes) + 1)

    def _adjustment(self, kern: int) -> str:
        return f"{-kern * self.typeface.scale:.2f}" if kern else ""

    def embed(self, document: Any) -> Any:
        """Add the font to a `pdfdoc.PDFDocument`; return the reference for its resources."""
        clusters = list(self._codes)
        name = self._subset_name(clusters)
        font = build_subset(self.typeface.outlines, clusters)
        descriptor = self._descriptor(document, name, font)
        fields = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([self._descendant(document, name, descriptor)]),
            "ToUnicode": _stream(document, to_unicode_map([c.text for c in clusters])),
        }
        return document.Reference(pdfdoc.PDFDictionary(fields))

    def _subset_name(self, clusters: list[Cluster]) -> str:
        """Return the six capitals of a subset and the font's name."""
        digest = md5(repr(clusters).encode(), usedforsecurity=False).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:_TAG_LETTERS])
        return f"{tag}+{self.typeface.outlines.name}"

    def _descendant(self, document: Any, name: str, descriptor: Any) -> Any:
        fields = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": descriptor,
            "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(self._widths())]),
            "DW": 0,
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
        }
        return document.Reference(pdfdoc.PDFDictionary(fields))

    def _widths(self) -> list[float]:
        advances = [self.typeface.outlines.advances[0], *(c.advance for c in self._codes)]
        return [round(advance * self.typeface.scale, 3) for advance in advances]

    def _descriptor(self, document: Any, name: str, font: bytes) -> Any:
        metrics = self.typeface.outlines.metrics
        fields = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(list(metrics.bounds)),
            "ItalicAngle": metrics.italic_angle,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": metrics.stem_width,
            "FontFile2": _stream(document, font, Length1=len(font)),
        }
        return document.Reference(pdfdoc.PDFDictionary(fields))


class DocumentFonts:
    """The fonts one PDF uses, each added at its first word."""

    def __init__(self) -> None:
        self._fonts: dict[Typeface, ClusterFont] = {}

    def of(self, typeface: Typeface) -> ClusterFont:
        """Return the font of a typeface in this document."""
        font = self._fonts.get(typeface)
        if font is None:
            font = ClusterFont(typeface, f"/F{len(self._fonts) + 1}")
            self._fonts[typeface] = font
        return font

    def embed(self, document: Any) -> dict[str, Any]:
        """Add all fonts to the document; return references by resource name."""
        return {f.resource_name.lstrip("/"): f.embed(document) for f in self._fonts.values()}


def _stream(document: Any, content: str | bytes, **fields: object) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(fields)), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream)
