"""Assignments as lists: what is open, overdue, answered, reported."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import (
    Assignment,
    AssignmentCounts,
    AssignmentRow,
    AssignmentShow,
    AssignmentState,
)
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line
from forum_desktop.services.typed_numbers import is_same, squeezed

SOON = 7
"""Days before its day that an assignment is told to be due soon."""

_SHOWN: MappingProxyType[AssignmentShow, Callable[[AssignmentRow], bool]] = MappingProxyType(
    {
        AssignmentShow.ALL: lambda _: True,
        AssignmentShow.OPEN: lambda row: row.assignment.is_waiting,
        AssignmentShow.OVERDUE: lambda row: row.days_left is not None and row.days_left < 0,
        AssignmentShow.ANSWERED: lambda row: row.assignment.state is AssignmentState.ANSWERED,
        AssignmentShow.REPORTED: lambda row: row.assignment.state is AssignmentState.REPORTED,
    }
)


def list_assignments(
    desk: Desk,
    forum_id: UUID,
    show: AssignmentShow = AssignmentShow.ALL,
    *,
    on: date | None = None,
) -> tuple[AssignmentRow, ...]:
    """Return assignments as of a day (today): those that wait first, the nearest day before."""
    rows = _rows(desk, forum_id, on)
    return tuple(row for row in rows if _SHOWN[show](row))


def count_assignments(desk: Desk, forum_id: UUID, *, on: date | None = None) -> AssignmentCounts:
    """Return how many stand where, as of a day (today)."""
    rows = _rows(desk, forum_id, on)
    late = [row for row in rows if row.days_left is not None and row.days_left < 0]
    soon = [row for row in rows if row.days_left is not None and 0 <= row.days_left <= SOON]
    states = [row.assignment.state for row in rows]
    return AssignmentCounts(
        open=sum(row.assignment.is_waiting for row in rows),
        overdue=len(late),
        soon=len(soon),
        answered=states.count(AssignmentState.ANSWERED),
        reported=states.count(AssignmentState.REPORTED),
    )


def read_assignment(desk: Desk, assignment_id: UUID) -> Assignment:
    """Return an assignment as it is now."""
    with desk.look() as look:
        return look.get(Assignment, assignment_id)


def find_assignment(desk: Desk, forum_id: UUID, typed: str) -> Assignment:
    """Return the assignment of a number as typed.

    Raises Refusal("assignment.number_mistyped") where the check character says so, and
    "assignment.number_unknown".
    """
    number = line(typed, needed=True)
    signs = squeezed(number)
    if signs is None:
        raise Refusal("assignment.number_mistyped", number=number)
    with desk.look() as look:
        known = look.all(Assignment, forum_id=forum_id)
    found = next((item for item in known if is_same(item.number, signs)), None)
    if found is None:
        raise Refusal("assignment.number_unknown", number=number)
    return found


def _rows(desk: Desk, forum_id: UUID, on: date | None) -> list[AssignmentRow]:
    day = on or desk.clock().date()
    with desk.look() as look:
        known = look.all(Assignment, forum_id=forum_id)
    rows = [AssignmentRow(assignment=item, days_left=_days_left(item, day)) for item in known]
    return sorted(rows, key=_urgency)


def _days_left(assignment: Assignment, on: date) -> int | None:
    if assignment.due_on is None or not assignment.is_waiting:
        return None
    return (assignment.due_on - on).days


def _urgency(row: AssignmentRow) -> tuple[bool, bool, date, str]:
    waits, due = row.assignment.is_waiting, row.assignment.due_on
    return (not waits, due is None, due or date.max, row.assignment.number)
