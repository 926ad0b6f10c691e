"""Telephone numbers however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.digits import to_thai_digits
from forum_desktop.thai.phones import read_phone

MOBILE = "0812345678"
LANDLINE = "043221202"

sound = st.one_of(
    st.from_regex("0[689][0-9]{8}", fullmatch=True),
    st.from_regex("0[23457][0-9]{7}", fullmatch=True),
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("081-234-5678", MOBILE),
        ("081 234 5678", MOBILE),
        ("(081) 234 5678", MOBILE),
        ("๐๘๑-๒๓๔ ๕๖๗๘", MOBILE),
        ("812345678", MOBILE),
        ("8.12345678E+08", MOBILE),
        ("8.12345678E8", MOBILE),
        ("+66 81 234 5678", MOBILE),
        ("+66 (0)81 234 5678", MOBILE),
        ("66812345678", MOBILE),
        ("โทร. 081-2345678", MOBILE),
        ("081–234–5678", MOBILE),
        ("0 4322 1202", LANDLINE),
        ("43221202", LANDLINE),
        ("043 221 202 ต่อ ๑๑", f"{LANDLINE} ต่อ 11"),
        ("081-2345678, 043-221202", f"{MOBILE}, {LANDLINE}"),
        ("081-2345678/043-221202", f"{MOBILE}, {LANDLINE}"),
        ("081-2345678\n081 234 5678", MOBILE),
        ("", ""),
    ],
)
def test_a_sound_number_is_read(written: str, read: str) -> None:
    phone = read_phone(written)
    assert (phone.text, phone.is_sound) == (read, True)


@pytest.mark.parametrize(
    "written",
    [
        "0212345678",
        "0512345678",
        "1132",
        "8.12E+08",
        "08123",
        "ไม่มี",
        "0812345678/9",
        "1100800447899",
    ],
)
def test_an_unsound_number_stays_as_written(written: str) -> None:
    phone = read_phone(written)
    assert (phone.text, phone.is_sound) == (written, False)


@given(sound, st.sampled_from(["", "-", " ", "–"]), st.booleans())
def test_every_sound_number_is_read_back_in_any_form(number: str, sign: str, thai: bool) -> None:
    written = sign.join((number[:3], number[3:6], number[6:]))
    for form in (written, number[1:], f"+66{number[1:]}", f"={number}"[1:]):
        assert read_phone(to_thai_digits(form) if thai else form).text == number


@given(st.text(max_size=30))
def test_reading_what_was_read_changes_nothing(written: str) -> None:
    once = read_phone(written)
    assert read_phone(once.text) == once
