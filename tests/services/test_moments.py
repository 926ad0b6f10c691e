"""A forum at a moment is what the tables said then: the counts were taken while it happened."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import OpinionKind, Utterance
from forum_desktop.records.overview import Counts
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack
from tests.services.laptops import exchange, join

T = TypeVar("T")
ACTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), min_size=4, max_size=22)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


class Day:
    """Acts by number on a real file; some find nothing to do."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.forum_id = services.forums.create_forum(desk, make_pack()).id
        overview = services.forums.read_overview(desk, self.forum_id)
        self.strategies = [None, *(item.id for item in overview.strategies)]
        self.people: list[Attendee] = []
        self.opinions: list[UUID] = []

    def do(self, act: int, at: int) -> None:
        """Do an act on the thing numbered `at`."""
        desk, person, opinion = self.desk, _one(self.people, at), _one(self.opinions, at)
        if act in {0, 1}:
            self.people.append(self._walk_in(at))
        elif act in {2, 3} or opinion is None or person is None:
            said = Utterance(
                text=f"ขอไฟ {at}", kind=OpinionKind.NEED, strategy_id=self.strategies[at]
            )
            self.opinions.append(services.opinions.take_down(desk, self.forum_id, said).id)
        elif act == 4:
            services.stream.withdraw(desk, opinion, "ซ้ำ")
        elif act == 5:
            services.stream.sort_into(desk, opinion, self.strategies[at])
        elif act == 6:
            services.trash.restore(desk, "opinion", opinion)
        elif act == 7 and services.registration.read_attendee(desk, person.id).is_present:
            services.registration.undo_check_in(desk, person.id, "ลงผิด")
        elif act == 8:
            with desk.act() as writing:
                writing.put(replace(writing.get(Attendee, person.id), withdrawn="ลงซ้ำ"))
        else:
            with suppress(Refusal):  # she may be the same already
                services.twins.merge_people(desk, person.id, self.people[0].id, "คนเดียวกัน")

    def _walk_in(self, at: int) -> Attendee:
        return services.registration.register_walk_in(
            self.desk, self.forum_id, full_name=f"นางสาวทดสอบ สมมติ{at}", sector="people"
        ).attendee


def _one(some: list[T], at: int) -> T | None:
    return some[at % len(some)] if some else None


def counted(desk: Desk, forum_id: UUID) -> Counts:
    return _sorted(services.forums.read_overview(desk, forum_id).counts)


def _sorted(counts: Counts) -> Counts:
    by_strategy = sorted(counts.by_strategy, key=str)
    return Counts(
        registered=counts.registered,
        present=counts.present,
        opinions=counts.opinions,
        complaints=counts.complaints,
        by_strategy=tuple(by_strategy),
    )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_every_moment_tells_what_was_counted_then(desk: Desk, acts: list[tuple[int, int]]) -> None:
    day = Day(desk)
    snapshots = []
    for act, at in acts:
        day.do(act, at)
        snapshots.append((desk.clock(), counted(desk, day.forum_id)))
    for moment, counts in snapshots:
        shown = services.moments.read_moment(desk, day.forum_id, moment)
        assert _sorted(shown.counts) == counts
        assert len(shown.opinions) == counts.opinions
        assert len(shown.people) == counts.present


def test_who_was_withdrawn_is_registered_no_more(desk: Desk) -> None:
    day = Day(desk)
    for act, at in ((0, 0), (2, 0)):
        day.do(act, at)
    then, before = desk.clock(), counted(desk, day.forum_id)
    for act in (7, 8):
        day.do(act, 0)
    after = counted(desk, day.forum_id)
    assert after.registered == before.registered - 1
    for moment, counts in ((then, before), (desk.clock(), after)):
        assert (
            services.moments.read_moment(desk, day.forum_id, moment).counts.registered
            == counts.registered
        )


def test_before_it_was_made_there_is_no_forum(desk: Desk, forum_id: UUID) -> None:
    (stop,) = services.moments.list_stops(desk, forum_id)
    early = stop.at.replace(year=stop.at.year - 1)
    assert services.moments.read_moment(desk, forum_id, early).forum is None
    assert services.moments.read_moment(desk, forum_id, stop.at).forum is not None


def test_a_moment_shows_words_as_they_were(desk: Desk, forum_id: UUID) -> None:
    said = Utterance(text="ขอไฟ", kind=OpinionKind.NEED)
    opinion = services.opinions.take_down(desk, forum_id, said)
    then = desk.clock()
    services.answering.correct_wording(desk, opinion.id, "ขอไฟในซอย")
    shown = services.moments.read_moment(desk, forum_id, then)
    assert [one.text for one in shown.opinions] == ["ขอไฟ"]
    assert [s.count for s in services.moments.list_stops(desk, forum_id)][-1] > 2


def test_looking_back_writes_nothing_and_brings_nobody_erased_back(
    desk: Desk, forum_id: UUID
) -> None:
    her = services.registration.register_walk_in(
        desk, forum_id, full_name="นางสาวทดสอบ สมมติ", sector="people"
    ).attendee
    then = desk.clock()
    services.privacy.erase_person(desk, her.id, "เจ้าตัวขอ")
    with desk.look() as look:
        before = look.driver.execute("SELECT count(*), max(number) FROM operation").fetchone()
    assert "สมมติ" not in repr(services.moments.read_moment(desk, forum_id, then))
    with desk.look() as look:
        after = look.driver.execute("SELECT count(*), max(number) FROM operation").fetchone()
    assert before == after


@pytest.fixture
def other(desk: Desk, forum_id: UUID, tmp_path: Path) -> Iterator[Desk]:
    joined = join(tmp_path, desk, forum_id, "B", StepClock())
    yield joined
    joined.close()


def test_two_laptops_that_know_the_same_look_back_on_the_same(
    desk: Desk, other: Desk, forum_id: UUID
) -> None:
    said = Utterance(text="ขอไฟ", kind=OpinionKind.NEED)
    opinion = services.opinions.take_down(desk, forum_id, said)
    services.opinions.take_down(other, forum_id, said)
    exchange((desk, other))
    services.stream.withdraw(other, opinion.id, "ซ้ำ")
    exchange((desk, other))
    for stop in services.moments.list_stops(desk, forum_id):
        here, there = (
            services.moments.read_moment(one, forum_id, stop.at) for one in (desk, other)
        )
        assert here == there
    assert len(here.opinions) == 1
