"""Digits go both ways and touch nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.digits import to_arabic_digits, to_thai_digits


def test_every_digit_is_converted_and_letters_stay() -> None:
    assert to_thai_digits("ครั้งที่ 10/2564 COVID-19") == "ครั้งที่ ๑๐/๒๕๖๔ COVID-๑๙"
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(st.text(alphabet=st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_there_and_back_is_the_same_text(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text
