"""Typing up a signed sheet: who is surely meant is checked in, in doubt somebody new is."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.people import Attendee, CheckIn, CheckInAnswer
from forum_desktop.services.desk import Desk
from tests.factory import BANGKOK
from tests.services.laptops import pack_of_a_day


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, pack_of_a_day()).id


def known(desk: Desk, forum_id: UUID, name: str, **told: Any) -> Attendee:
    """Return somebody on the list who has not come."""
    person = services.registration.register_walk_in(
        desk, forum_id, full_name=name, sector="people", **told
    ).attendee
    services.registration.undo_check_in(desk, person.id, "ยังไม่มา")
    return person


def enter(desk: Desk, forum_id: UUID, name: str, place: str = "", **told: Any) -> CheckIn:
    return services.paper.enter_from_paper(desk, forum_id, full_name=name, place=place, **told)


@pytest.mark.parametrize(
    ("name", "place", "phone"),
    [
        ("นางสาวสมหญิง ใจดี", "ริมน้ำ 1", ""),
        ("สมหญิง  ใจดี", "ชุมชนริมน้ำตอน 1", ""),
        ("สมหญิงใจดี", "ริมน้ำ1", ""),
        ("น.ส.สมหญิง ใจดี", "กลุ่มแม่บ้านตัวอย่าง", ""),
        ("สมหญิง ใจดี", "", ""),
        ("สมหญิง ใจดี", "", "081-234-5678"),
        ("สมหญิง ใจดี", "ตลาดเก่า", "081-234-5678"),
    ],
)
def test_who_is_surely_meant_is_checked_in_from_paper(
    desk: Desk, forum_id: UUID, name: str, place: str, phone: str
) -> None:
    facts = {"community": "ริมน้ำ 1", "organisation": "กลุ่มแม่บ้านตัวอย่าง", "phone": "0812345678"}
    person = known(desk, forum_id, "นางสาวสมหญิง ใจดี", **facts)
    known(desk, forum_id, "นางสาวสมหยิง ใจดี", community="ริมน้ำ 1")
    came = enter(desk, forum_id, name, place, phone=phone)
    assert (came.answer, came.row.attendee) == (CheckInAnswer.CHECKED_IN, person)
    assert came.row.attendance is not None
    assert (came.row.attendance.from_paper, came.row.attendee.from_paper) == (True, False)
    again = enter(desk, forum_id, name, place, phone=phone)
    assert (again.answer, again.row) == (CheckInAnswer.ALREADY, came.row)


@pytest.mark.parametrize(
    ("name", "place", "phone"),
    [
        ("นางสาวสมหยิง ใจดี", "ริมน้ำ 1", ""),  # another spelling
        ("นางสาวสมหญิง ใจดี้", "ริมน้ำ 1", ""),  # another tone
        ("นายสมหญิง ใจดี", "ริมน้ำ 1", ""),  # a man
        ("สมหญิง ใจดี", "ตลาดเก่า", ""),  # of another community
        ("สมหญิง ใจดี", "บ้านไกล", ""),
        ("สมหญิง ใจดี", "", "0899999999"),  # another telephone
        ("สมหญิง", "", ""),  # half a name
    ],
)
def test_in_doubt_somebody_new_is_entered(
    desk: Desk, forum_id: UUID, name: str, place: str, phone: str
) -> None:
    told = {"community": "ริมน้ำ 1", "phone": "0812345678"}
    person = known(desk, forum_id, "นางสาวสมหญิง ใจดี", **told)
    known(desk, forum_id, "สมหญิง", **told)
    came = enter(desk, forum_id, name, place, phone=phone)
    assert came.row.attendee.id != person.id
    assert (came.row.attendee.from_paper, came.row.attendee.walk_in) == (True, True)
    assert services.forums.read_overview(desk, forum_id).counts.registered == 5


def test_two_of_one_name_are_told_apart_by_place_or_not_at_all(desk: Desk, forum_id: UUID) -> None:
    one = known(desk, forum_id, "นายสมชาย ใจดี", community="ริมน้ำ 1")
    other = known(desk, forum_id, "นายสมชาย ใจดี", community="ตลาดเก่า")
    guess = services.paper.guess_from_paper
    assert guess(desk, forum_id, "สมชาย ใจดี") is None
    for person in (one, other):
        row = guess(desk, forum_id, "สมชาย ใจดี", person.community)
        assert row is not None
        assert row.attendee == person
    known(desk, forum_id, "นายสมชาย ใจดี", community="ตลาดเก่า")
    assert guess(desk, forum_id, "สมชาย ใจดี", "ตลาดเก่า") is None


def test_a_guess_tells_whether_she_is_here_already(desk: Desk, forum_id: UUID) -> None:
    person = known(desk, forum_id, "นายสมชาย ใจดี")
    services.registration.check_in(desk, person.id, "afternoon")
    present = {
        session: row.is_present
        for session in ("morning", "afternoon", "")
        if (row := services.paper.guess_from_paper(desk, forum_id, "สมชาย ใจดี", "", session))
    }
    assert present == {"morning": False, "afternoon": True, "": True}


def test_a_new_line_keeps_moment_place_and_session(desk: Desk, forum_id: UUID) -> None:
    at = datetime(2027, 2, 11, 13, 10, tzinfo=BANGKOK)
    came = services.paper.enter_from_paper(
        desk, forum_id, full_name="นางใหม่ ใจดี", place="ริมน้ำตอน1", session="room", at=at
    )
    person, here = came.row.attendee, came.row.attendance
    assert (person.community, person.zone, person.organisation) == ("ริมน้ำ 1", "เขต 1", "")
    assert here is not None
    assert (here.session, here.checked_in_at, here.from_paper) == ("room", at, True)
    office = enter(desk, forum_id, "นางอื่น ใจดี", "โรงเรียนตัวอย่าง").row.attendee
    assert (office.community, office.organisation) == ("", "โรงเรียนตัวอย่าง")


def test_a_line_without_a_name_is_refused(desk: Desk, forum_id: UUID) -> None:
    for name in ("", "  ", "นาย"):
        with pytest.raises(Refusal, match="name_needed"):
            enter(desk, forum_id, name)
        with pytest.raises(Refusal, match="name_needed"):
            services.paper.guess_from_paper(desk, forum_id, name)


def test_who_was_merged_is_checked_in_as_the_other(desk: Desk, forum_id: UUID) -> None:
    older = known(desk, forum_id, "นางสมหญิง ใจดี")
    twin = known(desk, forum_id, "นางสมหยิง ใจดี")
    with desk.act() as act:
        act.put(replace(twin, same_as=older.id))
    came = enter(desk, forum_id, "สมหยิง ใจดี")
    assert came.row.attendee.id == older.id


NAMES = ("สมชาย ใจดี", "สมชาย ใจดี้", "สมซาย ใจดี", "นายสมชาย ใจดี", "นางสมชาย ใจดี", "สมชาย")
PLACES = ("", "ริมน้ำ 1", "ตลาดเก่า", "บ้านไกล", "โรงเรียนตัวอย่าง")
lines = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(PLACES)), max_size=10)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=lines)
def test_nobody_is_ever_taken_for_somebody_of_another_name_or_place(
    desk: Desk, lines: list[tuple[str, str]]
) -> None:
    forum_id = services.forums.create_forum(desk, pack_of_a_day()).id
    for name, place in lines:
        guess = services.paper.guess_from_paper(desk, forum_id, name, place)
        came = enter(desk, forum_id, name, place)
        person = came.row.attendee
        assert came.row.is_present
        assert came.answer is (CheckInAnswer.ALREADY if guess else CheckInAnswer.CHECKED_IN)
        assert f"{person.first_name} {person.last_name}".strip() == name.removeprefix(
            "นาย"
        ).removeprefix("นาง")
        if place and (person.community or person.organisation):
            assert place in {person.community, person.organisation}
    counts = services.forums.read_overview(desk, forum_id).counts
    assert counts.present == counts.registered - 2 <= len(lines)
