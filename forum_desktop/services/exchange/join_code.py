"""The short code that opens a venue pack: shown on the lead's screen, typed at each laptop."""

import secrets

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are misread."""
_MISREAD = str.maketrans("OIL", "011")
_LONG, _GROUP = 10, 5
"""50 bits, and a second of work for each try (age's scrypt): out of reach for a finder."""


def new_join_code() -> str:
    """Return a new code as it is shown."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_LONG))
    return f"{signs[:_GROUP]}-{signs[_GROUP:]}"


def plain_code(typed: str) -> str:
    """Return the bare signs of a code, typed in any case, with or without its hyphen."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISREAD)
