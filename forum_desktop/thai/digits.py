"""Thai digits ๐-๙ and Arabic digits 0-9."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai_digits(text: str) -> str:
    """Return `text` with every digit 0-9 written ๐-๙."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Return `text` with every digit ๐-๙ written 0-9."""
    return text.translate(_TO_ARABIC)
