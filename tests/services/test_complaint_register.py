"""The register is looked through by everything but names; a sealed history opens for a reason."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.records.complaint import (
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
    RegisterFilter,
    RegisterRow,
    RegisterShow,
)
from forum_desktop.records.forum import Forum
from forum_desktop.services.complaints.register import _ordered
from forum_desktop.services.desk import Desk
from tests.factory import BANGKOK, make_pack

_SECRET = "เรียกรับเงิน"


@pytest.fixture
def forum(desk: Desk) -> Forum:
    """Keep the forum of an invented municipality."""
    return services.forums.create_forum(desk, make_pack())


def lodge(desk: Desk, forum: Forum, **more: object) -> Complaint:
    told: dict[str, object] = {
        "kind": "light",
        "subject": "ไฟดับ",
        "facts": "ดับนาน",
        "first_name": "ลับ",
        "last_name": "สุดยอด",
    }
    intake = ComplaintIntake(**(told | more))  # type: ignore[arg-type]
    return services.complaints.lodge_complaint(desk, forum.id, intake)


def numbers(desk: Desk, forum: Forum, **wanted: object) -> list[str]:
    looked_for = RegisterFilter(**wanted)  # type: ignore[arg-type]
    read = services.complaints.look_through(desk, forum.id, looked_for)
    return [row.complaint.reference for row in read.rows]


def test_names_and_sealed_words_find_nothing(desk: Desk, forum: Forum) -> None:
    shown = lodge(desk, forum)
    sealed = lodge(desk, forum, subject=_SECRET, facts=_SECRET, is_sealed=True)
    assert numbers(desk, forum, typed="ไฟ ดับ") == [shown.reference]
    assert numbers(desk, forum, typed="สุดยอด") == []
    assert numbers(desk, forum, typed=_SECRET) == []
    assert numbers(desk, forum, typed=sealed.reference) == [sealed.reference]


def test_closed_ones_are_a_part_of_their_own(desk: Desk, forum: Forum) -> None:
    first, second = lodge(desk, forum), lodge(desk, forum, kind="drain")
    services.complaints.withdraw_complaint(desk, first.id, "ขอถอน", "นางตัวอย่าง สมมติ")
    assert numbers(desk, forum, show=RegisterShow.CLOSED) == [first.reference]
    assert numbers(desk, forum) == [second.reference, first.reference]
    assert numbers(desk, forum, state=ComplaintState.RECEIVED) == [second.reference]
    assert numbers(desk, forum, kind="light") == [first.reference]


def test_a_sealed_history_is_opened_once_for_a_reason(desk: Desk, forum: Forum) -> None:
    sealed = lodge(desk, forum, is_sealed=True)
    services.complaints.send_to(desk, sealed.id, "สำนักปลัด", reason=_SECRET)
    assert [step.reason for step in services.complaints.read_history(desk, sealed.id)] == ["", ""]
    steps = services.complaints.open_history(desk, sealed.id, "ตรวจสอบ")
    assert [(step.reason, step.unit) for step in steps] == [("", ""), (_SECRET, "สำนักปลัด")]
    assert [a.reason for a in services.complaints.who_opened(desk, sealed.id)] == ["ตรวจสอบ"]


@settings(deadline=None, max_examples=40)
@given(days=st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_what_is_due_first_stands_first(days: list[int]) -> None:
    rows = [_row(day) for day in days]
    listed = _ordered(rows, RegisterShow.DUE)
    assert [row.complaint.due_on.toordinal() - 1 for row in listed] == sorted(days)


def _row(day: int) -> RegisterRow:
    complaint = Complaint(
        id=uuid4(),
        forum_id=uuid4(),
        reference=f"A-{day}",
        kind="light",
        subject="",
        facts="",
        wanted="",
        community="",
        place="",
        level=ComplaintLevel.OPEN,
        unit="",
        lodged_at=datetime(2021, 1, 1, tzinfo=BANGKOK),
        due_on=date.fromordinal(day + 1),
    )
    return RegisterRow(complaint=complaint, days_left=0)
