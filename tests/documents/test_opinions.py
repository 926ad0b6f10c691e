"""The table of opinions by strategy."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.house.plan_order import in_plan_order
from forum_desktop.documents.opinions import render
from forum_desktop.records.documents import OpinionsContent
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.wording import Wording
from tests.documents.factory import make_approaches, make_opinion, make_strategies
from tests.documents.family import make_opinions, reference
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed


def read(content: OpinionsContent) -> str:
    return running_text(pypdf_pages(render(content, Wording())))


def test_a_row_has_all_there_is_to_say() -> None:
    text = read(make_opinions())
    assert f"๑{reference(1)}๒.๒ปัญหาที่ซอยบุหรี่เก่า" in text
    assert "ในปี2568ผู้แทนชุมชนศรีน้ำปั่น2กองช่างรับไปสำรวจ" in text


def test_strategies_stand_in_order_with_counts_and_the_unsorted_last() -> None:
    text = read(make_opinions())
    heads = (
        "ความคิดเห็นทั้งสิ้น๕ข้อปัญหา๑ข้อความต้องการ๑ข้อข้อเสนอแนะ๑ข้อคำถาม๑ข้อคำชมเชย๑ข้อ",
        "ยุทธศาสตร์ที่๑การพัฒนาสังคมและคุณภาพชีวิตจำนวน๓ข้อ",
        "ยุทธศาสตร์ที่๒พัฒนาโครงสร้างพื้นฐานและระบบบริการสาธารณะจำนวน๑ข้อ",
        "ยุทธศาสตร์ที่๓พัฒนาและรักษาคุณภาพสิ่งแวดล้อมไม่มีผู้แสดงความคิดเห็น",
        "ความคิดเห็นที่ยังไม่จัดกลุ่มจำนวน๑ข้อ",
    )
    places = [text.find(head) for head in heads]
    assert -1 not in places
    assert places == sorted(places)


strategy_numbers = st.sampled_from([None, 1, 2, 3, 9])
approach_codes = st.sampled_from(["", "1.1", "1.3", "2.2", "9.9"])


@given(
    st.lists(
        st.tuples(strategy_numbers, approach_codes, st.sampled_from(list(OpinionKind))),
        max_size=30,
    )
)
@settings(max_examples=12, deadline=None)
def test_every_reference_stands_once_wherever_it_belongs(
    places: list[tuple[int | None, str, OpinionKind]],
) -> None:
    opinions = [
        replace(make_opinion("ถ้อยคำ", strategy=s, approach=a, kind=k), reference=reference(n))
        for n, (s, a, k) in enumerate(places, start=1)
    ]
    document = render(replace(make_opinions(), opinions=tuple(opinions)), Wording())
    for extract in (pypdf_pages, pdfium_pages):
        text = squeezed("".join(extract(document)))
        assert all(text.count(opinion.reference) == 1 for opinion in opinions)
        assert text.count("ถ้อยคำ") == len(opinions)


def test_chapters_hold_every_item_once_and_approaches_in_the_order_of_numbers() -> None:
    codes = ("1.10", "1.9", "1.2")
    approaches = [
        replace(make_approaches()[0], id=same_id("approach", code), code=code) for code in codes
    ]
    opinions = [make_opinion(code, strategy=1, approach=code) for code in codes]
    chapters = in_plan_order(make_strategies(), approaches, [*opinions, make_opinion("ค้าง")])
    assert [item.text for item in chapters[0].items] == ["1.2", "1.9", "1.10"]
    assert [len(chapter.items) for chapter in chapters] == [3, 0, 0, 1]
    assert chapters[-1].strategy is None


@pytest.mark.parametrize("text", ["<b>&amp;</b> {level} %s", "ปี\u0e49" * 500])
def test_odd_words_are_printed_whole(text: str) -> None:
    assert squeezed(text) in read(make_opinions(make_opinion(text, strategy=1)))


def test_a_word_longer_than_pages_is_printed_whole() -> None:
    assert read(make_opinions(make_opinion("ฮ" * 10_000, strategy=1))).count("ฮ") == 10_000


def test_nothing_was_said_at_all() -> None:
    text = read(replace(make_opinions(), opinions=()))
    assert text.count("ไม่มีผู้แสดงความคิดเห็น") == 3
    assert "ความคิดเห็นทั้งสิ้น๐ข้อ" in text


def test_there_is_no_plan_at_all() -> None:
    text = read(replace(make_opinions(), strategies=(), approaches=()))
    assert "ความคิดเห็นที่ยังไม่จัดกลุ่มจำนวน๕ข้อ" in text
