"""Facts as the screen tells them: Thai that wraps between words, dates, names, numbers."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from forum_desktop.wording import LanguageCode

if TYPE_CHECKING:
    from datetime import date, datetime

_BREAKING = "forum_desktop.thai.breaking"


def flowing(text: str) -> str:
    """Return `text` with break marks between Thai words, for display alone.

    Before the worker has loaded the word list the text comes back as it is: the first page
    must not wait for it.
    """
    if _BREAKING not in sys.modules:
        return text
    from forum_desktop.thai.breaking import with_break_marks  # noqa: PLC0415 - loaded when needed

    return with_break_marks(text)


def load_word_list(_desk: object = None) -> None:
    """Load the list of Thai words; slow the first time, so it is the worker's first job."""
    from forum_desktop.thai.breaking import with_break_marks  # noqa: PLC0415 - loaded when needed

    with_break_marks("ประชาคมเมือง")


def said_date(day: "date", language: LanguageCode) -> str:
    """Return a date as people say it, in the era of the language."""
    if language == "en":
        return f"{day:%A} {day.day} {day:%B %Y}"
    from forum_desktop.thai.calendar import long_date  # noqa: PLC0415 - loaded when needed

    return long_date(day)


def said_time(moment: "datetime") -> str:
    """Return the wall-clock time of a moment, like 09.30."""
    return f"{moment:%H.%M}"


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, with a dot between."""
    return "  ·  ".join(part for part in parts if part)
