"""What happened at a moment stands where it belongs; voices and promises stand with opinions."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import docx as word
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents import csv_file, json_file, minutes, opinions, xlsx
from forum_desktop.documents.docx import render as render_word
from forum_desktop.documents.minutes.course import course_of, spots
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Break
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesSection
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.wording import Wording
from tests.documents.factory import FORUM_ID, at, make_agenda, make_content, make_opinion
from tests.documents.full_minutes import make_full_content, make_handovers, make_said
from tests.documents.office_factory import office_opinions
from tests.documents.reading import pypdf_pages, squeezed

START = at(9, 0)
MINUTES = st.integers(0, 180)
AGREED = "มีผู้เห็นด้วย ๔ ราย"
JOINED = "รวมความเห็นทำนองเดียวกันไว้ ๒ ข้อ"
CONFIRMED = "อ่านทวนแล้ว ผู้พูดยืนยันข้อความ"
PROMISE = "รับจะเปลี่ยนฝาท่อที่ชำรุด 12 จุด ภายในวันอังคารที่ ๓๑ มีนาคม ๒๕๖๙"


def as_pdf(content: MinutesContent) -> str:
    return squeezed("".join(pypdf_pages(minutes.render(content, Wording()))))


def as_word(content: MinutesContent) -> str:
    document = word.Document(io.BytesIO(render_word(content, Wording())))
    return squeezed("".join(paragraph.text for paragraph in document.paragraphs))


FORMATS = pytest.mark.parametrize("read", [as_pdf, as_word], ids=["pdf", "docx"])
Read = Callable[[MinutesContent], str]


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(squeezed(part)) for part in parts]
    return -1 not in places and places == sorted(places)


@FORMATS
def test_handovers_and_breaks_stand_among_the_opinions_by_time(read: Read) -> None:
    assert in_order(
        read(make_full_content()),
        "เวลา ๑๐.๒๐ น. พักการประชุม และประชุมต่อเวลา ๑๐.๓๐ น.",
        "(เริ่มเวลา ๑๐.๓๐ น. เสร็จสิ้นเวลา ๑๒.๐๐ น.)",
        "ขอบคุณเทศบาลที่แก้ไฟส่องสว่างได้เร็ว",
        "เวลา ๑๑.๐๐ น. พักการประชุม",
        "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้",
        "ที่ซอยบุหรี่เก่า",
        "เวลา ๑๑.๔๐ น.",
        "งบประมาณปีนี้เหลือเท่าใด?",
        "เวลา ๑๒.๐๐ น. นางญี่ปุ่น",
    )


@FORMATS
def test_without_a_clock_they_stand_before_the_opinions(read: Read) -> None:
    content = replace(make_content(), agenda=make_agenda())
    text = read(content)
    assert in_order(text, "ระเบียบวาระที่ ๔", "เวลา ๑๑.๓๐ น. ประธาน", "ควรอบรม อสม.")
    assert squeezed("(เริ่มเวลา") not in text


@FORMATS
def test_why_opinions_are_not_sorted_stands_with_them(read: Read) -> None:
    content = make_full_content()
    reason = "เหตุที่ยังไม่จัดกลุ่ม: เกี่ยวข้องกับหลายยุทธศาสตร์"
    assert in_order(read(content), "ความคิดเห็นที่ยังไม่จัดกลุ่ม", reason, "งบประมาณปีนี้")
    is_sorted = tuple(one for one in content.opinions if one.strategy_id)
    assert squeezed(reason) not in read(replace(content, opinions=is_sorted))


@FORMATS
def test_voices_and_promises_stand_with_the_opinion(read: Read) -> None:
    content = make_full_content()
    answered = "คำชี้แจง โดยนางญี่ปุ่น ฎีกาวงศ์ รองนายกเทศมนตรีเมืองน้ำปั่น กองช่างรับไปสำรวจ"
    assert in_order(read(content), "ที่ซอยบุหรี่เก่า", AGREED, JOINED, CONFIRMED, answered, PROMISE)
    unanswered = replace(content, sections=frozenset(MinutesSection) - {MinutesSection.ANSWERS})
    text = read(unanswered)
    assert squeezed(AGREED) in text
    assert squeezed("รับจะเปลี่ยน") not in text


@FORMATS
def test_a_support_is_never_told_as_a_joined_opinion(read: Read) -> None:
    """Who said the same at the time, and what was written apart, are two counts."""
    alone = make_opinion("ขอไฟ", kind=OpinionKind.NEED)
    supported, joined = replace(alone, supports=3), replace(alone, joined=2)
    assert squeezed("เห็นด้วย") not in read(make_content(alone))
    assert squeezed("มีผู้เห็นด้วย ๓ ราย") in read(make_content(supported))
    assert squeezed("รวมความเห็น") not in read(make_content(supported))
    assert squeezed("รวมความเห็นทำนองเดียวกันไว้ ๒ ข้อ") in read(make_content(joined))
    assert squeezed("มีผู้เห็นด้วย") not in read(make_content(joined))


@FORMATS
def test_how_a_ranking_was_made_is_told(read: Read) -> None:
    made = "จัดลำดับโดยวิธีติดสติกเกอร์  คนละ ๓ ดวง  เวลา ๑๑.๕๕ น.  ผู้ร่วมจัดลำดับ ๑,๑๘๐ คน"
    assert squeezed(made) in read(make_full_content())


def test_the_annex_tells_what_the_project_form_asks_for() -> None:
    content = make_full_content()
    document = word.Document(io.BytesIO(render_word(content, Wording())))
    cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    for text in (as_pdf(content), squeezed("".join(cells))):
        assert in_order(
            text,
            "โครงการก่อสร้างท่อระบายน้ำ คสล. ซอยบุหรี่เก่า",
            "(NP69-P-0001-K)",
            "วัตถุประสงค์: เพื่อป้องกันน้ำท่วมขัง",
            "บ่อพัก 42 บ่อ",
            "ตัวชี้วัด: ร้อยละ 80",
            "หน่วยงานรับผิดชอบ: กองช่าง",
        )
        assert squeezed("(พ.ศ. ๒๕๗๐)") in text


@pytest.mark.parametrize("typed", ["รับจะสำรวจ", "จะสำรวจ", "สำรวจ"])
def test_a_promise_is_said_once(typed: str) -> None:
    said = replace(make_opinion("ขอไฟ", kind=OpinionKind.NEED), promise=typed)
    assert squeezed("รับจะสำรวจ") in as_pdf(make_content(said))
    assert squeezed("จะจะ") not in as_pdf(make_content(said))


def test_the_table_of_opinions_tells_voices_and_promises_in_every_format() -> None:
    content = office_opinions(*make_said())
    pdf = squeezed("".join(pypdf_pages(opinions.render(content, Wording()))))
    for told in (AGREED, JOINED, CONFIRMED, "รับจะเปลี่ยนฝาท่อที่ชำรุด 12 จุด", "โดยนางญี่ปุ่น"):
        assert squeezed(told) in pdf
    made = (
        csv_file.render(content, Wording()).decode("utf-8-sig"),
        json_file.render(content, Wording()).decode(),
    )
    for text in made:
        assert "เปลี่ยนฝาท่อที่ชำรุด 12 จุด" in text
        assert "ฎีกาวงศ์" in text
    assert xlsx.render(content, Wording())


def test_the_public_edition_tells_no_moment_of_an_opinion() -> None:
    content = replace(make_full_content(), edition=Edition.PUBLIC)
    assert "10.50" not in as_pdf(content)
    assert "๑๐.๕๐" not in as_pdf(content)


def pause(minute: int) -> Break:
    begun = START + timedelta(minutes=minute)
    return Break(id=same_id(FORUM_ID, str(minute)), forum_id=FORUM_ID, begun_at=begun)


def wrong_sides(place: int, at_minute: int, said: list[int | None]) -> int:
    before = sum(one is not None and one > at_minute for one in said[:place])
    return before + sum(one is not None and one <= at_minute for one in said[place:])


def moments(said: list[int | None]) -> list[datetime | None]:
    return [None if one is None else START + timedelta(minutes=one) for one in said]


@settings(deadline=None)
@given(happened=st.lists(MINUTES, max_size=4), said=st.lists(st.none() | MINUTES, max_size=12))
def test_a_happening_stands_where_fewest_opinions_are_on_its_wrong_side(
    happened: list[int], said: list[int | None]
) -> None:
    found = spots([pause(minute) for minute in sorted(happened)], moments(said))
    assert found == sorted(found)
    for minute, spot in zip(sorted(happened), found, strict=True):
        wrong = [wrong_sides(place, minute, said) for place in range(len(said) + 1)]
        assert spot == wrong.index(min(wrong))


@settings(deadline=None)
@given(begun=st.lists(MINUTES, min_size=5, max_size=5), minute=MINUTES)
def test_every_happening_is_told_once_whatever_the_clock_says(
    begun: list[int], minute: int
) -> None:
    agenda = tuple(
        replace(item, begun_at=START + timedelta(minutes=one))
        for item, one in zip(make_agenda(), sorted(begun), strict=True)
    )
    content = replace(
        make_content(), agenda=agenda, breaks=(pause(minute),), delegations=make_handovers()
    )
    course = course_of(content)
    assert len(course.hearing) + sum(map(len, course.under)) == 4
