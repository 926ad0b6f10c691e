"""The registration desk."""

from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.people import AttendeeRow
from forum_desktop.services.desk import Desk
from tests.factory import make_pack


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack(), station_name="โต๊ะลงทะเบียน").id


def walk_in(desk: Desk, forum_id: UUID, name: str, **told: str) -> AttendeeRow:
    return services.registration.register_walk_in(
        desk, forum_id, full_name=name, sector=told.pop("sector", "people"), **told
    )


def test_a_walk_in_is_taken_apart_placed_and_present(desk: Desk, forum_id: UUID) -> None:
    row = walk_in(desk, forum_id, "นางสาวสมหญิง ใจดี", community="ชุมชนริมน้ำตอน1")
    person = row.attendee
    assert (person.title, person.first_name, person.last_name) == ("นางสาว", "สมหญิง", "ใจดี")
    assert (person.community, person.zone) == ("ริมน้ำ 1", "เขต 1")
    assert row.is_present
    counts = services.forums.read_overview(desk, forum_id).counts
    assert (counts.registered, counts.present) == (3, 1)


def test_an_unknown_community_is_kept_as_typed(desk: Desk, forum_id: UUID) -> None:
    person = walk_in(desk, forum_id, "สมชาย", community="บ้านใหม่").attendee
    assert (person.community, person.zone) == ("บ้านใหม่", "")


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", "name_needed"), (" \x00 ", "name_needed"), ("นายนายสม ใจ", "title_doubled")],
)
def test_a_bad_name_is_refused_and_nobody_is_entered(
    desk: Desk, forum_id: UUID, name: str, refusal: str
) -> None:
    with pytest.raises(Refusal, match=refusal):
        walk_in(desk, forum_id, name)
    assert services.forums.read_overview(desk, forum_id).counts.registered == 2


@pytest.mark.parametrize(
    "typed",
    [
        "สมหญิง",
        "นางสาวสมหญิง",
        "ใจดี สม",
        "สมหญิงใจ",
        "5678",
        "l,sPb'",  # the keys of สมหญิง on the Latin layout
        "ริมน้ำตอน 1",  # another name of her community
        "สมหยิง ไจดี",  # as it sounds
    ],
)
def test_a_person_is_found_by_any_part_of_her(desk: Desk, forum_id: UUID, typed: str) -> None:
    walk_in(desk, forum_id, "นายประทีป ตัวอย่าง", community="ตลาดเก่า")
    her = walk_in(desk, forum_id, "นางสาวสมหญิง ใจดี", community="ริมน้ำ 1", phone="081-234 5678")
    first, *_ = services.registration.find_attendees(desk, forum_id, typed)
    assert first == her


def test_a_second_check_in_changes_nothing(desk: Desk, forum_id: UUID) -> None:
    first = walk_in(desk, forum_id, "สมชาย ใจดี")
    operations = dict(services.storage.check(desk).counts)["operation"]
    again = services.registration.check_in(desk, first.attendee.id)
    assert again == first
    assert dict(services.storage.check(desk).counts)["operation"] == operations


def test_an_undone_check_in_needs_a_reason_and_can_be_made_again(
    desk: Desk, forum_id: UUID
) -> None:
    row = walk_in(desk, forum_id, "สมชาย ใจดี")
    with pytest.raises(Refusal, match="reason_needed"):
        services.registration.undo_check_in(desk, row.attendee.id, "  ")
    undone = services.registration.undo_check_in(desk, row.attendee.id, "ผิดคน")
    assert not undone.is_present
    assert services.forums.read_overview(desk, forum_id).counts.present == 0
    assert services.registration.check_in(desk, row.attendee.id).is_present
    assert services.forums.read_overview(desk, forum_id).counts.present == 1


@pytest.mark.parametrize(
    "typed", ["สมหญิง", "ใจดี สมห", "ใจดี", "ริมนำ", "ริมน้ำ 1", "๐๘๑", "081", "สมหญงิ"[:4]]
)
def test_finds_a_person_by_any_part(desk: Desk, forum_id: UUID, typed: str) -> None:
    walk_in(desk, forum_id, "นายอื่น คนละคน", community="ตลาดเก่า")
    wanted = walk_in(desk, forum_id, "นางสมหญิง ใจดี", community="ริมน้ำ 1", phone="0812345678")
    found = services.registration.find_attendees(desk, forum_id, typed)
    assert [row.attendee for row in found] == [wanted.attendee]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", "ไม่มีใคร"])
def test_signs_of_sql_find_nobody(desk: Desk, forum_id: UUID, typed: str) -> None:
    walk_in(desk, forum_id, "สมชาย ใจดี")
    assert services.registration.find_attendees(desk, forum_id, typed) == ()
