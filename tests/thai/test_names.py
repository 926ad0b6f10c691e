"""Titles are found longest first and never cut out of a name."""

import pytest

from forum_desktop.thai.names import SplitName, split_full_name


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("นางสาวสมหญิง ใจดี", SplitName("นางสาว", "สมหญิง", "ใจดี")),
        ("นางสมศรี  ใจดี", SplitName("นาง", "สมศรี", "ใจดี")),
        ("ว่าที่ ร.ต. กล้า หาญ", SplitName("ว่าที่ ร.ต.", "กล้า", "หาญ")),
        ("ผศ.ดร.เก่ง วิชา", SplitName("ผศ.ดร.", "เก่ง", "วิชา")),
        ("พระครูใบฎีกา", SplitName("พระครู", "ใบฎีกา", "")),
        ("สมชาย", SplitName("", "สมชาย", "")),
        ("นายนายมนตรี ตัวอย่าง", SplitName("นาย", "นายมนตรี", "ตัวอย่าง", doubled=True)),
        ("นายิกา ตัวอย่าง", SplitName("", "นายิกา", "ตัวอย่าง")),
        ("John van der Berg", SplitName("", "John", "van der Berg")),
        ("นาย", SplitName("", "นาย", "")),
    ],
)
def test_takes_a_name_apart(typed: str, split: SplitName) -> None:
    assert split_full_name(typed) == split
