"""The face of a document: one design of letters, upright and slanted, light and bold."""

import struct
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTLibError

from forum_desktop.documents.fonts.coverage import Family
from forum_desktop.documents.fonts.typeface import load_typeface
from forum_desktop.paths import resource

_BODY_SIZE = 10.9
"""Points of the bundled Sarabun, whose letters are then as large as TH Sarabun's at 16 pt."""

_MEASURED = "ก"


class FaceFiles(NamedTuple):
    """The font files of a face; a face without slanted ones stays upright."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


class Face:
    """Four families, each loaded at its first use. Compared by identity: one of a kind."""

    def __init__(self, files: FaceFiles, magnification: float = 1.0) -> None:
        self.files = files
        self._magnification = magnification

    def family(self, *, bold: bool = False, italic: bool = False) -> Family:
        """Return the typeface of a weight and slant with the one that stands in for it."""
        return _load_family(self.files[bold + 2 * italic], self._magnification)

    def missing(self, text: str) -> frozenset[str]:
        """Return the characters of `text` that no font has, and that print as codes."""
        return self.family().missing(text)


@cache
def load_face(name: str = "") -> Face:
    """Return the installed face of a name, or the bundled one where it is not there."""
    if name:
        return _load_installed(name) or load_face()
    files = ("Regular", "Bold", "Italic", "BoldItalic")
    return Face(FaceFiles(*(resource("fonts", "sarabun", f"Sarabun-{f}.ttf") for f in files)))


def _load_installed(name: str) -> Face | None:
    # Here, as the look through the font folders is only for offices that name a typeface.
    from forum_desktop.documents.fonts.installed import find_faces  # noqa: PLC0415

    files = find_faces().get(name)
    if files is None:
        return None
    try:
        face = Face(files, _magnification(files.regular))
        face.family(), face.family(bold=True)
    except (OSError, ArithmeticError, KeyError, TTLibError, struct.error):
        return None  # a broken file must not keep the document from being made
    return face


def _magnification(path: Path) -> float:
    """Return by how much a font must be larger for letters as high as the bundled ones.

    Measured, as copies of TH Sarabun are drawn at several sizes; half a point of type is as
    fine as offices write sizes. The usual copy comes to 16 pt.
    """
    ours, theirs = (_letter_height(file) for file in (load_face().files.regular, path))
    return round(2 * _BODY_SIZE * ours / theirs) / 2 / _BODY_SIZE


def _letter_height(path: Path) -> float:
    typeface = load_typeface(path)
    glyph = typeface.shape(_MEASURED)[0].cluster.parts[0].glyph
    return typeface.outlines.bounds(glyph).y_max * typeface.scale


@cache
def _load_family(path: Path, magnification: float) -> Family:
    stand_in = load_typeface(resource("fonts", "dejavu", "DejaVuSans.ttf"))
    return Family(load_typeface(path, magnification), stand_in)
