"""Two spellings of one word fold to one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.cleaning import clean_line, clean_text
from forum_desktop.thai.folding import fold, fold_tight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("น้ำ", "นํ้า"),
        ("เเก้ว", "แกว"),
        ("โนนทัน 1", "โนนทัน  ๑"),
        ("สม\u200bชาย", "สมชาย"),
        ("Green CITY", "green city"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_tight_form_ignores_blanks_and_hyphens() -> None:
    assert fold_tight("ชัยณรงค์-สามัคคี 1") == fold_tight("ชัยณรงค์สามัคคี1")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaning_leaves_no_controls_and_is_stable(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert all(unicodedata.category(c) != "Cc" or c in "\n\t" for c in cleaned)
    assert "\n" not in clean_line(text)


def test_cleaning_keeps_what_people_wrote() -> None:
    assert clean_text("น้ำ\x00 <b>&\r\nที่ 😀 שלום") == "น้ำ <b>&\nที่ 😀 שלום"
