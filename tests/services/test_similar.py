"""What was said before in nearly the same words: learnt in portions, and kept up with."""

from dataclasses import replace
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.similar import SaidBefore

ASKED = "อยากให้ซ่อมถนนหน้าโรงเรียนด้วย"
MANY = 600


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, services.packs.list_packs()[0]).id


def test_what_is_like_is_found_and_what_is_not_is_not(desk: Desk, forum_id: UUID) -> None:
    road = _say(desk, forum_id, "ขอให้ซ่อมถนนหน้าโรงเรียน")
    _say(desk, forum_id, "ขอให้เพิ่มถังขยะที่ตลาดสดทุกจุด")
    assert SaidBefore(forum_id).like(desk, ASKED) == (road,)


def test_short_words_are_like_nothing(desk: Desk, forum_id: UUID) -> None:
    _say(desk, forum_id, "ซ่อมถนน")
    assert SaidBefore(forum_id).like(desk, "ซ่อมถนน") == ()


def test_portions_teach_as_much_as_all_at_once(desk: Desk, forum_id: UUID) -> None:
    said = _say_many(desk, forum_id)
    before, portions = SaidBefore(forum_id), 1
    while not before.learn(desk):
        portions += 1
    assert portions > 2
    for opinion in (said[0], said[MANY // 2], said[-1]):
        assert before.like(desk, opinion.text)[0] == opinion


def test_what_changes_while_it_learns_is_heard(desk: Desk, forum_id: UUID) -> None:
    said = _say_many(desk, forum_id)
    before = SaidBefore(forum_id)
    assert not before.learn(desk)
    services.opinions.withdraw_opinion(desk, said[-1].id, "พูดซ้ำ")
    road = _say(desk, forum_id, "ขอให้ซ่อมถนนหน้าโรงเรียน")
    while not before.learn(desk):
        pass
    assert before.like(desk, ASKED)[0] == road
    assert said[-1] not in before.like(desk, said[-1].text)


def test_another_wording_takes_the_place_of_the_first(desk: Desk, forum_id: UUID) -> None:
    before, road = SaidBefore(forum_id), _say(desk, forum_id, "ขอให้ซ่อมถนนหน้าโรงเรียน")
    assert before.like(desk, ASKED) == (road,)
    with desk.act() as act:
        act.put(replace(road, text="ขอให้เพิ่มถังขยะที่ตลาดสดทุกจุด"))
    assert before.like(desk, ASKED) == ()
    assert [found.id for found in before.like(desk, "เพิ่มถังขยะที่ตลาดสด")] == [road.id]


def test_another_forum_is_another_matter(desk: Desk, forum_id: UUID) -> None:
    _say(desk, forum_id, "ขอให้ซ่อมถนนหน้าโรงเรียน")
    other = services.forums.create_forum(desk, services.packs.list_packs()[0])
    assert SaidBefore(other.id).like(desk, ASKED) == ()


def _say(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def _say_many(desk: Desk, forum_id: UUID) -> list[Opinion]:
    one = _say(desk, forum_id, "ขอให้ดูแลเรื่องแรก")
    with desk.act() as act:
        places = ("ริมคลอง", "หลังวัด", "ข้างตลาด", "ปากซอย", "ในสวน")
        texts = [f"{at:04} ขอเรื่องที่ {at:04} {places[at % 5]}" for at in range(MANY)]
        return [act.add(replace(one, id=act.new_id(), text=text)) for text in texts]
