"""Days in short, in the era of the language: 14 ต.ค. 2564, 14 Oct 2021."""

from datetime import date

from forum_desktop.wording import LanguageCode


def said_short_date(day: date, language: LanguageCode) -> str:
    """Return a day in short."""
    if language == "en":
        return f"{day.day} {day:%b %Y}"
    from forum_desktop.thai.calendar import (  # noqa: PLC0415 - loaded when needed
        SHORT_MONTHS,
        buddhist_year,
    )

    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day)}"
