"""What people type at a desk finds the person they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.finding import readings, search_key, search_words, sounds_of
from forum_desktop.thai.keyboard import typed_in_latin

KEY = search_key("ธีรศักดิ์", "ใจดีมั่นคง", "081-234 5678", "ริมน้ำ 1", "ชมรมผู้สูงอายุ", "ประธาน")


def finds(typed: str) -> bool:
    return any(all(word in KEY for word in search_words(meant)) for meant in readings(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "ธีรศักดิ์",
        "นายธีรศักดิ์ ใจดี",
        "นาย ธีรศักดิ์",
        "ธีรศักดิใจดีมันคง",
        "ใจดี ธีร",
        "มั่นคง ธีรศักดิ์",
        "081-234-5678",
        "๕๖๗๘",
        "081 234",
        "ริมนำ 1",
        "ริมน้ำ ๑ ประธาน",
        "ผู้สูงอายุ",
        typed_in_latin("ธีรศักดิ์"),
        typed_in_latin("นายธีรศักดิ์"),
    ],
)
def test_any_part_finds_her(typed: str) -> None:
    assert finds(typed)


@pytest.mark.parametrize("typed", ["สมชาย", "%", "_", "\\", "'", "9999", "ธีรศักดิ์ 99"])
def test_other_words_do_not(typed: str) -> None:
    assert not finds(typed)


def test_names_heard_are_told_by_their_sound_and_short_ones_by_nothing() -> None:
    assert sounds_of("นางสาวณัฐพงษ์ ศรีสุข") == sounds_of("ณัถพงศ์ สรีสุข")
    assert sounds_of("ธีระศักดิ์") == sounds_of("นายธีรศักดิ์")
    assert sounds_of("ก") == sounds_of("") == sounds_of("abc") == ()


@given(st.text(max_size=40))
def test_any_text_can_be_read_and_the_first_reading_is_what_was_typed(typed: str) -> None:
    assert next(iter(readings(typed))) == typed
    assert all(isinstance(word, str) for meant in readings(typed) for word in search_words(meant))
