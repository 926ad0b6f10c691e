"""An hour of 1,500 people at four stations that never meet, then merge to the right totals.

What each station does is written down beside it, plainly; after the merge the laptops must all
say the same, and just that.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, CheckInAnswer
from forum_desktop.services.contents.minutes import minutes_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.rehearsing.clock import ForumClock
from forum_desktop.services.rehearsing.samples import People
from tests.services.laptops import join, pack_of_a_day, take

STATIONS = "ABCD"
PEOPLE = 1500
LISTED = 500
TWICE = range(0, 120, 2)
"""Of those on the list, who gives her name at two stations."""
BACK_OUT = range(200, 230)
"""Whose check-in is taken back, every third of whom comes after all."""
FROM_PAPER = range(400, 425)
LEAVING = range(300, 340)


@dataclass
class Written:
    """What was done, by hand: who first came when and where, and who is in the hall."""

    came: dict[UUID, tuple[datetime, str]] = field(default_factory=dict)
    left: set[UUID] = field(default_factory=set)
    paper: set[UUID] = field(default_factory=set)
    sectors: dict[UUID, str] = field(default_factory=dict)
    double: int = 0
    undone: int = 0


@dataclass(frozen=True)
class Hall:
    """The four laptops, with a clock each that shows the forum's own hour."""

    forum_id: UUID
    pack: EventPack
    desks: tuple[Desk, ...]
    clocks: tuple[ForumClock, ...]
    listed: tuple[Attendee, ...]
    random: Random
    people: People
    written: Written = field(default_factory=Written)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder, pack = tmp_path_factory.mktemp("hall"), pack_of_a_day()
    random = Random(2565)
    people = People(random)
    clocks = tuple(ForumClock.of(pack) for _ in STATIONS)
    for clock in clocks:
        clock.turn_to(-65, -60, 20)
    with ExitStack() as open_desks:
        first = Desk.open(folder / "A", actor="A", clock=clocks[0])
        open_desks.callback(first.close)
        forum_id = services.forums.create_forum(first, pack).id
        listed = _import(first, forum_id, folder / "people.csv", people)
        others = [
            join(folder, first, forum_id, letter, clock)
            for letter, clock in zip(STATIONS[1:], clocks[1:], strict=True)
        ]
        for desk in others:
            open_desks.callback(desk.close)
        yield Hall(forum_id, pack, (first, *others), clocks, listed, random, people)


def _import(desk: Desk, forum_id: UUID, path: Path, people: People) -> tuple[Attendee, ...]:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["ชื่อ-สกุล", "ชุมชน", "ภาคส่วน"])
        places = ("ริมน้ำ 1", "ตลาดเก่า", "")
        lines.writerows([people.full_name(), places[n % 3], "ภาครัฐ"] for n in range(LISTED))
    preview = services.imports.preview_attendees(desk, forum_id, path)
    services.imports.apply_attendees(desk, forum_id, preview)
    rows = services.registration.find_attendees(desk, forum_id, "", 2 * LISTED)
    return tuple(sorted((r.attendee for r in rows if r.attendee.import_id), key=lambda a: a.id))


def test_an_hour_at_four_stations_merges_to_the_right_totals(hall: Hall) -> None:
    for clock in hall.clocks:
        clock.turn_to(-60, 0, PEOPLE // len(STATIONS))
    _the_hour(hall)
    _afterwards(hall)
    orders = ((0, (1, 2, 3)), (1, (3, 2, 0)), (2, (0, 0, 3, 1)), (3, (2, 1, 0, 1)))
    bags = tuple(hall.desks)
    for number, others in orders:
        take(bags[number], *(bags[other] for other in others))
    take(bags[0], bags[3], bags[1])
    for desk in hall.desks:
        _check(hall, desk)
    told = hall.written
    print(
        f"{len(told.came)} came, {len(told.left)} left, {len(told.paper)} from paper,"
        f" {told.double} gave their names twice, {told.undone} check-ins were taken back"
    )


def _the_hour(hall: Hall) -> None:
    """Let everybody in: the listed by name, all others as walk-ins, in no order."""
    arrivals = [*hall.listed, *(None for _ in range(PEOPLE - LISTED))]
    hall.random.shuffle(arrivals)
    for number, person in enumerate(arrivals):
        desk = hall.desks[number % len(STATIONS)]
        if person is None:
            _walk_in(hall, desk)
        else:
            _check_in(hall, desk, person)


def _walk_in(hall: Hall, desk: Desk) -> None:
    sector = hall.random.choice(("people", "youth", ""))
    row = services.registration.register_walk_in(
        desk,
        hall.forum_id,
        full_name=hall.people.full_name(),
        sector=sector,
        community=hall.random.choice(("ริมน้ำ 1", "ตลาดเก่า", "บ้านไกล")),
    )
    _note(hall, row.attendee, desk, row.attendance.checked_in_at if row.attendance else None)


def _check_in(hall: Hall, desk: Desk, person: Attendee) -> None:
    """Find somebody by name, as a desk does, and check her in."""
    typed = f"{person.first_name} {person.last_name}"
    found = services.registration.find_attendees(desk, hall.forum_id, typed)
    assert person in {row.attendee for row in found}
    came = services.registration.check_in(desk, person.id)
    assert came.answer is CheckInAnswer.CHECKED_IN
    assert came.row.attendance is not None
    _note(hall, person, desk, came.row.attendance.checked_in_at)


def _note(hall: Hall, person: Attendee, desk: Desk, at: datetime | None) -> None:
    assert at is not None
    told = (at, desk.actor)
    hall.written.came[person.id] = min(hall.written.came.get(person.id, told), told)
    hall.written.sectors[person.id] = person.sector


def _afterwards(hall: Hall) -> None:
    """Do what else happens at desks: all of it without the others' knowing."""
    for clock in hall.clocks:
        clock.turn_to(1, 30, 200)
    _twice(hall)
    _back_out(hall)
    _leave(hall)
    _type_up(hall)
    _stand_in(hall)
    for desk in hall.desks:
        for step in (1, 1, -1):
            services.arrivals.count_need(desk, hall.forum_id, "wheelchair", step)


def _twice(hall: Hall) -> None:
    for number in TWICE:
        person = hall.listed[number]
        desk = next(d for d in hall.desks if d.actor != hall.written.came[person.id][1])
        came = services.registration.check_in(desk, person.id)
        # This laptop cannot know of the other one; the merge does.
        assert came.answer is CheckInAnswer.CHECKED_IN
        hall.written.double += 1


def _back_out(hall: Hall) -> None:
    for number in BACK_OUT:
        person, desk = _at_her_desk(hall, number)
        services.registration.undo_check_in(desk, person.id, "มาผิดงาน")
        hall.written.came.pop(person.id)
        hall.written.undone += 1
        if number % 3 == 0:
            _check_in(hall, desk, person)


def _leave(hall: Hall) -> None:
    for number in LEAVING:
        person, desk = _at_her_desk(hall, number)
        services.attendance.leave(desk, person.id)
        if number % 4 == 0:
            back = services.registration.check_in(desk, person.id)
            assert back.answer is CheckInAnswer.RETURNED
        else:
            hall.written.left.add(person.id)


def _type_up(hall: Hall) -> None:
    """Type up a sheet: of people who are known to be here, and of others who are not."""
    for number in FROM_PAPER:
        person, desk = _at_her_desk(hall, number)
        name = f"{person.first_name} {person.last_name}"
        came = services.paper.enter_from_paper(
            desk, hall.forum_id, full_name=name, place=person.community
        )
        assert (came.answer, came.row.attendee) == (CheckInAnswer.ALREADY, person)
        new = services.paper.enter_from_paper(
            desk, hall.forum_id, full_name=hall.people.full_name(), place="ริมน้ำ 1"
        )
        assert new.row.attendance is not None
        _note(hall, new.row.attendee, desk, new.row.attendance.checked_in_at)
        hall.written.paper.add(new.row.attendee.id)


def _stand_in(hall: Hall) -> None:
    """Let the chair give his name at two stations, and the deputy send somebody."""
    chair, deputy = services.delegations.list_members(hall.desks[0], hall.forum_id)
    for desk in hall.desks[1:3]:
        came = services.registration.check_in(desk, chair.attendee.id)
        assert came.row.attendance is not None
        _note(hall, chair.attendee, desk, came.row.attendance.checked_in_at)
    person, desk = _at_her_desk(hall, 499)
    services.attendance.stand_in(desk, person.id, deputy.attendee.id)


def _at_her_desk(hall: Hall, number: int) -> tuple[Attendee, Desk]:
    person = hall.listed[number]
    station = hall.written.came[person.id][1]
    return person, hall.desks[STATIONS.index(station)]


def _check(hall: Hall, desk: Desk) -> None:
    told = hall.written
    here = services.arrivals.read_arrivals(desk, hall.forum_id)
    assert here.present == len(told.came)
    assert here.left == len(told.left)
    assert here.from_paper == len(told.paper)
    # Both members of the pack, everybody on the list, every walk-in and every new line.
    assert here.registered == 2 + PEOPLE + len(told.paper)
    _check_counts(hall, {row.code: row.present for row in here.by_sector})
    assert sum(row.present for row in here.by_zone) == here.present
    assert sum(minute.count for minute in here.per_minute) == here.present - here.from_paper
    assert {need.subject: need.count for need in here.needs}["wheelchair"] == len(STATIONS)
    counts = services.forums.read_overview(desk, hall.forum_id).counts
    assert (counts.registered, counts.present) == (here.registered, here.present)
    _check_rows(hall, desk)
    _check_minutes(hall, desk)
    assert services.storage.check(desk).is_sound


def _check_counts(hall: Hall, counted: dict[str, int]) -> None:
    sectors = Counter(hall.written.sectors[person] for person in hall.written.came)
    assert {code: count for code, count in counted.items() if count} == dict(sectors)


def _check_rows(hall: Hall, desk: Desk) -> None:
    rows = services.attendance.roll_call(desk, hall.forum_id)
    there = {entry.row.attendee.id: entry.row for entry in rows if entry.row.is_present}
    assert there.keys() == hall.written.came.keys()
    for person, row in there.items():
        assert row.attendance is not None
        assert (row.attendance.checked_in_at, row.attendance.station) == hall.written.came[person]
        assert row.is_in_hall == (person not in hall.written.left)


def _check_minutes(hall: Hall, desk: Desk) -> None:
    with desk.look() as look:
        forum = services.forums.list_forums(desk)[0]
        content = minutes_of(look, forum, Edition.INTERNAL)
    chair, substitute = content.members_present
    assert (chair.person.last_name, chair.stands_for) == ("ประธานสมมติ", None)
    assert substitute.person == hall.listed[499]
    assert substitute.stands_for is not None
    assert content.members_absent == ()
    # The chair and she who came for the deputy are named; all others are counted.
    took_part = sum(row.count for row in content.participants_by_sector)
    assert took_part == len(hall.written.came) - 2
    assert len(content.attendees) == len(hall.written.came)
