"""Telephone numbers of Thailand: mobile 10 digits 06/08/09, landline 9 digits 02-05 and 07."""

import re
from dataclasses import dataclass
from decimal import Decimal

from forum_desktop.thai.digits import to_arabic_digits

_SOUND = re.compile("0[689][0-9]{8}|0[23457][0-9]{7}")
_EXTENSION = re.compile(r"\s*(?:ต่อ|ext\.?|#)\s*([0-9]{1,6})\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/\n]|หรือ|และ")
_SIGNS = re.compile(r"[\s\-.()\u2010-\u2015\u00a0\u200b\ufeff'’]")
_LABEL = re.compile(r"^(?:โทรศัพท์|โทร|มือถือ|เบอร์|tel|mobile|phone)\s*[.:]?\s*", re.IGNORECASE)
_FLOAT = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]{1,2}", re.IGNORECASE)
_LEAST_DIGITS = 8
"""Of a landline whose zero a spreadsheet took away."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is kept; an unsound one stays as it was written."""

    text: str
    is_sound: bool


def read_phone(written: str) -> Phone:
    """Return "0812345678" of any way to write it, several numbers as "..., ...".

    Takes Thai digits, blanks, hyphens, +66, a zero lost in a spreadsheet, 8.12E+08 where no
    digit was lost, and extensions ("043221202 ต่อ 11").
    """
    text = to_arabic_digits(written).strip()
    parts = [_one(part) for part in _BETWEEN.split(text) if part.strip()]
    if not parts or not all(part.is_sound for part in parts):
        return Phone(" ".join(written.split()), is_sound=not parts)
    return Phone(", ".join(dict.fromkeys(part.text for part in parts)), is_sound=True)


def _one(text: str) -> Phone:
    plain = _LABEL.sub("", text.strip())
    extension = _EXTENSION.search(plain)
    tail = f" ต่อ {extension.group(1)}" if extension else ""
    digits = _national(_unrounded(plain) or _SIGNS.sub("", _EXTENSION.sub("", plain)))
    return Phone(digits + tail, is_sound=bool(_SOUND.fullmatch(digits)))


def _unrounded(text: str) -> str:
    """Return the digits of "8.12345678E+08"; nothing where some were rounded away for good."""
    if not _FLOAT.fullmatch(text):
        return ""
    number = Decimal(text)
    is_whole = len(number.as_tuple().digits) >= _LEAST_DIGITS
    return str(int(number)) if is_whole else text


def _national(digits: str) -> str:
    """Return the digits as dialled inside the country."""
    for prefix in ("+660", "+66", "00660", "0066"):
        if digits.startswith(prefix):
            return f"0{digits.removeprefix(prefix)}"
    if digits.startswith("66") and len(digits) in {10, 11}:
        return f"0{digits.removeprefix('66')}"
    if digits.isdigit() and not digits.startswith("0") and len(digits) in {8, 9}:
        return f"0{digits}"
    return digits
