"""The clock of a rehearsal: it shows the forum's own day and goes on with every act."""

from datetime import datetime, timedelta, timezone
from typing import Self

from forum_desktop.records.pack import EventPack

THAILAND = timezone(timedelta(hours=7))
_USUAL_STEP = timedelta(seconds=20)


class ForumClock:
    """A clock that starts where it is told and steps on each time it is read."""

    def __init__(self, start: datetime, step: timedelta = _USUAL_STEP) -> None:
        self._start = start
        self._next = start
        self._step = step

    @classmethod
    def of(cls, pack: EventPack) -> Self:
        """Return a clock that starts when the forum of a pack starts, in Thai time."""
        return cls(datetime.combine(pack.held_on, pack.starts_at, THAILAND))

    def __call__(self) -> datetime:
        """Tell the time, and step on."""
        now = self._next
        self._next += self._step
        return now

    def at(self, minute: float) -> datetime:
        """Return the moment a number of minutes after the start (before it, if negative)."""
        return self._start + timedelta(minutes=minute)

    def turn_to(self, first: float, last: float, acts: int) -> None:
        """Go to minute `first` and pace the coming acts so that they are done by `last`."""
        self._next = self.at(first)
        self._step = timedelta(minutes=last - first) / max(acts, 1)

    def go_to(self, minute: float) -> None:
        """Go to a minute and step on from there as is usual."""
        self._next, self._step = self.at(minute), _USUAL_STEP
