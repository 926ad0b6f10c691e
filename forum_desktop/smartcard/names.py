"""The field of a name: `title#first#middle#last`, in Thai code page 874, padded with blanks."""

from forum_desktop.records.people import CardName
from forum_desktop.thai.cleaning import clean_line

_CODE = "cp874"
"""Not "tis-620": that fails on byte A0, and on the bytes which the standard leaves open."""
_PADDING = b"\x00 \xa0\xff"


def name_of_field(field: bytes) -> CardName | None:
    """Return the name that stands in a field, or None where no first name does.

    A middle name stays with the first. A byte that is no Thai letter becomes U+FFFD, so that
    the officer sees where one is missing.
    """
    text = field.strip(_PADDING).decode(_CODE, errors="replace")
    parts = [clean_line(part) for part in text.split("#")]
    title, first, *middle, last = parts if len(parts) > 2 else (*parts, "", "")[:3]
    if not any(letter.isalpha() for letter in first):
        return None
    first = " ".join(part for part in (first, *middle) if part)
    return CardName(title=title, first_name=first, last_name=last)
