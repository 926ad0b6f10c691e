"""ID numbers: found however they are written, and nothing else is taken for one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.thai.digits import to_arabic_digits, to_thai_digits
from forum_desktop.thai.id_numbers import has_id_number, is_id_number, mask_id_numbers

INVENTED = "1100800447899"
"""The test number of the domain notes; it is nobody's."""
GROUPS = (1, 4, 5, 2, 1)
SEPARATORS = st.sampled_from(["", " ", "-", "\u2013", " - ", "\u00a0", "\u200b"])
WORDS = st.text(alphabet="กขคงจดตนบปมยรลวสหอ ,.()/:\nabcxyz", max_size=30).filter(
    lambda text: "xxxx" not in text
)


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    """Make 13 digits with their check digit."""
    first = [draw(st.integers(0, 9)) for _ in range(12)]
    total = sum(digit * (13 - at) for at, digit in enumerate(first))
    return "".join(map(str, (*first, (11 - total % 11) % 10)))


@st.composite
def written(draw: st.DrawFn, number: str) -> str:
    """Write a number as people do."""
    between = draw(SEPARATORS)
    ends = [0]
    for length in GROUPS:
        ends.append(ends[-1] + length)
    text = between.join(number[begin:end] for begin, end in pairwise(ends))
    return to_thai_digits(text) if draw(st.booleans()) else text


@st.composite
def phones(draw: st.DrawFn) -> str:
    """Write telephone numbers as people do, several beside each other."""
    made = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.sampled_from(["08", "09", "06", "02", "043"]))
        rest = {"02": 7, "043": 6}.get(start, 8)
        digits = start + "".join(str(draw(st.integers(0, 9))) for _ in range(rest))
        cut = 3 if len(digits) == 10 else 2
        parts = (digits[:cut], digits[cut : cut + 3], digits[cut + 3 :])
        made.append(draw(st.sampled_from(["", " ", "-"])).join(parts))
    text = draw(st.sampled_from([" ", ", ", " / ", " - "])).join(made)
    return to_thai_digits(text) if draw(st.booleans()) else text


@settings(max_examples=300, deadline=None)
@given(st.data(), id_numbers(), WORDS, WORDS)
def test_a_number_is_found_and_masked_however_it_is_written(
    data: st.DataObject, number: str, before: str, after: str
) -> None:
    text = f"{before}{data.draw(written(number))}{after}"
    assert has_id_number(text)
    masked = mask_id_numbers(text)
    assert not has_id_number(masked)
    assert mask_id_numbers(masked) == masked
    arabic = to_arabic_digits(masked)
    assert f"{before}x-xxxx-xxxxx-{number[10:12]}-{number[12]}{after}" == arabic
    assert number[:10] not in "".join(sign for sign in arabic if sign.isdigit())


@settings(max_examples=300, deadline=None)
@given(phones(), WORDS)
def test_telephone_numbers_are_left_alone(text: str, words: str) -> None:
    assert mask_id_numbers(f"{words}{text}{words}") == f"{words}{text}{words}"


@settings(max_examples=200, deadline=None)
@given(id_numbers(), st.integers(0, 12), st.integers(1, 9), WORDS)
def test_a_wrong_check_digit_is_no_id_number(number: str, at: int, step: int, words: str) -> None:
    """Every single wrong digit is told by the check digit, but for the two sums that share one."""
    wrong = f"{number[:at]}{(int(number[at]) + step) % 10}{number[at + 1 :]}"
    text = f"{words}{wrong}{words}"
    assert (mask_id_numbers(text) == text) is not is_id_number(wrong)


def test_a_number_and_a_telephone_beside_each_other() -> None:
    text = f"โทร 081-234-5678 1-1008-00447-89-9 และ {INVENTED} 0812345678"
    masked = "โทร 081-234-5678 x-xxxx-xxxxx-89-9 และ x-xxxx-xxxxx-89-9 0812345678"
    assert mask_id_numbers(text) == masked


def test_two_numbers_in_a_row_are_both_masked() -> None:
    twice = mask_id_numbers(f"{INVENTED} {INVENTED}")
    assert twice == "x-xxxx-xxxxx-89-9 x-xxxx-xxxxx-89-9"


@pytest.mark.parametrize(
    "text",
    ["", "11008004478990", "110080044789", "1,100,800,447,899 บาท", "1100800447898", "x-xxxx"],
)
def test_other_digits_stay(text: str) -> None:
    assert mask_id_numbers(text) == text


def test_thai_digits_stay_thai() -> None:
    assert mask_id_numbers("๑-๑๐๐๘-๐๐๔๔๗-๘๙-๙") == "x-xxxx-xxxxx-๘๙-๙"
