"""Texts that say nearly the same are found, others are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.thai.likeness import Likeness, grams

SAID = (
    "ขอให้เทศบาลติดตั้งไฟส่องสว่างในซอยหลังตลาดเพราะมืดและเกิดอุบัติเหตุบ่อย",
    "ขอให้เทศบาลขุดลอกท่อระบายน้ำหน้าโรงเรียนก่อนฤดูฝน",
    "อยากให้มีลานกีฬาสำหรับเยาวชนใกล้ชุมชน",
    "ขอให้เทศบาลเพิ่มรถเก็บขยะในวันหยุด",
    "รถเมล์สายเมืองมาไม่ตรงเวลา ผู้สูงอายุรอนาน",
)


def known() -> Likeness[int]:
    likeness: Likeness[int] = Likeness()
    for number, text in enumerate(SAID):
        likeness.put(number, text)
    return likeness


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ติดตั้งไฟส่องสว่างซอยหลังตลาด มืด เกิดอุบัติเหตุ", 0),
        ("ขุดลอกทอระบายนำ หน้าโรงเรียน", 1),
        ("ลานกีฬาสำหรับเยาวชน", 2),
        ("เพิ่มรถเก็บขยะวันหยุด", 3),
        ("ผู้สูงอายุรอรถเมล์นาน รถเมล์มาไม่ตรงเวลา", 4),
    ],
)
def test_the_same_wish_in_other_words_is_the_likest(typed: str, meant: int) -> None:
    (first, _), *_ = known().likest(typed, least=0.2, limit=3)
    assert first == meant


@pytest.mark.parametrize(
    "typed", ["ขอให้เทศบาล", "ห้องสมุดประชาชน", "", "ก", "ขอให้เทศบาลซ่อมหลังคาศาลา"]
)
def test_what_only_begins_alike_or_shares_nothing_is_not_offered(typed: str) -> None:
    assert known().likest(typed, least=0.35, limit=3) == ()


def test_what_was_dropped_or_changed_is_found_no_more() -> None:
    likeness = known()
    likeness.drop(0)
    likeness.put(1, "ขอทางม้าลายหน้าวัด")
    assert likeness.likest(SAID[0], least=0.5, limit=3) == ()
    assert likeness.likest(SAID[1], least=0.5, limit=3) == ()
    assert likeness.likest("ขอทางม้าลายหน้าวัด", least=0.9, limit=3) == ((1, 1.0),)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12))
def test_every_text_is_wholly_like_itself(texts: list[str]) -> None:
    likeness: Likeness[int] = Likeness()
    for number, text in enumerate(texts):
        likeness.put(number, text)
    for text in texts:
        found = dict(likeness.likest(text, least=0.999, limit=len(texts)))
        same = {number for number, other in enumerate(texts) if grams(other) == grams(text)}
        assert set(found) == (same if grams(text) else set())
