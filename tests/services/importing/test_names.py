"""Names as lists give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.services.importing.names import (
    are_of_two_people,
    read_full_name,
    read_parts,
    title_key,
)
from forum_desktop.thai.names import TITLES


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("นางสาวสมหญิง ใจดี", ("นางสาว", "สมหญิง", "ใจดี")),
        ("น.ส.สมหญิง  ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("น.ส สมหญิง ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("นส.สมหญิง ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        ("น. ส. สมหญิง ใจดี", ("น.ส.", "สมหญิง", "ใจดี")),
        (" นาย  สมชาย\u00a0ใจดี ", ("นาย", "สมชาย", "ใจดี")),
        ("ผศ. ดร. สมชาย ใจดี", ("ผศ.ดร.", "สมชาย", "ใจดี")),
        ("พล.ต.อ.สมชาย ใจดี", ("พล.ต.อ.", "สมชาย", "ใจดี")),
        ("ว่าที่ ร.ต.หญิง สมหญิง ใจดี", ("ว่าที่ ร.ต.หญิง", "สมหญิง", "ใจดี")),
        ("พระมหาสมชาย", ("พระมหา", "สมชาย", "")),
        ("สมชาย", ("", "สมชาย", "")),
        ("นสมชาย ใจดี", ("", "นสมชาย", "ใจดี")),
        ("Mr John Smith Jones", ("Mr.", "John", "Smith Jones")),
    ],
)
def test_a_name_in_one_cell(written: str, read: tuple[str, str, str]) -> None:
    name = read_full_name(written)
    assert (name.title, name.first_name, name.last_name) == read
    assert not name.is_doubled


@pytest.mark.parametrize(
    ("parts", "read", "is_doubled"),
    [
        (("นาย", "สมชาย", "ใจดี"), ("นาย", "สมชาย", "ใจดี"), False),
        (("", "นายสมชาย", "ใจดี"), ("นาย", "สมชาย", "ใจดี"), False),
        (("นาย", "นายสมชาย", "ใจดี"), ("นาย", "สมชาย", "ใจดี"), True),
        (("น.ส.", "นางสาวสมหญิง", "ใจดี"), ("น.ส.", "สมหญิง", "ใจดี"), True),
        (("นางสาว", "นางน้อย", "ใจดี"), ("นางสาว", "นางน้อย", "ใจดี"), False),
        (("ผู้ใหญ่", "บ้าน", ""), ("ผู้ใหญ่", "บ้าน", ""), False),
    ],
)
def test_a_name_in_several_cells(
    parts: tuple[str, str, str], read: tuple[str, str, str], is_doubled: bool
) -> None:
    name = read_parts(*parts)
    assert (name.title, name.first_name, name.last_name) == read
    assert name.is_doubled == is_doubled


@pytest.mark.parametrize("written", ["นายนายมนตรี ใจดี", "น.ส.นางสาวมนตรี ใจดี", "นาย นาย มนตรี ใจดี"])
def test_a_doubled_title_is_taken_once_and_told(written: str) -> None:
    name = read_full_name(written)
    assert (name.first_name, name.last_name, name.is_doubled) == ("มนตรี", "ใจดี", True)


def test_titles_of_one_meaning() -> None:
    assert title_key("น.ส.") == title_key("นางสาว") != title_key("นาง")
    assert are_of_two_people("นาย", "น.ส.")
    assert not are_of_two_people("นาง", "น.ส.")
    assert not are_of_two_people("นาย", "ดร.")


@given(st.sampled_from(TITLES), st.sampled_from(["สมชาย", "กานดา", "เอกชัย", "ไพโรจน์"]))
def test_every_title_is_found_whole(title: str, first: str) -> None:
    for blank in ("", " "):
        name = read_full_name(f"{title}{blank}{first} ใจดี")
        assert (name.title, name.first_name, name.last_name) == (title, first, "ใจดี")
