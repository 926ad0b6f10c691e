"""Who came and who is missing, as counts that always add up."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.arrivals import ArrivalRow, Arrivals, TallySum
from forum_desktop.records.people import Attendee
from forum_desktop.services import tallies
from forum_desktop.services.desk import Desk
from tests.factory import BANGKOK, StepClock
from tests.services.laptops import exchange, join, pack_of_a_day

NINE = datetime(2027, 2, 11, 9, 0, tzinfo=BANGKOK)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, pack_of_a_day()).id


def walk_in(desk: Desk, forum_id: UUID, minute: int = 0, **told: Any) -> Attendee:
    at = NINE + timedelta(minutes=minute, seconds=17)
    return services.registration.register_walk_in(
        desk, forum_id, full_name="นางสมหญิง ใจดี", sector=told.pop("sector", ""), at=at, **told
    ).attendee


def rows(counted: tuple[ArrivalRow, ...]) -> dict[str, tuple[int | None, int, int]]:
    return {row.code: (row.expected, row.registered, row.present) for row in counted}


def test_expected_registered_and_present_stand_beside_each_other(
    desk: Desk, forum_id: UUID
) -> None:
    walk_in(desk, forum_id, sector="people", community="ริมน้ำ 1")
    gone = walk_in(desk, forum_id, 3, sector="state", zone="เขต 9")
    services.registration.undo_check_in(desk, gone.id, "ผิดคน")
    left = walk_in(desk, forum_id, 3, sector="ไม่รู้จัก", zone="เขต 9")
    services.attendance.leave(desk, left.id)
    here = services.arrivals.read_arrivals(desk, forum_id)
    assert (here.registered, here.present, here.left) == (5, 2, 1)
    assert rows(here.by_sector) == {
        "people": (3, 1, 1),
        "state": (None, 1, 0),
        "youth": (2, 0, 0),
        "": (None, 3, 1),
    }
    assert rows(here.by_zone) == {"เขต 1": (None, 1, 1), "เขต 2": (None, 0, 0), "": (None, 4, 1)}
    assert here.expected == 3 + 1 + 2 + 3
    assert [(m.at - NINE, m.count) for m in here.per_minute] == [
        (timedelta(minutes=n), count) for n, count in enumerate((1, 0, 0, 1))
    ]


def test_a_session_for_some_expects_them_only(desk: Desk, forum_id: UUID) -> None:
    walk_in(desk, forum_id, sector="people", community="ริมน้ำ 1")
    walk_in(desk, forum_id, sector="youth", community="ตลาดเก่า")
    young = walk_in(desk, forum_id, sector="youth", community="ริมน้ำ 1")
    guest = walk_in(desk, forum_id, sector="people")
    services.registration.check_in(desk, guest.id, "room", anyway=True)
    room = services.arrivals.read_arrivals(desk, forum_id, "room")
    # Two members, whom no session shuts out, the young one, and the guest who came anyway.
    assert (room.registered, room.present, room.expected) == (4, 1, 4)
    assert rows(room.by_sector) == {
        "people": (None, 1, 1),
        "youth": (None, 1, 0),
        "": (None, 2, 0),
    }
    services.registration.check_in(desk, young.id, "room")
    assert services.arrivals.read_arrivals(desk, forum_id, "room").present == 2


def test_paper_and_wrong_clocks_do_not_spoil_the_minutes(desk: Desk, forum_id: UUID) -> None:
    walk_in(desk, forum_id)
    walk_in(desk, forum_id, 60 * 24 * 365)
    services.paper.enter_from_paper(desk, forum_id, full_name="นางกระดาษ ใจดี")
    here = services.arrivals.read_arrivals(desk, forum_id)
    assert (here.present, here.from_paper) == (3, 1)
    assert [minute.count for minute in here.per_minute] == [1, 1]


def test_needs_are_counted_by_each_laptop_and_summed(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    count = services.arrivals.count_need
    other = join(tmp_path, desk, forum_id, "B", StepClock())
    for step in (1, 1, -1, -1, -1, 1):
        count(desk, forum_id, "wheelchair", step)
    count(other, forum_id, "wheelchair", 2)
    count(other, forum_id, "sign-language")
    exchange((desk, other))
    wanted = {"wheelchair": 3, "sign-language": 1, "interpreter": 0}
    for laptop in (desk, other):
        needs = services.arrivals.list_needs(laptop, forum_id)
        assert {need.subject: need.count for need in needs} == wanted
        assert services.arrivals.read_arrivals(laptop, forum_id).needs == needs
    with pytest.raises(Refusal, match="need_unknown"):
        count(desk, forum_id, "helicopter")
    other.close()


def test_screenings_are_sums_only(desk: Desk, forum_id: UUID) -> None:
    with desk.act() as act:
        tallies.count(act, forum_id, "screening.passed", 2)
    screened = services.arrivals.read_arrivals(desk, forum_id).screenings
    assert screened == (TallySum(subject="passed", count=2),)


SECTORS = ("people", "state", "youth", "", "other")
PLACES = ("ริมน้ำ 1", "ตลาดเก่า", "บ้านไกล", "")
SESSIONS = ("morning", "afternoon", "room")
ACTS = ("check_in", "check_in", "undo", "leave", "withdraw", "merge", "paper")

people = st.lists(st.tuples(st.sampled_from(SECTORS), st.sampled_from(PLACES)), max_size=6)
acts = st.lists(
    st.tuples(
        st.sampled_from(ACTS),
        st.integers(0, 5),
        st.sampled_from(SESSIONS),
    ),
    max_size=12,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(people=people, acts=acts)
def test_sums_always_equal_head_counts(
    desk: Desk, people: list[tuple[str, str]], acts: list[tuple[str, int, str]]
) -> None:
    forum_id = services.forums.create_forum(desk, pack_of_a_day()).id
    ids = [
        walk_in(desk, forum_id, number, sector=sector, community=place).id
        for number, (sector, place) in enumerate(people)
    ]
    for what, number, session in acts:
        _do(desk, ids, what, number, session)
    for session in ("", *SESSIONS):
        arrivals = services.arrivals.read_arrivals(desk, forum_id, session)
        _add_up(arrivals)
        listed = services.attendance.roll_call(desk, forum_id, session)
        assert arrivals.registered == len(listed)
        assert arrivals.present == sum(entry.row.is_present for entry in listed)
        assert arrivals.left == sum(
            entry.row.is_present and not entry.row.is_in_hall for entry in listed
        )
        groups = services.attendance.roll_call_groups(desk, forum_id, session)
        assert sum(group[1] for group in groups) == arrivals.present
        assert sum(group[2] for group in groups) == arrivals.registered
    counts = services.forums.read_overview(desk, forum_id).counts
    day = services.arrivals.read_arrivals(desk, forum_id)
    assert (counts.registered, counts.present) == (day.registered, day.present)


def _add_up(arrivals: Arrivals) -> None:
    for counted in (arrivals.by_sector, arrivals.by_zone):
        assert sum(row.registered for row in counted) == arrivals.registered
        assert sum(row.present for row in counted) == arrivals.present
    assert sum(m.count for m in arrivals.per_minute) == arrivals.present - arrivals.from_paper


def _do(desk: Desk, ids: list[UUID], what: str, number: int, session: str) -> None:
    if number >= len(ids):
        return
    with desk.look() as look:
        person = look.get(Attendee, ids[number])
    row = services.registration.read_attendee(desk, person.id, session)
    match what:
        case "check_in" | "paper":
            services.registration.check_in(
                desk, person.id, session, anyway=True, from_paper=what == "paper"
            )
        case "undo" if row.is_present:
            services.registration.undo_check_in(desk, person.id, "ผิดคน", session)
        case "leave" if row.is_in_hall:
            services.attendance.leave(desk, person.id, session)
        case "withdraw":
            _put(desk, replace(person, withdrawn="ถอนการนำเข้า"))
        case "merge" if number:
            _put(desk, replace(person, same_as=ids[number // 2]))


def _put(desk: Desk, person: Attendee) -> None:
    with desk.act() as act:
        act.put(person)
