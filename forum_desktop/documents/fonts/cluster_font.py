"""A font as one PDF holds it: a code of two bytes for each cluster used so far."""

from collections.abc import Iterator
from hashlib import md5
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from forum_desktop.documents.fonts.sfnt import glyph_count
from forum_desktop.documents.fonts.shaping import Cluster
from forum_desktop.documents.fonts.subset import build_subset
from forum_desktop.documents.fonts.to_unicode import to_unicode_map
from forum_desktop.documents.fonts.typeface import Typeface

_MOST_GLYPHS = 0xFFFF
"""Of a TrueType font: .notdef, the clusters, and the glyphs these are made of."""

_SYMBOLIC = 4
_TAG_LETTERS = 6


class ClusterFont:
    """One font of one PDF; `resource_name` is what page operators call it."""

    def __init__(self, typeface: Typeface, resource_name: str) -> None:
        self.typeface = typeface
        self.resource_name = resource_name
        self._clusters: list[Cluster] = []

    @property
    def texts(self) -> list[str]:
        """What the codes stand for, from code 1."""
        return [cluster.text for cluster in self._clusters]

    def has_room(self, most_clusters: int) -> bool:
        """Tell whether there is a code left, where at most so many are wanted."""
        room = _MOST_GLYPHS - 1 - self.typeface.outlines.glyph_count
        return len(self._clusters) < min(most_clusters, room)

    def add(self, cluster: Cluster) -> str:
        """Give a cluster the next code; return it as PDF writes it."""
        self._clusters.append(cluster)
        return f"<{len(self._clusters):04X}>"

    def embed(self, document: Any) -> Any:
        """Add the font to a `pdfdoc.PDFDocument`; return the reference for its resources."""
        clusters = self._clusters
        name = self._subset_name(clusters)
        font = build_subset(self.typeface.outlines, clusters)
        descriptor = self._descriptor(document, name, font)
        fields = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([self._descendant(document, name, descriptor)]),
            "ToUnicode": _stream(document, to_unicode_map(self.texts)),
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
        advances = [self.typeface.outlines.advances[0], *(c.advance for c in self._clusters)]
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
        if document.flavour.value.lists_glyphs:
            fields["CIDSet"] = _stream(document, _glyph_set(font))
        return document.Reference(pdfdoc.PDFDictionary(fields))


class Encoded(NamedTuple):
    """Text in the codes of one font, as pieces of a PDF text array."""

    font: ClusterFont
    pieces: str


class DocumentFonts:
    """The fonts one PDF uses; a typeface has more than one where its codes run out."""

    def __init__(self, most_clusters: int = _MOST_GLYPHS) -> None:
        self._most = most_clusters
        self._fonts: list[ClusterFont] = []
        self._words: dict[Typeface, Words] = {}

    def words(self, typeface: Typeface) -> "Words":
        """Return the words of a typeface in the codes of this document."""
        words = self._words.get(typeface)
        if words is None:
            words = self._words[typeface] = Words(typeface, self)
        return words

    def open_font(self, typeface: Typeface, last: ClusterFont | None) -> ClusterFont:
        """Return the last font of a typeface, or a new one where that has no room."""
        if last is not None and last.has_room(self._most):
            return last
        self._fonts.append(ClusterFont(typeface, f"/F{len(self._fonts) + 1}"))
        return self._fonts[-1]

    def embed(self, document: Any) -> dict[str, Any]:
        """Add all fonts to the document; return references by resource name."""
        return {font.resource_name.lstrip("/"): font.embed(document) for font in self._fonts}


class Words(dict[str, tuple[Encoded, ...]]):
    """Words in codes, nearly always of one font; each is encoded when first looked up."""

    def __init__(self, typeface: Typeface, fonts: DocumentFonts) -> None:
        super().__init__()
        self._typeface = typeface
        self._fonts = fonts
        self._font: ClusterFont | None = None
        self._codes: dict[Cluster, tuple[ClusterFont, str]] = {}

    def __missing__(self, word: str) -> tuple[Encoded, ...]:
        encoded = self[word] = tuple(self._encode(word))
        return encoded

    def _encode(self, word: str) -> Iterator[Encoded]:
        coded = ((self._code(cluster), kern) for cluster, kern in self._typeface.shape(word))
        for font, group in groupby(coded, lambda item: item[0][0]):
            pieces = [f"{code}{_adjustment(self._typeface, kern)}" for (_, code), kern in group]
            yield Encoded(font, "".join(pieces).replace("><", ""))

    def _code(self, cluster: Cluster) -> tuple[ClusterFont, str]:
        known = self._codes.get(cluster)
        if known is None:
            font = self._font = self._fonts.open_font(self._typeface, self._font)
            known = self._codes[cluster] = (font, font.add(cluster))
        return known


def _adjustment(typeface: Typeface, kern: int) -> str:
    """Return kerning as a piece of a PDF text array, which moves to the left."""
    return f"{-kern * typeface.scale:.2f}" if kern else ""


def _glyph_set(font: bytes) -> bytes:
    """Return a bit for each glyph of a font program, all of them set (ISO 19005-1, 6.3.5)."""
    count = glyph_count(font)
    bits = (1 << count) - 1 << -count % 8
    return bits.to_bytes((count + 7) // 8)


def _stream(document: Any, content: str | bytes, **fields: object) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(fields)), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return document.Reference(stream)
