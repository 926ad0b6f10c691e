"""Elements of WordprocessingML (ECMA-376 part 1) as text: fast, and in one fixed order.

Written as text because a document has tens of thousands of elements: a tree of them would
take many times as long. What people typed goes through `run`, which escapes it.
"""

import re
from xml.sax.saxutils import escape, quoteattr

from forum_desktop.documents.office_package import XML_HEAD
from forum_desktop.documents.office_text import xml_text

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_ROOT_SPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
_THAI = re.compile("[\u0e00-\u0e7f]")
_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def w(name: str, /, *children: str, **attributes: object) -> str:
    """Return the element `w:name` with its attributes in the same name space."""
    told = "".join(
        f" w:{key}={quoteattr(xml_text(str(value)))}" for key, value in attributes.items()
    )
    inner = "".join(children)
    return f"<w:{name}{told}>{inner}</w:{name}>" if inner else f"<w:{name}{told}/>"


def root(name: str, *children: str) -> bytes:
    """Return a whole part with `w:name` as its root."""
    inner = "".join(children)
    whole = f"{XML_HEAD}<w:{name} {_ROOT_SPACES}>{inner}</w:{name}>"
    return whole.encode()


def run(text: str, *, bold: bool = False) -> str:
    """Return a run of text; line feeds and tabs are those of the document.

    A run with Thai in it is told to be complex script, so that Word takes its Thai typeface,
    size and dictionary for all of it, also for the digits and brackets between the words.
    """
    if not text:
        return ""
    marks = "<w:b/><w:bCs/>" if bold else ""
    if _THAI.search(text):
        marks += '<w:cs/><w:lang w:bidi="th-TH"/>'
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    inner = "".join(map(_piece, _BREAKS.split(xml_text(text))))
    return f"<w:r>{properties}{inner}</w:r>" if inner else ""


def field(instruction: str, result: str) -> str:
    """Return a field that the program works out; `result` stands there until it does."""
    begin = w("r", w("fldChar", fldCharType="begin"))
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    parted = w("r", w("fldChar", fldCharType="separate"))
    return f"{begin}{code}{parted}{result}{w('r', w('fldChar', fldCharType='end'))}"


def _piece(piece: str) -> str:
    if not piece or piece in _BREAK_ELEMENTS:
        return _BREAK_ELEMENTS.get(piece, "")
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
