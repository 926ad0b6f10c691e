"""Thai words sort as in a dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.collation import collation_key

IN_ORDER = ["กก", "กฎ", "กา", "ก่า", "เก", "เก่า", "แก", "ไก่", "ขา", "คำ", "น้อง", "เนย", "โอ", "ฮา"]


def test_words_sort_as_in_the_dictionary() -> None:
    by_code = sorted(IN_ORDER)
    assert by_code != IN_ORDER
    assert sorted(by_code, key=collation_key) == IN_ORDER


def test_a_tone_mark_only_parts_words_otherwise_the_same() -> None:
    assert sorted(["ป้า", "ปาน", "ปา", "ป่าน", "ป่า"], key=collation_key) == [
        "ปา",
        "ป่า",
        "ป้า",
        "ปาน",
        "ป่าน",
    ]


@given(st.text(alphabet="กขเแไาิ่้์ๆ Ab1"), st.text(alphabet="กขเแไาิ่้์ๆ Ab1"))
def test_different_words_never_share_a_key_but_by_case(left: str, right: str) -> None:
    assert (collation_key(left) == collation_key(right)) == (left == right)
