"""Cards and forms: room for a hand to write, and a slip that parts the person from the case."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.cards import render
from forum_desktop.documents.cards.card import compose_cards
from forum_desktop.documents.cards.form import compose_form
from forum_desktop.documents.cards.paper import CARD_HEIGHT, FORM_HEIGHT, FourCards
from forum_desktop.documents.drawing.answers import HAND, WritingLines
from forum_desktop.documents.drawing.arranging import Stack
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import CardsContent
from forum_desktop.records.pack import ComplaintKind, Notice
from forum_desktop.wording import Wording
from tests.documents.reading import pypdf_pages, squeezed
from tests.documents.small_factory import make_cards, make_cards_pack
from tests.documents.small_reading import (
    golden,
    page_sizes,
    phrases_of,
    read_by_both,
    readable,
)

A4 = (210, 297)
WORDS = st.one_of(st.text(max_size=200), st.sampled_from(["ประเภท" * 50, "W" * 700, "", "\n"]))


def contents(words: str, strategies: int, kinds: int) -> CardsContent:
    content = make_cards(strategies)
    kind = ComplaintKind(code="k", name=words)
    notice = Notice(key="privacy", title=words, text=words)
    pack = replace(content.pack, complaint_kinds=(kind,) * kinds, notices=(notice,))
    return replace(
        content,
        pack=pack,
        strategies=tuple(replace(item, short=words) for item in content.strategies),
        forum=replace(content.forum, municipality=words, meeting_name=words),
        station=replace(content.station, name=words),
    )


CONTENTS = st.builds(contents, WORDS, st.integers(0, 20), st.integers(0, 40))


def cards(content: CardsContent) -> list[Stack]:
    pages = list(compose_cards(phrases_of(content), content))
    assert all(isinstance(page, FourCards) for page in pages)
    found = [page.card for page in pages if isinstance(page, FourCards)]
    return [card for card in found if isinstance(card, Stack)]


def form(content: CardsContent) -> Stack:
    found = compose_form(phrases_of(content), content).form
    assert isinstance(found, Stack)
    return found


def test_the_cards_and_the_form_read_as_they_should() -> None:
    assert readable(render(make_cards(), Wording())) == golden("cards")


def test_each_of_four_cards_bears_the_station_and_every_strategy() -> None:
    page = squeezed(pypdf_pages(render(make_cards(9), Wording()))[0])
    for text in (
        "จุดรับBประตู๒",
        "ไม่ต้องเขียนชื่อก็ได้",
        "๙.เศรษฐกิจ",
        "ไม่แน่ใจ",
        "ชมเชย",
        "เลขที่(เจ้าหน้าที่กรอก)",
    ):
        assert page.count(text) == 4


def test_two_readers_find_all_that_is_asked() -> None:
    case = ("เรื่องที่ร้องเรียน", "สถานที่และจุดสังเกต", "ตั้งแต่เมื่อใด", "ผู้ได้รับผลกระทบ")
    person = ("ไม่ประสงค์ออกนาม", "ปกปิดตัดตามรอยประ", "ชื่อ-สกุล", "โทรศัพท์")
    asked = (*case, "สิ่งที่ขอให้ดำเนินการ", *person, "เทศบาลเก็บข้อมูลเท่าที่จำเป็น")
    for text in read_by_both(render(make_cards(), Wording())):
        assert [question for question in asked if question not in text] == []


def test_the_name_stands_below_the_line_that_is_cut() -> None:
    page = squeezed(pypdf_pages(render(make_cards(), Wording()))[-1])
    case, _, person = page.partition("ปกปิดตัดตามรอยประ")
    assert "ชื่อ-สกุล" not in case
    assert "โทรศัพท์" not in case
    assert "เลขรับเรื่อง(เจ้าหน้าที่กรอก)" in case
    assert "เลขรับเรื่อง(เจ้าหน้าที่กรอก)" in person
    assert "เรื่องที่ร้องเรียน" not in person


@pytest.mark.parametrize(
    ("strategies", "pages"), [(0, 2), (1, 2), (9, 2), (10, 3), (18, 3), (19, 4)]
)
def test_there_is_a_page_of_cards_for_each_nine_strategies(strategies: int, pages: int) -> None:
    assert page_sizes(render(make_cards(strategies), Wording())) == [A4] * pages


def test_no_strategy_is_lost_on_the_way_to_another_page() -> None:
    first, second, _ = pypdf_pages(render(make_cards(11), Wording()))
    assert "๙." in first
    assert "๑๐." in second
    assert "๑๑." in second
    assert "บัตรแบบที่ ๒ จาก ๒" in second


@settings(max_examples=40, deadline=None)
@given(CONTENTS)
def test_nothing_overflows_card_or_form(content: CardsContent) -> None:
    for card in cards(content):
        assert card.height <= CARD_HEIGHT
        assert card.blocks[-1].height >= 3 * HAND
    assert form(content).height <= FORM_HEIGHT


@settings(max_examples=6, deadline=None)
@given(CONTENTS)
def test_any_plan_gives_whole_pages(content: CardsContent) -> None:
    sizes = page_sizes(render(content, Wording()))
    assert sizes == [A4] * (max(1, -(-len(content.strategies) // 9)) + 1)


def test_a_hand_has_room_to_write() -> None:
    assert HAND / 72 * 25.4 >= 8
    lines = [block for block in form(make_cards()).blocks if isinstance(block, WritingLines)]
    assert max(block.count for block in lines) >= 6


def test_kinds_beyond_the_form_are_written_by_hand() -> None:
    content = make_cards(pack=make_cards_pack(40))
    for text in read_by_both(render(content, Wording())):
        assert "อื่นๆ(โปรดระบุ)" in text
        assert "เพิ่มเอง๙๙" not in text


def test_other_kinds_are_asked_for_once() -> None:
    kinds = tuple(ComplaintKind(code=name, name=name) for name in ("ถนน", "อื่น ๆ"))
    pack = replace(make_cards_pack(), complaint_kinds=kinds)
    for text in read_by_both(render(make_cards(pack=pack), Wording())):
        assert text.count("อื่นๆ") == 1


def test_a_long_notice_is_pointed_to() -> None:
    notice = Notice(key="privacy", title="ประกาศความเป็นส่วนตัว", text="รายละเอียด " * 99)
    pack = replace(make_cards_pack(), notices=(notice,))
    for text in read_by_both(render(make_cards(pack=pack), Wording())):
        assert "เป็นไปตามประกาศความเป็นส่วนตัวขอดูฉบับเต็มได้ที่จุดรับเรื่อง" in text


def test_the_same_content_gives_the_same_bytes_and_heeds_a_wish_to_stop() -> None:
    heard: list[float] = []
    first = render(make_cards(), Wording(), progress=heard.append)
    assert first == render(make_cards(), Wording())
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        render(make_cards(), Wording(), cancelled=lambda: True)
