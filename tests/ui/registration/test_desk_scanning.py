"""Badge scans told from typing: on either layout, in any case, twice, with and without Enter."""

import string
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.records.badge import MARK, badge_code
from forum_desktop.thai.keyboard import typed_in_thai
from forum_desktop.ui.registration.desk.scanning import (
    ENTER,
    TWICE,
    Scan,
    ScanAnswer,
    Scanner,
    may_become_scan,
    scan_at_end,
)

CODE = badge_code(UUID(int=0x0123456789ABCDEF0123456789ABCDEF))
SHIFTED = str.maketrans("1234567890", "!@#$%^&*()")
ids = st.uuids(version=4)
leftovers = st.text(alphabet=string.ascii_letters + "กขคงนมสาิี่ 0123", max_size=12)


@pytest.mark.parametrize(
    "sent",
    [
        MARK + CODE,
        (MARK + CODE).lower(),
        typed_in_thai(MARK + CODE),
        typed_in_thai((MARK + CODE).lower()),
        typed_in_thai((MARK + CODE).translate(SHIFTED)),
    ],
)
def test_a_code_is_heard_as_every_scanner_sends_it(sent: str) -> None:
    assert scan_at_end(sent) == (CODE, "")


@settings(max_examples=200, deadline=None)
@given(person=ids, before=leftovers, in_thai=st.booleans(), low=st.booleans())
def test_leftovers_before_a_code_never_hide_it(
    person: UUID, before: str, *, in_thai: bool, low: bool
) -> None:
    sent = MARK + badge_code(person)
    sent = sent.lower() if low else sent
    sent = typed_in_thai(sent) if in_thai else sent
    assert scan_at_end(before + sent) == (badge_code(person), before)


@settings(max_examples=200, deadline=None)
@given(person=ids, at=st.integers(0, 9), other=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_misread_character_is_no_code(person: UUID, at: int, other: str) -> None:
    code = badge_code(person)
    misread = code[:at] + other + code[at + 1 :]
    found = scan_at_end(MARK + misread)
    assert (found is not None) == (misread == code)


@pytest.mark.parametrize("typed", ["", "สมชาย ใจดี", "FD", "FDDD", "0812345678", CODE, f"X{CODE}"])
def test_typing_is_no_scan(typed: str) -> None:
    assert scan_at_end(typed) is None


def test_the_second_shot_and_its_enter_are_swallowed() -> None:
    scanner = Scanner()
    assert scanner.hear(MARK + CODE, 10.0) == Scan(ScanAnswer.CODE, CODE, "")
    assert scanner.ends_scan(10.0 + ENTER / 2)
    assert scanner.hear(MARK + CODE, 11.0).answer is ScanAnswer.AGAIN
    assert scanner.ends_scan(11.0 + ENTER / 2)
    assert not scanner.ends_scan(11.0 + ENTER)


def test_the_same_badge_later_counts_again() -> None:
    scanner = Scanner()
    scanner.hear(MARK + CODE, 10.0)
    assert scanner.hear(MARK + CODE, 10.0 + TWICE).answer is ScanAnswer.CODE


def test_another_badge_counts_at_once() -> None:
    scanner = Scanner()
    scanner.hear(MARK + CODE, 10.0)
    other = badge_code(UUID(int=7))
    assert scanner.hear(MARK + other, 10.1) == Scan(ScanAnswer.CODE, other, "")


def test_a_letter_after_the_code_makes_enter_ours() -> None:
    scanner = Scanner()
    scanner.hear(MARK + CODE, 10.0)
    scanner.hear("ส", 10.1)
    assert not scanner.ends_scan(10.1)


def test_an_enter_without_a_scan_is_a_hand() -> None:
    assert not Scanner().ends_scan(0.0)


@pytest.mark.parametrize("sent", [MARK + CODE, typed_in_thai(MARK + CODE)])
def test_nobody_is_searched_for_by_half_a_code(sent: str) -> None:
    assert all(may_become_scan(sent[:length]) for length in range(2, len(sent)))


@pytest.mark.parametrize("typed", ["ส", "สมชาย", "F", "08", "fdสมชาย ใจดี", "FD FD"])
def test_names_are_searched_for(typed: str) -> None:
    assert not may_become_scan(typed)
