"""Elements of SpreadsheetML (ECMA-376 part 1) as text.

Written here and not by a library: those keep their sheets in files of the system's temporary
folder while they work, and the names of people must not lie about there.
"""

from xml.sax.saxutils import escape, quoteattr

from forum_desktop.documents.office_package import XML_HEAD
from forum_desktop.documents.office_text import xml_text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def element(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element of the main name space."""
    told = "".join(f" {key}={quoteattr(xml_text(str(fact)))}" for key, fact in attributes.items())
    inner = "".join(children)
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def counted(name: str, children: list[str]) -> str:
    """Return an element that tells how many it holds."""
    return element(name, *children, count=len(children))


def typed(name: str, text: str) -> str:
    """Return an element of text, blanks at its ends kept."""
    kept = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<{name}{kept}>{escape(text)}</{name}>"


def root(name: str, *children: str) -> bytes:
    """Return a whole part."""
    inner = "".join(children)
    spaces = f'xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"'
    return f"{XML_HEAD}<{name} {spaces}>{inner}</{name}>".encode()


def escaped(text: str) -> str:
    """Return text as it stands between tags."""
    return escape(xml_text(text))
