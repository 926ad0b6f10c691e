"""Which part of the archive standard a file keeps to."""

from enum import Enum
from typing import NamedTuple

from forum_desktop.documents.house.label import Label


class _Rules(NamedTuple):
    part: int
    conformance: str
    version: tuple[int, int]
    packs_objects: bool
    lists_glyphs: bool


class Flavour(Enum):
    """PDF/A-2b; with the data attached PDF/A-3b. A-1b is what free validators know.

    `packs_objects`: small objects travel compressed together, which PDF 1.4 cannot.
    `lists_glyphs`: a font tells which codes it has (CIDSet), which only A-1 asks for.
    """

    A_1B = _Rules(1, "B", (1, 4), packs_objects=False, lists_glyphs=True)
    A_2B = _Rules(2, "B", (1, 7), packs_objects=True, lists_glyphs=False)
    A_3B = _Rules(3, "B", (1, 7), packs_objects=True, lists_glyphs=False)

    @classmethod
    def of(cls, label: Label) -> "Flavour":
        """Return what a document becomes: only part 3 allows attachments of any kind."""
        return cls.A_2B if label.attachment is None else cls.A_3B
