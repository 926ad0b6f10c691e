"""Numbers people read aloud: `KK65-B-0042-Q`, unique offline, with a check character.

The check character is a polynomial over GF(4) x GF(9), 36 values for 0-9 and A-Z. It finds
every single wrong character and every swap of two neighbours, because both fields use a
factor that is neither 0 nor 1 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004).
"""

_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TIMES_4 = (0, 2, 3, 1)
"""Multiplication by x in GF(4) = GF(2)[x]/(x^2+x+1), elements as bit pairs."""
_TIMES_9 = (0, 3, 6, 7, 1, 4, 5, 8, 2)
"""Multiplication by x in GF(9) = GF(3)[x]/(x^2-x-1), element a+bx written a+3b."""


def make_reference(forum_code: str, station: str, number: int) -> str:
    """Return the reference of the `number`-th item of a station."""
    body = f"{forum_code}-{station}-{number:04d}"
    return f"{body}-{check_character(body)}"


def is_reference(text: str) -> bool:
    """Tell whether a reference was read and typed without a mistake."""
    body, dash, check = text.strip().upper().rpartition("-")
    known = all(symbol in _SYMBOLS for symbol in body.replace("-", ""))
    return bool(dash and body and known and check == check_character(body))


def check_character(body: str) -> str:
    """Return the character that closes `body`; hyphens do not count."""
    low, high = 0, 0
    for symbol in body.replace("-", ""):
        value = _SYMBOLS.index(symbol)
        low = _TIMES_4[low] ^ (value % 4)
        high = _add_9(_TIMES_9[high], value // 4)
    low, high = _TIMES_4[low], _negate_9(_TIMES_9[high])
    return _SYMBOLS[high * 4 + low]


def _add_9(left: int, right: int) -> int:
    return (left % 3 + right % 3) % 3 + 3 * ((left // 3 + right // 3) % 3)


def _negate_9(value: int) -> int:
    return -(value % 3) % 3 + 3 * (-(value // 3) % 3)
