"""The code on a badge: it names no one, follows from the id, and tells a wrong scan.

Nine characters of the base 32 that D. Crockford proposed (no I, L, O, U) hold the last 44 bits
of the id, which are random; a check character closes them (records/reference.py).
"""

import secrets
from uuid import UUID

from forum_desktop.records.reference import check_character

MARK = "FD"
"""Stands before the code in the QR sign, so that a scan is known from typing."""
LENGTH = 10
"""Characters of a code, the check character among them."""

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 44
_MEANT = str.maketrans("OIL", "011")


def badge_code(person_id: UUID) -> str:
    """Return the code of a person's badge."""
    return _coded(person_id.int & (1 << _BITS) - 1)


def blank_badge_code() -> str:
    """Return a code for a badge that is printed before it has a wearer."""
    return _coded(secrets.randbits(_BITS))


def read_badge(text: str) -> str | None:
    """Return the code in a scan or as typed, with or without mark and hyphens, or None."""
    told = "".join(text.split()).replace("-", "").upper()
    told = told.removeprefix(MARK) if len(told) > LENGTH else told
    body, check = told[:-1].translate(_MEANT), told[-1:]
    known = len(told) == LENGTH and all(symbol in _SYMBOLS for symbol in body)
    return body + check if known and check_character(body) == check else None


def id_ending(code: str) -> str:
    """Return the last 11 hexadecimal digits of the id that a code stands for."""
    number = 0
    for symbol in code[:-1]:
        number = number * 32 + _SYMBOLS.index(symbol)
    return f"{number:011x}"


def _coded(number: int) -> str:
    body = "".join(_SYMBOLS[number >> 5 * place & 31] for place in reversed(range(LENGTH - 1)))
    return body + check_character(body)
