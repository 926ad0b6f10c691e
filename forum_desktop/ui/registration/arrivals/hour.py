"""Arrivals minute by minute over one hour, the peak of the day and the rate just now."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from forum_desktop.records.arrivals import ArrivalMinute, Arrivals

MINUTES = 60
_LATELY = 5
"""Minutes over which the present rate is taken."""


class Hour(NamedTuple):
    """`counts` has 60 minutes from `begins_at` on. `rate` is people a minute, lately.

    `is_past` tells that the hour is the last one with arrivals and not the one up to now; the
    rate is 0 then. `peak_at` is empty where nobody came.
    """

    begins_at: datetime
    counts: tuple[int, ...]
    peak: int
    peak_at: datetime | None
    rate: float
    is_past: bool


def hour_of(arrivals: "Arrivals", now: datetime) -> Hour:
    """Return the hour that ends with this minute, or the last one in which anyone came."""
    known = {_number(minute.at): minute.count for minute in arrivals.per_minute if minute.count}
    current = _number(now)
    last = max(known, default=current)
    is_past = not current - MINUTES < last <= current
    end = last if is_past else current
    counts = tuple(known.get(number, 0) for number in range(end - MINUTES + 1, end + 1))
    top = max(arrivals.per_minute, key=_count, default=None)
    # Told in the wall-clock time of the doors, wherever the board is looked at.
    there = now.astimezone(top.at.tzinfo) if top else now
    return Hour(
        begins_at=_whole(there) - timedelta(minutes=current - end + MINUTES - 1),
        counts=counts,
        peak=top.count if top else 0,
        peak_at=top.at if top else None,
        rate=0.0 if is_past else round(sum(counts[-_LATELY:]) / _LATELY, 1),
        is_past=is_past,
    )


def _number(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _whole(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _count(minute: "ArrivalMinute") -> int:
    return minute.count
