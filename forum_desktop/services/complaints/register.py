"""The register: every complaint of a forum, looked through by number, word, kind and state."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from forum_desktop.records.complaint import (
    Complaint,
    RegisterFilter,
    RegisterPage,
    RegisterRow,
    RegisterShow,
)
from forum_desktop.services.complaints.due import SOON, waits
from forum_desktop.services.complaints.states import CLOSING
from forum_desktop.services.desk import Desk
from forum_desktop.thai.folding import fold, fold_tight

_MOST = 500
_SEARCHED = ("subject", "facts", "wanted", "community", "place", "landmark", "unit")


def look_through(
    desk: Desk, forum_id: UUID, wanted: RegisterFilter, *, on: date | None = None
) -> RegisterPage:
    """Return the complaints that meet a filter, at most 500, without the people.

    `on` is the day from which due days are counted, today where it is not told. Sealed ones are
    listed by number and found by it; none of their words is here.
    """
    today = on or desk.clock().date()
    with desk.look() as look:
        every = [_row(item, today) for item in look.all(Complaint, forum_id=forum_id)]
    fitting = [row for row in every if _fits(row, wanted)]
    return RegisterPage(
        rows=tuple(_ordered(fitting, wanted.show)[:_MOST]),
        overdue=sum(_is_overdue(row) for row in every),
        soon=sum(_is_due(row) for row in every),
    )


def _row(complaint: Complaint, today: date) -> RegisterRow:
    days = (complaint.due_on - today).days if waits(complaint) else None
    return RegisterRow(complaint=complaint, days_left=days)


def _is_due(row: RegisterRow) -> bool:
    return row.days_left is not None and 0 <= row.days_left <= SOON


def _is_overdue(row: RegisterRow) -> bool:
    return row.days_left is not None and row.days_left < 0


_SHOWN: dict[RegisterShow, Callable[[RegisterRow], bool]] = {
    RegisterShow.NEWEST: lambda _: True,
    RegisterShow.DUE: _is_due,
    RegisterShow.OVERDUE: _is_overdue,
    RegisterShow.CLOSED: lambda row: row.complaint.state in CLOSING,
}


def _fits(row: RegisterRow, wanted: RegisterFilter) -> bool:
    complaint = row.complaint
    return all(
        (
            _SHOWN[wanted.show](row),
            wanted.kind in {"", *complaint.kinds},
            wanted.state in {None, complaint.state},
            wanted.urgency in {None, complaint.urgency},
            _has_words(complaint, wanted.typed),
        )
    )


def _has_words(complaint: Complaint, typed: str) -> bool:
    looked_for = fold(typed).split()
    if not looked_for:
        return True
    told = (getattr(complaint, name) for name in _SEARCHED)
    numbers = (complaint.reference, complaint.official_number)
    searched = fold_tight("|".join((*numbers, *told)))
    return all(fold_tight(word) in searched for word in looked_for)


def _ordered(rows: Sequence[RegisterRow], show: RegisterShow) -> list[RegisterRow]:
    if show in {RegisterShow.DUE, RegisterShow.OVERDUE}:
        return sorted(rows, key=lambda row: (row.complaint.due_on, row.complaint.reference))
    is_closed = show is RegisterShow.CLOSED

    def moment(row: RegisterRow) -> Any:
        complaint = row.complaint
        at = complaint.updated_at if is_closed else None
        return at or complaint.lodged_at, complaint.reference

    return sorted(rows, key=moment, reverse=True)
