"""Numbers: unique without a network, found as they are typed, and a slip of the finger told."""

from dataclasses import replace
from itertools import pairwise
from random import Random
from string import ascii_uppercase, digits
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.meeting import Station
from forum_desktop.records.reference import is_reference, make_reference
from forum_desktop.services import complaints
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

SIGNS = digits + ascii_uppercase
STATIONS, EACH = 26, 3847
"""26 stations with 3,847 numbers each are 100,022."""

INTAKE = ComplaintIntake(
    kind="light", subject="ไฟดับ", facts="สามคืน", level=ComplaintLevel.ANONYMOUS
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def test_a_hundred_thousand_numbers_of_26_stations_are_all_different() -> None:
    numbers = {
        make_reference("KK65", letter, n) for letter in ascii_uppercase for n in range(1, EACH + 1)
    }
    assert len(numbers) == STATIONS * EACH > 100_000
    assert len({number.replace("-", "") for number in numbers}) == STATIONS * EACH


def test_every_wrong_character_and_every_swap_is_found_in_a_thousand_numbers() -> None:
    random = Random(65)
    for _ in range(1000):
        number = make_reference("KK65", random.choice(ascii_uppercase), random.randrange(1, 99999))
        places = [i for i, sign in enumerate(number) if sign != "-"]
        for place in places:
            for sign in SIGNS.replace(number[place], ""):
                assert not is_reference(f"{number[:place]}{sign}{number[place + 1 :]}")
        for left, right in pairwise(places):
            if number[left] != number[right]:
                swapped = list(number)
                swapped[left], swapped[right] = swapped[right], swapped[left]
                assert not is_reference("".join(swapped))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(ascii_uppercase), st.integers(1, 10**6), st.integers(0), st.sampled_from(SIGNS)
)
def test_a_wrong_character_anywhere_is_told(
    letter: str, number: int, place: int, sign: str
) -> None:
    made = make_reference("TW70", letter, number)
    at = place % len(made)
    typed = f"{made[:at]}{sign}{made[at + 1 :]}"
    if made[at] not in {"-", sign}:
        assert not is_reference(typed)


@pytest.mark.parametrize("letter", ["A", "B", "A2"])
def test_a_number_is_found_however_it_is_typed(desk: Desk, forum_id: UUID, letter: str) -> None:
    station = services.forums.station_of(desk, forum_id)
    with desk.act() as act:
        act.put(replace(station, letter=letter))
        assert act.get(Station, station.id).letter == letter
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    number = made.reference
    thai = number.translate(str.maketrans(digits, "๐๑๒๓๔๕๖๗๘๙"))
    for typed in (
        number,
        number.lower(),
        number.replace("-", ""),
        f" {thai} ",
        number.replace("-", " "),
    ):
        assert complaints.find_complaint(desk, forum_id, typed) == made


def test_a_number_that_is_wrong_unknown_or_still_blank_is_told_apart(
    desk: Desk, forum_id: UUID
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    (blank,) = complaints.reserve_numbers(desk, forum_id, 1)
    wrong = f"{made.reference[:-3]}9{made.reference[-2:]}"
    cases = {
        wrong: "number_mistyped",
        made.reference[:-2]: "number_mistyped",
        "เลขอะไรก็ไม่รู้": "number_mistyped",
        "": r"text\.empty",
        make_reference("TW70", "Z", 1): "number_unknown",
        make_reference("KK65", "A", 1): "number_unknown",
        blank: "number_not_entered",
    }
    for typed, refusal in cases.items():
        with pytest.raises(Refusal, match=refusal):
            complaints.find_complaint(desk, forum_id, typed)


def test_the_official_number_finds_it_too(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    mapped = complaints.map_official(desk, made.id, " ขก ๕๒๐๐๑/ว ๑๒ ")
    assert mapped.reference == made.reference
    assert complaints.find_complaint(desk, forum_id, "ขก ๕๒๐๐๑/ว ๑๒") == mapped


def test_reserved_numbers_are_used_once_and_by_nobody_else(desk: Desk, forum_id: UUID) -> None:
    reserved = complaints.reserve_numbers(desk, forum_id, 3)
    other = complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert other.reference not in reserved
    typed = reserved[1].lower().replace("-", "")
    paper = complaints.lodge_complaint(
        desk, forum_id, replace(INTAKE, from_paper=True), reference=typed
    )
    assert (paper.reference, paper.from_paper) == (reserved[1], True)
    assert complaints.unused_numbers(desk, forum_id) == (reserved[0], reserved[2])
    for number, refusal in (
        (reserved[1], "number_used"),
        (other.reference, "number_not_reserved"),
        (make_reference("TW70", "A", 999), "number_not_reserved"),
        (f"{reserved[0][:-1]}_", "number_mistyped"),
    ):
        with pytest.raises(Refusal, match=refusal):
            complaints.lodge_complaint(desk, forum_id, INTAKE, reference=number)


@pytest.mark.parametrize("count", [0, -1, 501])
def test_as_many_numbers_are_set_aside_as_a_desk_may_need(
    desk: Desk, forum_id: UUID, count: int
) -> None:
    with pytest.raises(Refusal, match="reserve_count"):
        complaints.reserve_numbers(desk, forum_id, count)
    assert complaints.lodge_complaint(desk, forum_id, INTAKE).reference.startswith("TW70-A-0001")
