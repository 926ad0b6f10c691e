"""Presence after the desk: leaving, standing in, being absent, and the roll call."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.tables import ENTITY_TABLES, field_conflict
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesMember
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import (
    Attendance,
    Attendee,
    AttendeeRow,
    CheckInAnswer,
    RosterEntry,
)
from forum_desktop.services.contents.minutes import minutes_of
from forum_desktop.services.desk import Desk
from tests.factory import BANGKOK
from tests.services.laptops import exchange, join, pack_of_a_day


@pytest.fixture
def pack() -> EventPack:
    return pack_of_a_day()


@pytest.fixture
def forum(desk: Desk, pack: EventPack) -> Forum:
    return services.forums.create_forum(desk, pack)


def walk_in(desk: Desk, forum: Forum, name: str = "นางสมหญิง ใจดี", **told: Any) -> Attendee:
    sector = told.pop("sector", "people")
    return services.registration.register_walk_in(
        desk, forum.id, full_name=name, sector=sector, **told
    ).attendee


def members(desk: Desk, forum: Forum) -> tuple[Attendee, Attendee]:
    one, other = (row.attendee for row in services.delegations.list_members(desk, forum.id))
    return one, other


def minutes(desk: Desk, forum: Forum) -> MinutesContent:
    with desk.look() as look:
        return minutes_of(look, forum, Edition.INTERNAL)


def test_who_left_still_came(desk: Desk, forum: Forum) -> None:
    person = walk_in(desk, forum)
    at = datetime(2027, 2, 11, 11, 30, 0, 123456, BANGKOK)
    row = services.attendance.leave(desk, person.id, "morning", at)
    assert row.attendance is not None
    assert row.attendance.left_at == at.replace(microsecond=123000)
    assert row == services.registration.read_attendee(desk, person.id, "morning")
    assert services.forums.read_overview(desk, forum.id).counts.present == 1
    with pytest.raises(Refusal, match="not_here"):
        services.attendance.leave(desk, person.id)
    with pytest.raises(Refusal, match="not_here"):
        services.attendance.leave(desk, members(desk, forum)[0].id)


def test_she_is_in_the_hall_until_she_left_everywhere(desk: Desk, forum: Forum) -> None:
    person = walk_in(desk, forum)
    services.registration.check_in(desk, person.id, "afternoon")
    services.attendance.leave(desk, person.id, "morning")
    assert services.registration.read_attendee(desk, person.id).is_in_hall
    assert not services.attendance.leave(desk, person.id).is_in_hall


@pytest.mark.parametrize(
    ("moment", "begins", "is_late"),
    [
        (datetime(2027, 2, 11, 9, 0, 59, tzinfo=BANGKOK), None, False),
        (datetime(2027, 2, 11, 9, 1, tzinfo=BANGKOK), None, True),
        (datetime(2027, 2, 11, 9, 1, tzinfo=BANGKOK), time(13), False),
        (datetime(2027, 2, 11, 13, 5, tzinfo=BANGKOK), time(13), True),
        (datetime(2027, 2, 12, 13, 5, tzinfo=BANGKOK), time(13), False),
    ],
)
def test_late_is_after_the_session_began(
    desk: Desk, forum: Forum, moment: datetime, begins: time | None, is_late: bool
) -> None:
    session = replace(pack_of_a_day().sessions[0], starts_at=begins)
    person = walk_in(desk, forum)
    services.registration.undo_check_in(desk, person.id, "ทดลอง")
    here = services.registration.check_in(desk, person.id, at=moment).row
    assert services.attendance.is_late(here, forum, session) is is_late
    assert not services.attendance.is_late(replace(here, attendance=None), forum, session)
    assert here.attendance is not None
    typed_up = replace(here, attendance=replace(here.attendance, from_paper=True))
    assert not services.attendance.is_late(typed_up, forum, session)


def test_a_substitute_is_checked_in_and_stands_in_the_minutes(desk: Desk, forum: Forum) -> None:
    chair, deputy = members(desk, forum)
    person = services.registration.register_walk_in(
        desk, forum.id, full_name="นางแทน ตัวอย่าง", sector="people", community="ริมน้ำ 1"
    ).attendee
    services.registration.undo_check_in(desk, person.id, "ยังไม่มา")
    row = services.attendance.stand_in(desk, person.id, deputy.id)
    assert row.attendance is not None
    assert (row.is_present, row.attendance.in_place_of) == (True, deputy.id)
    services.attendance.note_absence(desk, chair.id, " ติดราชการ ", "morning")
    printed = minutes(desk, forum)
    assert printed.members_present == (MinutesMember(person=person, stands_for=deputy),)
    assert printed.members_absent == (MinutesMember(person=chair, absence="ติดราชการ"),)
    # She is named among the members: she is not counted again among those who took part.
    assert sum(row.count for row in printed.participants_by_sector) == 0
    assert sum(row.count for row in printed.participants_by_zone) == 0
    gone = services.attendance.stand_in(desk, person.id, None)
    assert (gone.is_present, minutes(desk, forum).members_present) == (True, ())


def test_a_member_may_come_for_another_and_stands_once(desk: Desk, forum: Forum) -> None:
    chair, deputy = members(desk, forum)
    services.attendance.stand_in(desk, deputy.id, chair.id, "morning")
    printed = minutes(desk, forum)
    assert printed.members_present == (MinutesMember(person=deputy, stands_for=chair),)
    assert printed.members_absent == ()
    services.registration.check_in(desk, chair.id, "afternoon")
    came = tuple(MinutesMember(person=one) for one in (chair, deputy))
    assert minutes(desk, forum).members_present == came


def test_only_an_absent_member_is_represented_and_by_one(desk: Desk, forum: Forum) -> None:
    chair, deputy = members(desk, forum)
    one, other = walk_in(desk, forum, "นายหนึ่ง ใจดี"), walk_in(desk, forum, "นายสอง ใจดี")
    stand_in = services.attendance.stand_in
    services.registration.check_in(desk, chair.id)
    stand_in(desk, one.id, deputy.id)
    refused = (
        (one.id, other.id, "not_a_member"),
        (deputy.id, deputy.id, "stands_for_herself"),
        (one.id, chair.id, "member_is_here"),
        (other.id, deputy.id, "member_has_substitute"),
    )
    for substitute, member, refusal in refused:
        with pytest.raises(Refusal, match=refusal):
            stand_in(desk, substitute, member)
    assert stand_in(desk, one.id, deputy.id).is_present


def test_a_reason_of_absence_holds_for_its_session_or_the_day(desk: Desk, forum: Forum) -> None:
    chair, deputy = members(desk, forum)
    note, withdraw = services.attendance.note_absence, services.attendance.withdraw_absence
    note(desk, chair.id, "ลาป่วย")
    note(desk, deputy.id, "ติดราชการ", "morning")

    def reasons(session: str) -> list[tuple[RosterEntry, str]]:
        rows = services.attendance.roll_call(desk, forum.id, session, members=True)
        return [(row.entry, row.absence) for row in rows]

    ill, busy = (RosterEntry.ABSENT, "ลาป่วย"), (RosterEntry.ABSENT, "ติดราชการ")
    assert reasons("morning") == reasons("") == [ill, busy]
    assert reasons("afternoon") == [ill, (RosterEntry.MISSING, "")]
    services.registration.check_in(desk, chair.id)
    assert reasons("morning")[0] == (RosterEntry.PRESENT, "")
    assert withdraw(desk, deputy.id, "มาได้").withdrawn == "มาได้"
    assert reasons("morning")[1] == (RosterEntry.MISSING, "")
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: withdraw(desk, deputy.id, "มาได้"), "no_absence"),
        (lambda: withdraw(desk, chair.id, " "), "withdraw_reason_needed"),
        (lambda: note(desk, chair.id, "\x00"), "absence_reason_needed"),
        (lambda: note(desk, walk_in(desk, forum).id, "ลาป่วย"), "not_a_member"),
        (lambda: note(desk, chair.id, "ลาป่วย", "evening"), "session_unknown"),
    )
    for act, refusal in refused:
        with pytest.raises(Refusal, match=refusal):
            act()


def test_the_roll_is_called_as_in_a_dictionary(desk: Desk, forum: Forum) -> None:
    places = {
        "นางแก้ว ใจดี": "ริมน้ำ 1",
        "นายกร ใจดี": "ตลาดเก่า",
        "นายเกษม ใจดี": "",
        "นางไก่ งาม": "ริมน้ำ 1",
    }
    people = {name: walk_in(desk, forum, name, community=place) for name, place in places.items()}
    services.attendance.leave(desk, people["นายเกษม ใจดี"].id)
    services.registration.undo_check_in(desk, people["นางไก่ งาม"].id, "ผิดคน")
    call = services.attendance.roll_call
    rows = call(desk, forum.id)
    assert [row.row.attendee.first_name for row in rows] == [
        *("กร", "เกษม", "แก้ว", "ไก่", "ตัวอย่าง", "สมมติ")
    ]
    present, left, missing = RosterEntry.PRESENT, RosterEntry.LEFT, RosterEntry.MISSING
    assert [row.entry for row in rows] == [present, left, present, missing, missing, missing]
    here = call(desk, forum.id, "morning", community="ริมน้ำ 1")
    assert [row.row.attendee.first_name for row in here] == ["แก้ว", "ไก่"]
    assert {row.row.attendee.first_name for row in call(desk, forum.id, community="")} == {
        *("เกษม", "ตัวอย่าง", "สมมติ")
    }
    groups = services.attendance.roll_call_groups(desk, forum.id)
    assert groups == (("ตลาดเก่า", 1, 1), ("ริมน้ำ 1", 1, 2), ("", 1, 3))


def test_a_session_for_some_calls_them_and_whoever_came_anyway(desk: Desk, forum: Forum) -> None:
    walk_in(desk, forum, "นายเก่า ใจดี")
    walk_in(desk, forum, "นายน้อย ใจดี", sector="youth", community="ริมน้ำ 1")
    guest = walk_in(desk, forum, "นายแขก ใจดี")
    services.registration.check_in(desk, guest.id, "room", anyway=True)
    rows = services.attendance.roll_call(desk, forum.id, "room")
    names = [row.row.attendee.first_name for row in rows]
    assert names == ["แขก", "ตัวอย่าง", "น้อย", "สมมติ"]
    groups = services.attendance.roll_call_groups(desk, forum.id, "room")
    assert groups == (("ริมน้ำ 1", 0, 1), ("", 1, 3))


def conflicts(desk: Desk) -> int:
    with desk.look() as look:
        return len(look.connection.execute(field_conflict.select()).all())


@pytest.mark.parametrize("knows_first", [True, False])
def test_leaving_and_standing_in_outlive_a_desk_that_did_not_know(
    two_desks: tuple[Desk, Desk], forum: Forum, knows_first: bool
) -> None:
    chair, deputy = members(two_desks[0], forum)
    one, other = two_desks
    if not knows_first:
        services.registration.check_in(other, deputy.id)
    services.attendance.stand_in(one, deputy.id, chair.id)
    services.attendance.leave(one, deputy.id)
    if knows_first:
        services.registration.check_in(other, deputy.id)
    exchange(two_desks)
    rows = [services.registration.read_attendee(d, deputy.id) for d in two_desks]
    assert rows[0] == rows[1]
    here = rows[0].attendance
    assert here is not None
    assert (here.in_place_of, here.left_at is None) == (chair.id, False)
    assert conflicts(one) == conflicts(other) == 0
    assert services.registration.check_in(other, deputy.id).answer is CheckInAnswer.RETURNED
    exchange(two_desks)
    assert services.registration.read_attendee(one, deputy.id).is_in_hall


def test_an_undo_that_did_not_know_a_later_check_in_is_left_to_a_person(
    two_desks: tuple[Desk, Desk], forum: Forum
) -> None:
    one, other = two_desks
    person = walk_in(one, forum)
    exchange(two_desks)
    services.registration.undo_check_in(other, person.id, "ผิดคน")
    services.registration.check_in(other, person.id)
    services.registration.undo_check_in(one, person.id, "ผิดคน")
    exchange((one, other))
    rows = {services.registration.read_attendee(d, person.id) for d in (one, other)}
    assert len(rows) == 1
    assert conflicts(one) == conflicts(other) == 1
    again = services.registration.check_in(one, person.id)
    assert again.row.is_present
    exchange((one, other))
    assert services.registration.read_attendee(other, person.id).is_present


SESSIONS = ("morning", "afternoon")
ACTS = ("check_in", "check_in", "leave", "exchange")


@pytest.fixture
def two_desks(desk: Desk, forum: Forum, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    # One clock for both: what comes later in the list of acts is later everywhere.
    other = join(tmp_path, desk, forum.id, "B", desk.clock)
    yield desk, other
    other.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 1), st.sampled_from(SESSIONS)), max_size=12
    ),
    takes_first=st.sampled_from([1, -1]),
)
def test_check_ins_at_two_desks_are_one_whatever_their_order(
    two_desks: tuple[Desk, Desk], acts: list[tuple[str, int, str]], takes_first: int
) -> None:
    forum = services.forums.list_forums(two_desks[0])[0]
    person = walk_in(two_desks[0], forum)
    services.registration.undo_check_in(two_desks[0], person.id, "เริ่มใหม่")
    exchange(two_desks)
    first: dict[str, Attendance | None] = {}
    for what, number, session in acts:
        desk = two_desks[number]
        before = services.registration.read_attendee(desk, person.id, session)
        if what == "exchange":
            exchange(two_desks)
        elif what == "leave" and before.is_in_hall:
            services.attendance.leave(desk, person.id, session)
        elif what == "check_in":
            came = services.registration.check_in(desk, person.id, session)
            assert came.answer is _expected(before)
            first.setdefault(session, came.row.attendance)
    exchange(two_desks[::takes_first])
    assert _presence(two_desks[0]) == _presence(two_desks[1])
    for session in SESSIONS:
        _is_one(two_desks, person, session, first.get(session))


def _is_one(
    desks: tuple[Desk, Desk], person: Attendee, session: str, first: Attendance | None
) -> None:
    row = services.registration.read_attendee(desks[0], person.id, session)
    assert row.is_present == (first is not None)
    if first is None or row.attendance is None:
        return
    here = row.attendance
    assert (here.checked_in_at, here.station) == (first.checked_in_at, first.station)
    services.registration.check_in(desks[0], person.id, session)
    before = _presence(desks[0])
    again = services.registration.check_in(desks[0], person.id, session)
    assert again.answer is CheckInAnswer.ALREADY
    assert _presence(desks[0]) == before


def _expected(before: AttendeeRow) -> CheckInAnswer:
    if before.is_in_hall:
        return CheckInAnswer.ALREADY
    return CheckInAnswer.RETURNED if before.is_present else CheckInAnswer.CHECKED_IN


def _presence(desk: Desk) -> list[Attendance]:
    table = ENTITY_TABLES["attendance"]
    with desk.look() as look:
        return list(look.records(Attendance, table.select().order_by(table.c.id)))
