"""Who was merged into whom, whatever a log says."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.db.database import Database
from forum_desktop.db.merged import roots
from forum_desktop.db.presence import presence_of, root_of
from forum_desktop.records.identity import same_id
from forum_desktop.records.people import Attendee
from tests.factory import FORUM_ID

IDS = sorted(same_id("person", str(number)) for number in range(6))
UNKNOWN = UUID(int=0)


def person(number: int, same_as: UUID | None = None) -> Attendee:
    return Attendee(
        id=IDS[number],
        forum_id=FORUM_ID,
        title="นาย",
        first_name="ทดสอบ",
        sector="people",
        same_as=same_as,
    )


def told(database: Database, *people: Attendee) -> dict[UUID, UUID]:
    with database.write() as act:
        for one in people:
            act.put(one)
    with database.read() as look:
        return roots(look, FORUM_ID)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "data")
    yield opened
    opened.close()


def test_chains_lead_to_the_oldest(database: Database) -> None:
    same = told(database, person(0), person(1, IDS[0]), person(2, IDS[1]), person(3, IDS[2]))
    assert same == {IDS[number]: IDS[0] for number in (1, 2, 3)}


def test_who_is_merged_into_somebody_unknown_stands_for_herself(database: Database) -> None:
    assert told(database, person(1, UNKNOWN), person(2, IDS[1])) == {IDS[2]: IDS[1]}
    assert told(database, person(3, IDS[0])) == {IDS[2]: IDS[1]}
    assert told(database, person(0)) == {IDS[2]: IDS[1], IDS[3]: IDS[0]}


def test_other_forums_are_left_out(database: Database) -> None:
    told(database, person(0), person(1, IDS[0]))
    with database.read() as look:
        assert roots(look, same_id("another forum")) == {}


def test_no_ring_can_form_even_where_a_log_tells_one(database: Database) -> None:
    for one, other, third in permutations(range(3)):
        same = told(database, person(one, IDS[other]), person(other, IDS[third]), person(third))
        assert not set(same) & set(same.values())
    ring = told(database, person(0, IDS[2]), person(1, IDS[0]), person(2, IDS[1]))
    assert ring == {IDS[1]: IDS[0], IDS[2]: IDS[0]}
    with database.read() as look:
        for number in range(3):
            found = look.get(Attendee, IDS[number])
            assert root_of(look, found).id == IDS[0]
            assert presence_of(look, found, "") == ()


@given(pointers=st.lists(st.sampled_from([None, UNKNOWN, *IDS]), min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_one_by_one_and_all_together_are_told_alike(
    tmp_path_factory: pytest.TempPathFactory, pointers: list[UUID | None]
) -> None:
    opened = Database.open(tmp_path_factory.mktemp("file") / "data")
    try:
        same = told(opened, *(person(number, to) for number, to in enumerate(pointers)))
        assert not set(same) & set(same.values())
        with opened.read() as look:
            for one in look.all(Attendee, forum_id=FORUM_ID):
                assert root_of(look, one).id == same.get(one.id, one.id)
    finally:
        opened.close()
