"""The complaint desk: a number at once, and no name anywhere else."""

from datetime import timedelta
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complainant, ComplaintIntake, ComplaintLevel
from forum_desktop.records.minutes import Edition
from forum_desktop.records.reference import is_reference
from forum_desktop.services.desk import Desk
from tests.documents.composing import minutes_of
from tests.factory import make_pack

NAME = "ชื่อลับมาก"
INTAKE = ComplaintIntake(kind="light", subject="ไฟดับ", facts="ดับมาสามคืน", first_name=NAME)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def test_a_complaint_gets_its_number_unit_and_due_date(desk: Desk, forum_id: UUID) -> None:
    first = services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    second = services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert first.reference.startswith("TW70-A-0001-")
    assert second.reference.startswith("TW70-A-0002-")
    assert is_reference(first.reference)
    assert first.unit == "กองช่าง"
    assert first.due_on - first.lodged_at.date() == timedelta(days=15)


def test_the_name_is_in_no_list_minutes_or_search(desk: Desk, forum_id: UUID) -> None:
    services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    seen = [
        services.complaints.recent_complaints(desk, forum_id),
        services.forums.read_overview(desk, forum_id),
        services.registration.find_attendees(desk, forum_id, NAME),
        *(minutes_of(desk, forum_id, edition) for edition in Edition),
    ]
    assert NAME not in repr(seen)
    with desk.look() as look:
        assert [person.first_name for person in look.all(Complainant)] == [NAME]


def test_the_minutes_hold_counts_by_kind_and_no_word_of_the_case(
    desk: Desk, forum_id: UUID
) -> None:
    services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    content = minutes_of(desk, forum_id, Edition.INTERNAL)
    assert [(row.label, row.count) for row in content.complaints_by_kind] == [("ไฟฟ้าชำรุด", 1)]
    assert "สามคืน" not in repr(content)


def test_an_anonymous_complaint_keeps_no_name_even_if_typed(desk: Desk, forum_id: UUID) -> None:
    intake = ComplaintIntake(
        kind="light", subject="ไฟ", facts="ดับ", first_name=NAME, level=ComplaintLevel.ANONYMOUS
    )
    services.complaints.lodge_complaint(desk, forum_id, intake)
    with desk.look() as look:
        assert look.all(Complainant) == ()


@pytest.mark.parametrize(
    ("intake", "refusal"),
    [
        (ComplaintIntake(kind="light", subject="ไฟ", facts="ดับ"), "name_needed"),
        (ComplaintIntake(kind="?", subject="ไฟ", facts="ดับ", first_name="ก"), "kind_needed"),
        (ComplaintIntake(kind="light", subject="", facts="ดับ", first_name="ก"), "empty"),
        (ComplaintIntake(kind="light", subject="ไฟ", facts=" ", first_name="ก"), "empty"),
    ],
)
def test_what_is_missing_is_said_and_no_number_is_used_up(
    desk: Desk, forum_id: UUID, intake: ComplaintIntake, refusal: str
) -> None:
    with pytest.raises(Refusal, match=refusal):
        services.complaints.lodge_complaint(desk, forum_id, intake)
    made = services.complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert made.reference.startswith("TW70-A-0001-")
