"""What half-typed names, sectors and places mean."""

from dataclasses import replace

import pytest

from forum_desktop.records.pack import Community, Sector
from forum_desktop.services.importing.places import Places
from forum_desktop.thai.names import SplitName
from forum_desktop.ui.registration.desk.naming import is_doubled, is_number, meant_name
from forum_desktop.ui.registration.desk.walk_in.options import (
    Offer,
    Option,
    PlaceBook,
    offer_sectors,
)
from tests.factory import make_pack

SECTORS = (
    Sector(code="people", name="ประชาชนทั่วไป", english="General public"),
    Sector(code="state", name="ภาครัฐ/รัฐวิสาหกิจ", english="State agencies"),
    Sector(code="private", name="ภาคเอกชน", english="Private sector"),
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("นางสาวมาใหม่ ทดลอง", SplitName("นางสาว", "มาใหม่", "ทดลอง")),
        ("  ดร.  สมชาย   ณ อยุธยา ", SplitName("ดร.", "สมชาย", "ณ อยุธยา")),
        ("l,=kp", SplitName("", "สมชาย", "")),
        ("Mr. John O'Brien", SplitName("Mr.", "John", "O'Brien")),
        ("Anna-Maria", SplitName("", "Anna-Maria", "")),
        ("", SplitName("", "", "")),
    ],
)
def test_a_name_is_taken_apart_whatever_layout_was_on(typed: str, name: SplitName) -> None:
    assert meant_name(typed) == name


@pytest.mark.parametrize(("typed", "is_one"), [("081 234", True), ("๐๘๑๒", True), ("81", False)])
def test_a_telephone_number_is_no_name(typed: str, is_one: bool) -> None:
    assert is_number(typed) is is_one


@pytest.mark.parametrize(("title", "first"), [("นาย", "นายมนตรี"), ("", "นายนายมนตรี")])
def test_a_doubled_title_is_seen_across_the_boxes(title: str, first: str) -> None:
    assert is_doubled(title, first)
    assert not is_doubled("นาย", "มนตรี")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("2", "state"), ("๒", "state"), ("เอกชน", "private"), ("ประ", "people"), ("priv", "private")],
)
def test_a_sector_is_chosen_by_number_or_part(typed: str, code: str) -> None:
    offer = offer_sectors(SECTORS, typed, english=False)
    assert offer.options[offer.chosen].value == code


def test_a_sector_is_found_on_the_wrong_layout() -> None:
    offer = offer_sectors(SECTORS, "iy{", english=False)
    assert offer.options[offer.chosen].value == "state"


@pytest.mark.parametrize("typed", ["0", "4", "99", "ไม่มี"])
def test_no_sector_is_guessed(typed: str) -> None:
    assert offer_sectors(SECTORS, typed, english=False) == Offer()


def test_all_sectors_are_shown_and_none_is_taken_unasked() -> None:
    offer = offer_sectors(SECTORS, "", english=True)
    assert offer.options[0].text == "General public"
    assert offer.chosen == -1


@pytest.mark.parametrize("typed", ["ริม", "น้ำ 1", "นำ1", "ชุมชนริม", "ริมน้ำตอน", "ib,"])
def test_a_few_letters_mean_a_community_with_its_zone(typed: str) -> None:
    offer = _book().offer(typed)
    assert offer.chosen == 0
    assert offer.options[0] == Option("ริมน้ำ 1", "ริมน้ำ 1", "เขต 1")


def test_what_is_typed_itself_may_be_meant() -> None:
    offer = _book().offer("ตลาด")
    assert offer.options[-1] == Option("ตลาด", "ตลาด", is_known=False)


def test_a_misspelt_community_is_taken_only_where_one_is_near() -> None:
    offer = _book().offer("ตลาดเกา้")
    assert offer.options[0].value == "ตลาดเก่า"
    offer = _book(Community(name="สามัคคี 1"), Community(name="สามัคคี 2")).offer("สามัดคี")
    assert (offer.chosen, offer.options[0].is_known) == (0, False)
    assert {option.value for option in offer.options[1:]} == {"สามัคคี 1", "สามัคคี 2"}


def test_an_unknown_place_is_an_organisation_and_comes_again() -> None:
    book = _book()
    assert book.offer("มูลนิธิลองเล่น").options == (Option("มูลนิธิลองเล่น", "มูลนิธิลองเล่น", is_known=False),)
    book.remember("มูลนิธิลองเล่น")
    assert book.offer("มูลนิ").options[0].value == "มูลนิธิลองเล่น"


def _book(*others: Community) -> PlaceBook:
    pack = make_pack()
    communities = (*pack.communities, *others)
    return PlaceBook(Places(replace(pack, communities=communities)), communities)
