"""Until when a complaint is answered, and which wait for it."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from forum_desktop.records.complaint import Complaint, ComplaintState, DueList, DueRow
from forum_desktop.records.pack import EventPack
from forum_desktop.services.complaints.states import CLOSING
from forum_desktop.services.desk import Desk

SOON = 7
"""Days before the day it is due from which the bell rings."""

_ANSWERED = CLOSING | {ComplaintState.TOLD}
_SATURDAY = 5
_DAY = timedelta(days=1)


def due_day(lodged: date, pack: EventPack) -> date:
    """Return the day by which a complaint is answered, by the rule of the pack.

    The day it was lodged does not count, and a day off at the end moves on to the next day of
    work (Civil and Commercial Code, sections 193/3 and 193/8).
    """
    rules = pack.complaint_rules
    off = frozenset(rules.holidays)
    if rules.working_days:
        day = lodged
        for _ in range(pack.complaint_days):
            day = _next_working(day + _DAY, off)
        return day
    return _next_working(lodged + pack.complaint_days * _DAY, off)


def waits(complaint: Complaint) -> bool:
    """Tell whether a complaint still waits for its answer."""
    return complaint.state not in _ANSWERED


def due_list(desk: Desk, forum_id: UUID, on: date) -> DueList:
    """Return the complaints that wait for their answer on a day, the nearest first.

    Sealed ones are among them by their number; none of their words are.
    """
    with desk.look() as look:
        waiting = [c for c in look.all(Complaint, forum_id=forum_id) if waits(c)]
    waiting.sort(key=lambda complaint: (complaint.due_on, complaint.reference))
    rows = [DueRow(complaint=item, days_left=(item.due_on - on).days) for item in waiting]
    return DueList(
        overdue=tuple(row for row in rows if row.days_left < 0),
        soon=tuple(row for row in rows if 0 <= row.days_left <= SOON),
        later=tuple(row for row in rows if row.days_left > SOON),
    )


def _next_working(day: date, off: Collection[date]) -> date:
    while day.weekday() >= _SATURDAY or day in off or day in _national_holidays(day.year):
        day += _DAY
    return day


@lru_cache(maxsize=8)
def _national_holidays(year: int) -> frozenset[date]:
    """Return the days on which Thai offices are closed, as far as they are known."""
    from holidays import country_holidays  # noqa: PLC0415 - loaded when needed

    return frozenset(country_holidays("TH", years=year, categories=("public", "government")))
