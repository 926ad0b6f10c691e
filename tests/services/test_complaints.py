"""The complaint desk: a number at once, and no name anywhere else."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel, ComplaintState, Urgency
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import ComplaintQuestion
from forum_desktop.records.reference import is_reference
from forum_desktop.records.sealed import SealedHolds, SealedPart
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
        assert [part.holds for part in look.all(SealedPart)] == [SealedHolds.IDENTITY]


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
        assert look.all(SealedPart) == ()


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


def test_a_sealed_complaint_is_only_counted(desk: Desk, forum_id: UUID) -> None:
    sealed = replace(INTAKE, is_sealed=True, place="หน้าตลาด", since="ปีก่อน", community="ริมน้ำ 1")
    made = services.complaints.lodge_complaint(desk, forum_id, sealed)
    assert (made.subject, made.facts, made.unit, made.place) == ("", "", "", "")
    assert services.complaints.recent_complaints(desk, forum_id) == ()
    assert services.complaints.count_sealed(desk, forum_id) == 1
    assert services.complaints.read_complaint(desk, made.id) == made
    case = services.complaints.open_case(desk, made.id, "คัดกรอง")
    assert (case.subject, case.facts, case.place) == ("ไฟดับ", "ดับมาสามคืน", "หน้าตลาด")
    assert (case.since, case.community, case.unit) == ("ปีก่อน", "ริมน้ำ 1", "กองช่าง")


def test_a_kind_that_the_pack_seals_is_sealed_whatever_the_officer_says(desk: Desk) -> None:
    pack = make_pack()
    kinds = (replace(pack.complaint_kinds[0], sealed=True), *pack.complaint_kinds[1:])
    forum = services.forums.create_forum(desk, replace(pack, complaint_kinds=kinds))
    for intake in (
        replace(INTAKE, is_sealed=False),
        replace(INTAKE, kind="drain", more_kinds=("light",)),
    ):
        assert services.complaints.lodge_complaint(desk, forum.id, intake).is_sealed


def test_questions_of_the_kinds_are_kept_by_their_code(desk: Desk) -> None:
    pack = make_pack()
    pole = ComplaintQuestion(code="pole", text="หมายเลขเสา")
    count = ComplaintQuestion(code="count", text="กี่ดวง")
    asking = replace(pack.complaint_kinds[0], questions=(pole, count))
    pack = replace(pack, complaint_kinds=(asking, *pack.complaint_kinds[1:]))
    forum = services.forums.create_forum(desk, pack)
    intake = replace(INTAKE, answers=(("pole", " ข-12 "), ("unknown", "ก"), ("count", " ")))
    assert services.complaints.missing_answers(pack, intake) == (count,)
    made = services.complaints.lodge_complaint(desk, forum.id, intake)
    assert json.loads(made.answers) == {"pole": "ข-12"}


def test_what_is_told_besides_is_kept(desk: Desk, forum_id: UUID) -> None:
    intake = replace(
        INTAKE,
        more_kinds=("drain", "light"),
        latitude="๑๖.๔๓๒๒",
        longitude="102.8236",
        landmark="ตรงข้ามวัด",
        affected="ทั้งซอย",
        urgency=9,
    )
    made = services.complaints.lodge_complaint(desk, forum_id, intake)
    assert made.kinds == ("light", "drain")
    assert (made.latitude, made.longitude) == ("16.4322", "102.8236")
    assert (made.urgency, made.can_reply) == (Urgency.EMERGENCY, False)
    assert services.complaints.is_emergency(intake)
    assert not services.complaints.is_emergency(INTAKE)
    (first,) = services.complaints.read_history(desk, made.id)
    assert first.state is ComplaintState.RECEIVED


@pytest.mark.parametrize("pair", [("16.4", ""), ("", "102"), ("91", "1"), ("1", "181"), ("ก", "ข")])
def test_coordinates_that_are_none_are_refused(
    desk: Desk, forum_id: UUID, pair: tuple[str, str]
) -> None:
    intake = replace(INTAKE, latitude=pair[0], longitude=pair[1])
    with pytest.raises(Refusal, match=r"complaint\.place_unclear"):
        services.complaints.lodge_complaint(desk, forum_id, intake)


def test_who_told_it_before_is_offered_and_in_nobodys_way(desk: Desk, forum_id: UUID) -> None:
    here = replace(INTAKE, community="ริมน้ำ 1", place="ซอยวัดเก่า")
    first = services.complaints.lodge_complaint(desk, forum_id, here)
    services.complaints.lodge_complaint(desk, forum_id, replace(here, is_sealed=True))
    services.complaints.lodge_complaint(desk, forum_id, replace(here, kind="drain"))
    likely = services.complaints.likely_duplicates
    assert likely(desk, forum_id, kind="light", community="ริมน้ำ1") == (first,)
    assert likely(desk, forum_id, kind="light", place="วัดเก่า") == (first,)
    assert likely(desk, forum_id, kind="light", community="ตลาดเก่า") == ()
    assert likely(desk, forum_id, kind="light") == ()
