"""A field for a day, typed as people write it: 14/10/2564, ๑๔ ตุลาคม ๒๕๖๔, 14 ต.ค. 64."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.calendar import BUDDHIST_ERA_OFFSET, MONTHS, SHORT_MONTHS, buddhist_year
from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.wording import LanguageCode

_MONTH = r"\d{1,2}|[ก-๎]+(?:\.[ก-๎]+\.?)?"
_DAY = re.compile(rf"(\d{{1,2}})[\s/.-]+({_MONTH})[\s/.-]*(?:พ\.ศ\.)?\s*(\d{{4}}|\d{{2}})")
_CENTURY = 2500
"""Two digits of a year are the Buddhist Era's, of this century."""
_FIRST_BUDDHIST = 2400


class DateField(QLineEdit):
    """Holds a day or nothing; years above 2400 are of the Buddhist Era."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(40)

    def show_day(self, day: date, language: LanguageCode) -> None:
        """Show a day, in the era of the language."""
        year = day.year if language == "en" else buddhist_year(day)
        self.setText(f"{day.day}/{day.month}/{year}")

    def day(self) -> date | None:
        """Return the typed day; None where none is."""
        match = _DAY.fullmatch(to_arabic_digits(self.text()).strip())
        if match is None:
            return None
        try:
            return date(_year(match[3]), _month(match[2]), int(match[1]))
        except ValueError:
            return None


def _year(typed: str) -> int:
    year = int(typed) if len(typed) == 4 else _CENTURY + int(typed)
    return year - BUDDHIST_ERA_OFFSET if year >= _FIRST_BUDDHIST else year


def _month(typed: str) -> int:
    if typed.isdecimal():
        return int(typed)
    names = MONTHS if typed in MONTHS else SHORT_MONTHS
    return names.index(typed) + 1
