"""A name as it stands in the box, taken apart for the form. Pure: no window here."""

import re

from forum_desktop.thai.keyboard import typed_in_thai
from forum_desktop.thai.names import SplitName, split_full_name

_LATIN_NAME = re.compile(r"[A-Za-z .'\-]*")
_THAI = re.compile("[ก-๛]")
_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙ \-]{3,}")


def meant_name(typed: str) -> SplitName:
    """Return the parts of a typed name.

    What no Latin name has in it ("l,=kp") was typed in Thai with the other layout switched on.
    """
    text = " ".join(typed.split())
    if not _THAI.search(text) and not _LATIN_NAME.fullmatch(text):
        text = typed_in_thai(text)
    return split_full_name(text)


def is_number(typed: str) -> bool:
    """Tell whether somebody was searched for by a telephone number."""
    return _NUMBER.fullmatch(typed.strip()) is not None


def is_doubled(title: str, first_name: str) -> bool:
    """Tell whether a title stands twice."""
    return split_full_name(f"{title}{first_name}").doubled
