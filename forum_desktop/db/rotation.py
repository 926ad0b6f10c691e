"""Which copies are kept: the newest, then one an hour of this day, then one a day."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta

NEWEST = 6
DAYS = 30


def kept(moments: Collection[datetime], now: datetime) -> frozenset[datetime]:
    """Return which copies stay: the newest six, the last of each hour today and of each day.

    Days go back thirty; a copy from the future (a clock was wrong) counts among the newest only.
    """
    newest = sorted(moments, reverse=True)
    today = [one for one in newest if one.date() == now.date()]
    month = [one for one in newest if now - timedelta(days=DAYS) <= one <= now]
    hours = _last_of_each(today, lambda one: one.hour)
    days = _last_of_each(month, lambda one: one.date())
    return frozenset((*newest[:NEWEST], *hours, *days))


def _last_of_each(newest: list[datetime], span: Callable[[datetime], object]) -> Iterator[datetime]:
    seen = set()
    for one in newest:
        if (found := span(one)) not in seen:
            seen.add(found)
            yield one
