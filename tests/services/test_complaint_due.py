"""Until when a complaint is answered: days or working days, and no day on which offices rest."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel, ComplaintState
from forum_desktop.records.pack import ComplaintRules
from forum_desktop.services.complaints.due import due_day
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

INTAKE = ComplaintIntake(
    kind="light", subject="ไฟดับ", facts="สามคืน", level=ComplaintLevel.ANONYMOUS
)
PACK = make_pack()
WORKING = ComplaintRules(working_days=True)


@pytest.mark.parametrize(
    ("lodged", "days", "rules", "due"),
    [
        (date(2021, 10, 14), 15, ComplaintRules(), date(2021, 10, 29)),
        # The 15th day is New Year's Day, a Thursday; the day after is a bridge day off.
        (date(2025, 12, 17), 15, ComplaintRules(), date(2026, 1, 5)),
        # Songkran of 2026 takes Monday to Wednesday.
        (date(2026, 4, 10), 1, WORKING, date(2026, 4, 16)),
        (date(2026, 4, 10), 2, WORKING, date(2026, 4, 17)),
        (date(2026, 11, 2), 15, WORKING, date(2026, 11, 23)),
        (
            date(2026, 11, 2),
            15,
            replace(WORKING, holidays=(date(2026, 11, 4),)),
            date(2026, 11, 24),
        ),
    ],
)
def test_days_are_counted_by_the_rule_of_the_pack(
    lodged: date, days: int, rules: ComplaintRules, due: date
) -> None:
    pack = replace(PACK, complaint_days=days, complaint_rules=rules)
    assert due_day(lodged, pack) == due


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(2024, 1, 1), date(2029, 1, 1)),
    st.integers(1, 60),
    st.booleans(),
)
def test_a_due_day_is_a_day_of_work_and_never_too_early(
    lodged: date, days: int, working: bool
) -> None:
    rules = ComplaintRules(working_days=working)
    due = due_day(lodged, replace(PACK, complaint_days=days, complaint_rules=rules))
    assert due.weekday() < 5
    assert due - lodged >= timedelta(days=days)


def test_the_bell_rings_seven_days_before(desk: Desk) -> None:
    forum_id = services.forums.create_forum(desk, PACK).id
    made = services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert made.due_on == date(2021, 10, 29)

    def where(day: int) -> list[int]:
        found = services.complaints.due_list(desk, forum_id, date(2021, 10, day))
        return [len(found.overdue), len(found.soon), len(found.later)]

    assert [where(day) for day in (21, 22, 29, 30)] == [[0, 0, 1], [0, 1, 0], [0, 1, 0], [1, 0, 0]]


def test_what_was_answered_waits_no_more(desk: Desk) -> None:
    forum_id: UUID = services.forums.create_forum(desk, PACK).id
    waits, told = (services.complaints.lodge_complaint(desk, forum_id, INTAKE) for _ in range(2))
    services.complaints.take_step(desk, told.id, ComplaintState.SCREENED)
    services.complaints.take_step(desk, told.id, ComplaintState.TOLD, reason="ซ่อมแล้ว")
    found = services.complaints.due_list(desk, forum_id, date(2021, 12, 1))
    assert [row.complaint.id for row in found.overdue] == [waits.id]
    assert found.overdue[0].days_left == (date(2021, 10, 29) - date(2021, 12, 1)).days
