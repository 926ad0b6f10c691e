"""Folding: what two spellings of a Thai word have in common when people search."""

import re
import unicodedata

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TONES = re.compile("[\u0e47-\u0e4e\u0e3a]")
"""Tone marks, shortener, silencer and the dot of Pali: people leave them out."""


def fold(text: str) -> str:
    """Return the search form: tones, case, spacing and digit style no longer matter.

    ํ + า becomes ำ and two เ become แ, as keyboards produce both spellings.
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).lower().translate(_DIGITS)
    plain = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", r"\1" + "\u0e33", plain)
    plain = plain.replace("\u0e40\u0e40", "\u0e41")
    return " ".join(_TONES.sub("", plain).split())


def fold_tight(text: str) -> str:
    """Return the search form without any space or hyphen, for names written either way."""
    return re.sub(r"[\s\-.]", "", fold(text))
