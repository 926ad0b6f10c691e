"""The order of Thai words in a dictionary, which is not the order of their codes."""

import re
import unicodedata

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = re.compile("[\u0e47-\u0e4e]")


def collation_key(text: str) -> tuple[str, str]:
    """Return the key that sorts as the Royal Institute Dictionary does.

    A leading vowel counts after its consonant; tone marks and ็ ์ only part words that are
    otherwise the same.
    """
    spoken = _LEADING_VOWEL.sub(r"\2\1", unicodedata.normalize("NFC", text))
    return _MARKS.sub("", spoken).casefold(), spoken
