"""Cleaning typed text: what is stored is NFC without invisible controls."""

import re
import unicodedata

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return `text` as NFC, lines ended one way, without control characters or outer blanks.

    NFC, never NFKC: the latter splits ำ into two characters.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", lines)).strip()


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, inner runs of blanks as one space."""
    return " ".join(clean_text(text).split())


def is_visible(text: str) -> bool:
    """Tell whether a text shows anything: blanks and zero-width characters do not."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)
