"""The meeting's clock between two looks at the file: it goes on by the laptop's own steps."""

from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer


class RunningClock:
    """Tells the desk's time: the moment of the last look, and what has gone by since."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._since = QElapsedTimer()

    def set(self, at: datetime) -> None:
        """Take over the moment of a look."""
        self._at = at
        self._since.start()

    def now(self) -> datetime:
        """Return the moment it is."""
        if self._at is None:
            return datetime.now().astimezone()
        return self._at + timedelta(milliseconds=self._since.elapsed())

    def seconds_since(self, moment: datetime) -> int:
        """Return how many whole seconds have gone by since a moment, never fewer than none."""
        return max(0, int((self.now() - moment).total_seconds()))


def told(seconds: int) -> str:
    """Return seconds as 4:05, or 1:04:05 from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
