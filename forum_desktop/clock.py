"""The clock, passed in so that tests and rehearsals decide what time it is."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""A clock tells the present moment as an aware datetime: the instant and the wall's offset."""


def wall_clock() -> datetime:
    """Return the present moment with this laptop's own offset from UTC."""
    return datetime.now().astimezone()


def to_milliseconds(moment: datetime) -> int:
    """Return milliseconds since 1970 UTC."""
    return int(moment.timestamp() * 1000)
