"""The code that is printed and put in the safe: it opens the file when the passphrase is lost.

128 random bits in Crockford's base 32 (crockford.com/base32.html: no I, L, O or U, which are
misread), then two signs that check the others, in seven groups of four.
"""

import os

from forum_desktop.errors import Refusal

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_BITS, _LONG, _CHECK, _GROUP = 128, 26, 2, 4


def new_code() -> str:
    """Return a new code as it is printed."""
    number = int.from_bytes(os.urandom(_BITS // 8))
    signs = "".join(_SIGNS[number >> shift & 31] for shift in range(_LONG * 5 - 5, -1, -5))
    whole = signs + _check_of(signs)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read_code(typed: str) -> str:
    """Return the bare signs of a code typed with or without its hyphens, in any case.

    Raises Refusal("keys.code_mistyped") where signs are missing, unknown or not the code's.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISREAD)
    bare, check = signs[:_LONG], signs[_LONG:]
    is_known = len(bare) == _LONG and all(sign in _SIGNS for sign in bare)
    if not is_known or check != _check_of(bare):
        raise Refusal("keys.code_mistyped")
    return bare


def _check_of(signs: str) -> str:
    import hashlib  # noqa: PLC0415 - not for the first page

    first, second = hashlib.sha256(signs.encode()).digest()[:_CHECK]
    return _SIGNS[first & 31] + _SIGNS[second & 31]
