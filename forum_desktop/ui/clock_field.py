"""A field for a time of day, typed as people write it: 9.30, 09:30, ๙.๓๐."""

import re
from datetime import date, datetime, time

from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.ui.display import said_time

_TIME = re.compile(r"(\d{1,2})[.:]?(\d{2})")


class ClockField(QLineEdit):
    """Holds a time of day or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(12)
        self.setPlaceholderText("09.00")
        self.setMinimumWidth(80)

    def show_moment(self, moment: datetime | None) -> None:
        """Show the wall-clock time of a moment."""
        self.setText(said_time(moment) if moment else "")

    def is_faulty(self) -> bool:
        """Tell whether something is typed that is no time of day."""
        return bool(self.text().strip()) and self._time() is None

    def moment(self, day: date) -> datetime | None:
        """Return the typed time on a day, at this laptop's offset; None where nothing is."""
        clock = self._time()
        return datetime.combine(day, clock).astimezone() if clock else None

    def _time(self) -> time | None:
        typed = to_arabic_digits(self.text()).removesuffix("น.").strip()
        match = _TIME.fullmatch(typed)
        if match is None or int(match[1]) > 23 or int(match[2]) > 59:
            return None
        return time(int(match[1]), int(match[2]))
