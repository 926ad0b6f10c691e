"""Folding: what two spellings of a Thai word have in common when people search."""

import re
import unicodedata

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LOOSE = re.compile(r"[\s\-.]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TONES = re.compile("[\u0e47-\u0e4e\u0e3a]")
"""Tone marks, shortener, silencer and the dot of Pali: people leave them out."""


def fold(text: str) -> str:
    """Return the search form: tones, case, spacing and digit style no longer matter.

    ํ + า becomes ำ and two เ become แ, as keyboards produce both spellings.
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).lower()
    if _THAI_DIGIT.search(plain):  # asked first, because few hold one and all are folded
        plain = plain.translate(_DIGITS)
    if "\u0e4d" in plain:
        plain = _SARA_AM.sub(r"\1" + "\u0e33", plain)
    plain = plain.replace("\u0e40\u0e40", "\u0e41")
    return " ".join(_TONES.sub("", plain).split())


def fold_tight(text: str) -> str:
    """Return the search form without any space or hyphen, for names written either way."""
    return _LOOSE.sub("", fold(text))
