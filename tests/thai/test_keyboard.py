"""Keys pressed on the wrong layout can be read on the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.keyboard import typed_in_latin, typed_in_thai


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l,=kp", "สมชาย"),
        ("liuloi", "สรีสนร"),
        ("-v'", "ของ"),
        ("l;ylfu", "สวัสดี"),
        ("xitgmLwmp", "ประเทศไทย"),
    ],
)
def test_thai_words_typed_with_latin_keys(typed: str, meant: str) -> None:
    assert typed_in_thai(typed) == meant
    assert typed_in_latin(meant) == typed


@given(st.text(alphabet="".join(chr(code) for code in range(33, 127))))
def test_every_key_of_the_board_comes_back(typed: str) -> None:
    assert typed_in_latin(typed_in_thai(typed)) == typed


@given(st.text(alphabet="กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไๅๆ็่้๊๋์ํฺ๐๑๒๓๔๕๖๗๘๙"))
def test_every_thai_letter_comes_back(typed: str) -> None:
    assert typed_in_thai(typed_in_latin(typed)) == typed
