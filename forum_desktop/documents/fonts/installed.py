"""TH Sarabun, the typeface of Thai government offices, where it is installed."""

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from forum_desktop.documents.fonts.face import FaceFiles
from forum_desktop.documents.fonts.names import FAMILY, TYPOGRAPHIC_FAMILY, names

TYPEFACES = ("TH Sarabun New", "TH SarabunPSK", "TH SarabunIT๙")
"""The official typeface (cabinet resolution of 7 September 2010) and its two later cuts."""

_KEYS = {name.replace(" ", "").casefold(): name for name in TYPEFACES}
_ITALIC, _BOLD = 0x01, 0x20
_RESTRICTED, _LICENCE = 0x0002, 0x000F
"""Bits of the `OS/2` table: the style, and a licence that forbids embedding."""

_Style = tuple[bool, bool]
_Found = dict[str, dict[_Style, Path]]


def installed_typefaces(folders: Sequence[Path] | None = None) -> tuple[str, ...]:
    """Return the names of the installed faces that a document can be set in."""
    found = find_faces() if folders is None else look_through(folders)
    return tuple(name for name in TYPEFACES if name in found)


@cache
def find_faces() -> dict[str, FaceFiles]:
    """Return the faces in this platform's font folders by name; they are read once."""
    return look_through(font_folders())


def look_through(folders: Iterable[Path]) -> dict[str, FaceFiles]:
    """Return the faces that have a regular and a bold file, by name."""
    found: _Found = {}
    for path in _candidates(folders):
        told = _read(path)
        if told is not None:
            name, style = told
            found.setdefault(name, {}).setdefault(style, path)
    return {name: _files(styles) for name, styles in found.items() if _is_complete(styles)}


def font_folders() -> tuple[Path, ...]:
    """Return where this platform keeps fonts: the user's own first, then those for all."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (local / "Microsoft" / "Windows" / "Fonts", windows / "Fonts")
    if sys.platform == "darwin":
        return (home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return (data / "fonts", home / ".fonts", *shared)


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield files named like the face, in a fixed order; folders one may not read are left."""
    for folder in folders:
        for place, inner, files in os.walk(folder):
            inner.sort()
            for file in sorted(files):
                if "sarabun" in file.casefold() and file.casefold().endswith(".ttf"):
                    yield Path(place, file)


def _read(path: Path) -> tuple[str, _Style] | None:
    """Return the face and style of a font file; None where it is not one for us."""
    try:
        return _told(TTFont(BytesIO(path.read_bytes()), lazy=True))
    except (OSError, KeyError, AssertionError, TTLibError, struct.error):
        return None


def _told(font: Any) -> tuple[str, _Style] | None:
    table = font.reader["name"]
    families = (*names(table, TYPOGRAPHIC_FAMILY), *names(table, FAMILY))
    keys = (family.replace(" ", "").casefold() for family in families)
    name = next((_KEYS[key] for key in keys if key in _KEYS), None)
    system = font["OS/2"]
    # Only TrueType outlines (`glyf`) can be made into clusters.
    if name is None or "glyf" not in font or system.fsType & _LICENCE == _RESTRICTED:
        return None
    return name, (bool(system.fsSelection & _BOLD), bool(system.fsSelection & _ITALIC))


def _is_complete(styles: dict[_Style, Path]) -> bool:
    return (False, False) in styles and (True, False) in styles


def _files(styles: dict[_Style, Path]) -> FaceFiles:
    regular, bold = styles[False, False], styles[True, False]
    return FaceFiles(
        regular, bold, styles.get((False, True), regular), styles.get((True, True), bold)
    )
