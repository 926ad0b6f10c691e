"""Numbers as people type them: any case, Thai digits, with or without hyphens."""

import re

from forum_desktop.records.reference import is_reference
from forum_desktop.thai.digits import to_arabic_digits

_BETWEEN = re.compile(r"[\s\-–—_./]+")
_SIGNS = re.compile(r"[0-9A-Z]{2,}")


def squeezed(typed: str) -> str | None:
    """Return a number's letters and digits, or None where its check character says no."""
    signs = _BETWEEN.sub("", to_arabic_digits(typed).upper())
    if not _SIGNS.fullmatch(signs) or not is_reference(f"{signs[:-1]}-{signs[-1]}"):
        return None
    return signs


def is_same(reference: str, signs: str) -> bool:
    """Tell whether a reference is the one whose letters and digits these are."""
    return reference.replace("-", "") == signs
