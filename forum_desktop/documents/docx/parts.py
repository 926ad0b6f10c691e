"""The parts around the text: what the package holds and how programs treat it."""

from collections.abc import Iterator

from forum_desktop.documents.docx.markup import root, w
from forum_desktop.documents.docx.pages import HEADERS
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.office_package import (
    OFFICE_RELATIONS,
    Part,
    package_parts,
    relations,
)

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_NAMED = {
    "styles.xml": ("styles", "rIdStyles"),
    "numbering.xml": ("numbering", "rIdNumbering"),
    "settings.xml": ("settings", "rIdSettings"),
    "fontTable.xml": ("fontTable", "rIdFonts"),
    **{name: ("header", identifier) for identifier, name in HEADERS.items()},
}
"""The parts that the document names: their kind and the identifier they are named by."""


def whole_package(
    document: bytes, named: dict[str, bytes], label: Label
) -> Iterator[tuple[str, bytes]]:
    """Yield all parts of the file; `named` holds those of `word/` but the document itself."""
    parts = [Part("word/document.xml", f"{_KIND}.document.main+xml", document)]
    parts += [
        Part(f"word/{name}", f"{_KIND}.{kind}+xml", named[name])
        for name, (kind, _) in _NAMED.items()
    ]
    yield from package_parts(parts, label)
    yield (
        "word/_rels/document.xml.rels",
        relations(
            (mark, f"{OFFICE_RELATIONS}/{kind}", name) for name, (kind, mark) in _NAMED.items()
        ),
    )


def settings_part(*, has_contents: bool) -> bytes:
    """Return the settings: today's Word, Thai as the language of complex scripts.

    Only Word knows on which page a heading stands: with a table of contents it is told to
    work out all fields when it opens the document, and asks for leave to do so.
    """
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return root(
        "settings",
        w("defaultTabStop", val=709),
        w("characterSpacingControl", val="doNotCompress"),
        w("updateFields", val="true") if has_contents else "",
        w("compat", mode),
        w("themeFontLang", val="en-US", bidi="th-TH"),
    )


def fonts_part(typeface: str) -> bytes:
    """Return the typeface; its older name serves where only that one is installed."""
    older = w("altName", val="TH SarabunPSK") if typeface == "TH Sarabun New" else ""
    return root("fonts", w("font", older, w("family", val="swiss"), name=typeface))
