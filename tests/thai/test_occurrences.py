"""Where the searched words stand in a text, whatever tones and spaces it has."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.thai.folding import fold, fold_tight
from forum_desktop.thai.occurrences import occurrences

_LETTERS = st.text("กขนทมยวอาะำิีุ่้๊์็ํเแไ 09๑๒-.aAé", max_size=40)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("ขอให้ซ่อมถนนหน้าวัด", "ถนน", ["ถนน"]),
        ("น้ำท่วมทุกปี", "นำทวม", ["น้ำท่วม"]),
        ("น้ํา ท่วม", "น้ำท่วม", ["น้ํา ท่วม"]),
        ("เเก้ปัญหาขยะ", "แก้", ["เเก้"]),
        ("ซอย ๑๒/๓", "12/3", ["๑๒/๓"]),
        ("ถนนดี ถนนกว้าง", "ถนน กวาง", ["ถนน", "ถนนกว้าง"]),
        ("ที่ดิน", "ท", ["ที่"]),
        ("LED ริมทาง", "led", ["LED"]),
        ("ถนน", "ไฟ", []),
        ("ถนน", " ", []),
    ],
)
def test_words_are_found_as_the_search_finds_them(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(text, typed)] == marked


@settings(deadline=None, max_examples=300)
@given(_LETTERS, _LETTERS)
def test_a_word_is_marked_wherever_the_search_finds_it(text: str, typed: str) -> None:
    first = fold(typed).split()[0] if fold(typed).split() else ""
    word = fold_tight(first)
    assert bool(occurrences(text, first)) == bool(word and word in fold_tight(text))
    for start, end in occurrences(text, first):
        assert 0 <= start < end <= len(text)
        assert word in fold_tight(text[start:end])


@settings(deadline=None, max_examples=300)
@given(_LETTERS, _LETTERS)
def test_marks_stay_with_their_letter_and_spans_apart(text: str, typed: str) -> None:
    spans = occurrences(text, typed)
    for (_, end), (start, _) in pairwise(spans):
        assert end < start
    assert all(end == len(text) or text[end] not in "่้๊์็ิีุ" for _, end in spans)
