"""Codes are told symbol by symbol, and can be written down again from what is heard."""

import string

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.spelling import NAMES, spell

CODES = st.text(string.digits + string.ascii_uppercase + "-/.", min_size=1)


def test_a_reference_is_spelt() -> None:
    assert spell("KK65-B-0042-Q") == "เค เค หก ห้า ขีด บี ขีด ศูนย์ ศูนย์ สี่ สอง ขีด คิว"


def test_small_letters_and_thai_digits_are_called_the_same() -> None:
    assert spell("kk๖๕ b") == spell("KK65B")


def test_what_has_no_name_stays() -> None:
    assert spell("ก#7") == "ก # เจ็ด"


def test_every_letter_and_digit_has_a_name_of_its_own() -> None:
    assert set(NAMES) == {*string.digits, *string.ascii_uppercase, *"-/."}
    assert len(set(NAMES.values())) == len(NAMES)
    assert all(name and " " not in name for name in NAMES.values())


@given(CODES)
def test_what_is_heard_gives_the_code_back(code: str) -> None:
    symbols = {name: symbol for symbol, name in NAMES.items()}
    assert "".join(symbols[name] for name in spell(code).split(" ")) == code
