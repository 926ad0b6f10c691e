"""The registration desk."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.badge import MARK, badge_code, blank_badge_code
from forum_desktop.records.identity import new_id
from forum_desktop.records.people import AttendeeRow, CheckInAnswer
from forum_desktop.services.desk import Desk
from forum_desktop.thai.keyboard import typed_in_thai
from tests.factory import make_pack
from tests.services.laptops import pack_of_a_day


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack(), station_name="โต๊ะลงทะเบียน").id


def walk_in(desk: Desk, forum_id: UUID, name: str, **told: Any) -> AttendeeRow:
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
    assert (again.answer, again.row) == (CheckInAnswer.ALREADY, first)
    assert dict(services.storage.check(desk).counts)["operation"] == operations


def test_an_undone_check_in_needs_a_reason_and_can_be_made_again(
    desk: Desk, forum_id: UUID
) -> None:
    row = walk_in(desk, forum_id, "สมชาย ใจดี")
    with pytest.raises(Refusal, match="reason_needed"):
        services.registration.undo_check_in(desk, row.attendee.id, "  ")
    undone = services.registration.undo_check_in(desk, row.attendee.id, "ผิดคน")
    assert not undone.is_present
    with pytest.raises(Refusal, match="not_here"):
        services.registration.undo_check_in(desk, row.attendee.id, "ผิดคน")
    assert services.forums.read_overview(desk, forum_id).counts.present == 0
    assert services.registration.check_in(desk, row.attendee.id).row.is_present
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


@pytest.fixture
def day_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, pack_of_a_day()).id


def test_parts_of_a_name_and_all_facts_are_kept_clean(desk: Desk, forum_id: UUID) -> None:
    told: dict[str, Any] = {
        "title": " นางสาว ",
        "first_name": "สมหญิง",
        "last_name": "ใจดี  ณ ตัวอย่าง",
        "position": "กรรมการ\x00",
        "phone": "๘๑ ๒๓๔ ๕๖๗๘",
        "zone": "เขต2",
        "on_behalf_of": "กลุ่มแม่บ้าน",
        "guardian": "นางแม่ ใจดี",
    }
    row = services.registration.register_walk_in(
        desk, forum_id, sector="people", is_minor=True, **told
    )
    person = row.attendee
    assert person.full_name == "นางสาวสมหญิง  ใจดี ณ ตัวอย่าง"
    assert (person.phone, person.zone, person.position) == ("0812345678", "เขต 2", "กรรมการ")
    assert (person.on_behalf_of, person.is_minor) == ("กลุ่มแม่บ้าน", True)
    assert services.registration.read_attendee(desk, person.id) == row


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"title": "นาย", "first_name": "นายสม"}, "title_doubled"),
        ({"full_name": "นางสาว"}, "name_needed"),
        ({"first_name": " ", "full_name": ""}, "name_needed"),
        ({"full_name": "ด.ช.เล็ก ใจดี", "is_minor": True, "guardian": " "}, "guardian_needed"),
        ({"full_name": "สมชาย", "session": "evening"}, "session_unknown"),
        ({"full_name": "สมชาย", "badge": "12345"}, "badge_unknown"),
    ],
)
def test_what_may_not_be_is_refused_and_nobody_is_entered(
    desk: Desk, forum_id: UUID, told: dict[str, Any], refusal: str
) -> None:
    with pytest.raises(Refusal, match=refusal):
        services.registration.register_walk_in(desk, forum_id, sector="people", **told)
    assert services.forums.read_overview(desk, forum_id).counts.registered == 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ชุมชนริมน้ำ 1", "ริมน้ำ 1"),
        ("ริมนำ1", "ริมน้ำ 1"),
        ("ตลาดเกา", "ตลาดเก่า"),
        ("ริมน้ำ 2", "ริมน้ำ 2"),
        ("บ้านไกล", "บ้านไกล"),
    ],
)
def test_a_community_is_known_by_name_alias_or_nearly(
    desk: Desk, forum_id: UUID, typed: str, kept: str
) -> None:
    person = walk_in(desk, forum_id, "สมชาย ใจดี", community=typed).attendee
    assert person.community == kept
    assert bool(person.zone) == (kept in {"ริมน้ำ 1", "ตลาดเก่า"})


def test_an_invalid_telephone_number_is_kept_as_typed(desk: Desk, forum_id: UUID) -> None:
    assert walk_in(desk, forum_id, "สมชาย ใจดี", phone="12 34").attendee.phone == "12 34"


def test_sessions_are_checked_in_to_one_by_one(desk: Desk, day_id: UUID) -> None:
    person = walk_in(desk, day_id, "สมชาย ใจดี").attendee
    read = services.registration.read_attendee
    assert read(desk, person.id, "morning").is_present
    assert not read(desk, person.id, "afternoon").is_present
    came = services.registration.check_in(desk, person.id, "afternoon")
    assert came.answer is CheckInAnswer.CHECKED_IN
    assert came.row.attendance is not None
    assert came.row.attendance.notice_version == "3"
    assert services.forums.read_overview(desk, day_id).counts.present == 1
    undone = services.registration.undo_check_in(desk, person.id, "ผิดคน")
    assert not undone.is_present
    assert not read(desk, person.id, "morning").is_present
    assert read(desk, person.id).is_present


def test_a_session_meant_for_others_is_told_and_writes_nothing(desk: Desk, day_id: UUID) -> None:
    old = walk_in(desk, day_id, "นายเก่า ใจดี").attendee
    far = walk_in(desk, day_id, "นายไกล ใจดี", sector="youth", community="ตลาดเก่า").attendee
    young = walk_in(desk, day_id, "นายน้อย ใจดี", sector="youth", community="ริมน้ำ 1").attendee
    member, _ = services.delegations.list_members(desk, day_id)
    operations = dict(services.storage.check(desk).counts)["operation"]
    for person in (old, far):
        came = services.registration.check_in(desk, person.id, "room")
        assert came.answer is CheckInAnswer.NOT_FOR_SESSION
        assert not came.row.is_present
    assert dict(services.storage.check(desk).counts)["operation"] == operations
    for attendee_id in (young.id, member.attendee.id):
        came = services.registration.check_in(desk, attendee_id, "room")
        assert came.answer is CheckInAnswer.CHECKED_IN
    anyway = services.registration.check_in(desk, old.id, "room", anyway=True)
    assert (anyway.answer, anyway.row.is_present) == (CheckInAnswer.CHECKED_IN, True)
    assert services.registration.check_in(desk, old.id, "room").answer is CheckInAnswer.ALREADY


def test_who_left_comes_back(desk: Desk, forum_id: UUID) -> None:
    first = walk_in(desk, forum_id, "สมชาย ใจดี")
    gone = services.attendance.leave(desk, first.attendee.id)
    assert (gone.is_present, gone.is_in_hall) == (True, False)
    back = services.registration.check_in(desk, first.attendee.id)
    assert (back.answer, back.row) == (CheckInAnswer.RETURNED, first)


@pytest.mark.parametrize("code", ["B7B8EQ7A6B", "CJ6AHZSWQ2", "E8XXCK6B45"])
def test_a_code_whose_signs_are_marks_on_the_thai_layout_is_read(
    desk: Desk, forum_id: UUID, code: str
) -> None:
    her = walk_in(desk, forum_id, "นางสมหญิง ใจดี")
    services.registration.give_badge(desk, her.attendee.id, code)
    found = services.registration.find_badge(desk, forum_id, typed_in_thai(MARK + code))
    assert found is not None
    assert found.attendee.id == her.attendee.id


def test_a_badge_is_read_as_typed_or_scanned_on_any_layout(desk: Desk, forum_id: UUID) -> None:
    walk_in(desk, forum_id, "นายอื่น คนละคน")
    her = walk_in(desk, forum_id, "นางสมหญิง ใจดี")
    other = walk_in(desk, forum_id, "นายประทีป ตัวอย่าง").attendee
    own, given = badge_code(her.attendee.id), blank_badge_code()
    worn = services.registration.give_badge(desk, other.id, given)
    for code, row in ((own, her), (given, replace(her, attendee=worn))):
        for scan in (
            code,
            code.lower(),
            MARK + code,
            typed_in_thai(MARK + code),
            2 * (MARK + code),
        ):
            found = services.registration.find_badge(desk, forum_id, scan)
            assert found is not None
            assert found.attendee == row.attendee
            assert services.registration.find_attendees(desk, forum_id, scan) == (found,)
    assert services.registration.find_badge(desk, forum_id, blank_badge_code()) is None
    assert services.registration.find_badge(desk, forum_id, own[:-1]) is None


def test_a_badge_has_one_wearer(desk: Desk, forum_id: UUID) -> None:
    one = walk_in(desk, forum_id, "นายหนึ่ง ใจดี").attendee
    two = walk_in(desk, forum_id, "นายสอง ใจดี", badge=blank_badge_code()).attendee
    give = services.registration.give_badge
    for code in (badge_code(one.id), two.badge):
        with pytest.raises(Refusal, match="badge_taken"):
            give(desk, (one if code == two.badge else two).id, code)
        with pytest.raises(Refusal, match="badge_taken"):
            walk_in(desk, forum_id, "นายสาม ใจดี", badge=code)
    assert give(desk, one.id, badge_code(one.id)).badge == ""
    assert give(desk, two.id, two.badge) == two


def test_a_correction_keeps_what_is_no_fact_of_hers(desk: Desk, forum_id: UUID) -> None:
    known = walk_in(desk, forum_id, "นางสมหญิง ใจดี", community="ริมน้ำ 1").attendee
    changed = replace(
        known, last_name="ใจงาม", community="ชุมชนตลาดเก่า", walk_in=False, withdrawn="ลบ", badge="X"
    )
    kept = services.registration.correct_attendee(desk, changed)
    assert kept == replace(known, last_name="ใจงาม", community="ตลาดเก่า", zone="เขต 2")
    moved = services.registration.correct_attendee(desk, replace(kept, community="บ้านไกล"))
    assert (moved.community, moved.zone) == ("บ้านไกล", "")
    for wrong in (replace(kept, first_name=""), replace(kept, title="นาง", first_name="นางสม")):
        with pytest.raises(Refusal):
            services.registration.correct_attendee(desk, wrong)
    assert services.registration.read_attendee(desk, known.id).attendee == moved


def test_who_was_merged_is_found_checked_in_and_counted_as_the_other(
    desk: Desk, day_id: UUID
) -> None:
    older = walk_in(desk, day_id, "นางสมหญิง ใจดี").attendee
    services.registration.undo_check_in(desk, older.id, "ยังไม่มา")
    middle = walk_in(desk, day_id, "นางสมหยิง ใจดี", session="afternoon").attendee
    newest = walk_in(desk, day_id, "หญิง ใจดี", session="afternoon").attendee
    with desk.act() as act:
        act.put(replace(middle, same_as=older.id))
        act.put(replace(newest, same_as=middle.id))
    found = services.registration.find_attendees(desk, day_id, "ใจดี", session="afternoon")
    (row,) = found
    assert (row.attendee, row.is_present) == (older, True)
    assert services.registration.find_attendees(desk, day_id, "หยิง")[0].attendee == older
    assert services.registration.find_badge(desk, day_id, badge_code(newest.id)) is not None
    counts = services.forums.read_overview(desk, day_id).counts
    assert (counts.registered, counts.present) == (3, 1)
    again = services.registration.check_in(desk, newest.id, "afternoon")
    assert (again.answer, again.row.attendee) == (CheckInAnswer.ALREADY, older)
    came = services.registration.check_in(desk, newest.id, "morning")
    assert came.answer is CheckInAnswer.CHECKED_IN
    assert came.row.attendance is not None
    assert came.row.attendance.attendee_id == older.id
    undone = services.registration.undo_check_in(desk, older.id, "ผิดคน", "afternoon")
    assert not undone.is_present


def test_a_merge_into_somebody_not_arrived_yet_hides_nobody(desk: Desk, forum_id: UUID) -> None:
    known = walk_in(desk, forum_id, "นางสมหญิง ใจดี").attendee
    with desk.act() as act:
        act.put(replace(known, same_as=new_id(act.now)))
    (row,) = services.registration.find_attendees(desk, forum_id, "สมหญิง")
    assert row.attendee.id == known.id
    counts = services.forums.read_overview(desk, forum_id).counts
    assert (counts.registered, counts.present) == (3, 1)
    assert services.arrivals.read_arrivals(desk, forum_id).registered == 3


def test_a_withdrawn_person_is_not_found_unless_she_is_here(desk: Desk, forum_id: UUID) -> None:
    gone = walk_in(desk, forum_id, "นางสมหญิง ใจดี").attendee
    here = walk_in(desk, forum_id, "นางสมศรี ใจดี").attendee
    services.registration.undo_check_in(desk, gone.id, "ผิดคน")
    with desk.act() as act:
        for person in (gone, here):
            act.put(replace(person, withdrawn="ถอนการนำเข้า"))
    (row,) = services.registration.find_attendees(desk, forum_id, "ใจดี")
    assert row.attendee.id == here.id
    assert services.registration.find_badge(desk, forum_id, badge_code(gone.id)) is None
