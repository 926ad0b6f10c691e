"""Text that office files can hold: what XML refuses, and what a spreadsheet would evaluate."""

import re
import unicodedata

_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Every character outside `Char` of XML 1.0: controls, halves of surrogate pairs, U+FFFE."""

_FORMULA_HEADS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What spreadsheets take for the head of a formula, also in full width (OWASP, CSV injection)."""

_FIRST_CONTROLS = frozenset("\t\r\n")
_APOSTROPHE = "'"


def xml_text(text: str) -> str:
    """Return text without the characters that XML refuses, its lines ended one way.

    Such characters show nothing and are cleaned away when text is typed; JSON keeps them.
    """
    return _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet might evaluate the text, also behind blanks and controls."""
    if text[:1] in _FIRST_CONTROLS:
        return True
    first = next((letter for letter in text if not _is_blank(letter)), "")
    return first in _FORMULA_HEADS


def neutralised(text: str) -> str:
    """Return text that no spreadsheet evaluates when it opens a CSV.

    What looks like a formula gets one apostrophe in front; so does what looks like one behind
    apostrophes of its own, so that taking one away always gives the text back.
    """
    return f"'{text}" if looks_like_formula(text.lstrip(_APOSTROPHE)) else text


def _is_blank(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "CZ"
