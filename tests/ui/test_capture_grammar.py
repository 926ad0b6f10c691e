"""Words of the capture box are told from what people say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.ui.opinions.grammar import Sign, finished, open_mention, without


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("3 ", Sign.CODE, "3"),
        ("๑.๔ ", Sign.CODE, "1.4"),
        (" 1.12 ", Sign.CODE, "1.12"),
        ("ขอไฟ #ซอยหลังตลาด ", Sign.TAG, "ซอยหลังตลาด"),
        ("#ไฟ ", Sign.TAG, "ไฟ"),
        ("น้ำท่วม !! ", Sign.URGENCY, "!!"),
        ("! ", Sign.URGENCY, "!"),
    ],
)
def test_a_word_is_told_when_its_space_is_typed(text: str, sign: Sign, value: str) -> None:
    word = finished(text, len(text))
    assert word is not None
    assert (word.sign, word.value) == (sign, value)
    assert finished(text[:-1], len(text) - 1) is None


@pytest.mark.parametrize(
    "text", ["10 ", "0 ", "ขอ 3 ", "3ชุมชน ", "ดีมาก! ", "a#b ", "# ", "!!! ", "1. ", "2.123 ", " "]
)
def test_what_people_say_is_no_word(text: str) -> None:
    assert finished(text, len(text)) is None


@pytest.mark.parametrize(
    ("text", "typed"), [("@", ""), ("ขอไฟ @ริมน้ำ 1", "ริมน้ำ 1"), ("@สม", "สม"), ("ก\n@ข", "ข")]
)
def test_a_mention_stays_open_over_spaces(text: str, typed: str) -> None:
    word = open_mention(text, len(text))
    assert word is not None
    assert word.value == typed
    assert without(text, word) == text[: text.index("@")]


@pytest.mark.parametrize("text", ["a@b", "@สม\n", "@สม #ไฟ", "ไม่มี", "@" + "ก" * 61])
def test_no_mention_is_open(text: str) -> None:
    assert open_mention(text, len(text)) is None


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="1.๔@#! กา\nb", max_size=14), st.integers(0, 14))
def test_nothing_but_the_word_is_taken_out(text: str, place: int) -> None:
    cursor = min(place, len(text))
    for word in (finished(text, cursor), open_mention(text, cursor)):
        if word is not None:
            assert 0 <= word.begin < word.end == cursor
            kept = without(text, word)
            assert kept == text[: word.begin] + text[cursor:]
