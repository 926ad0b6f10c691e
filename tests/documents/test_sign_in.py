"""Sheets that a hall of people signs by hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.sign_in import render
from forum_desktop.records.documents import SignInContent, SignInGroup
from forum_desktop.wording import Wording
from tests.documents.family import PEOPLE, make_attendee, make_group, make_sign_in
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed


def pages(content: SignInContent) -> list[str]:
    return [squeezed(page) for page in pypdf_pages(render(content, Wording()))]


def crowd(count: int, *, blank_lines: int = 0) -> SignInGroup:
    people = (make_attendee(f"ชื่อ{n}ก", f"สกุล{n}ข") for n in range(count))
    return make_group(*people, blank_lines=blank_lines)


def test_each_group_has_sheets_of_its_own() -> None:
    first, second, officers = pages(make_sign_in())
    assert "เขต๑ชุมชนศรีน้ำปั่น2" in first
    assert "เขต๒ชุมชนโนนทอง" in second
    assert "ผู้เข้าร่วมประชุมอื่น" in officers
    assert "น้ำผึ้ง" not in first + officers


def test_what_is_known_is_filled_in_and_the_community_not_said_twice() -> None:
    sheet = pages(make_sign_in())[0]
    assert "นางสาวปิ่นปู่ทอง081-234-5678" in sheet
    assert "กลุ่มแม่บ้านศรีน้ำปั่น" in sheet
    assert sheet.count("ศรีน้ำปั่น2") == 1


def test_sheets_are_counted_in_their_group_and_in_all() -> None:
    sheets = pages(make_sign_in(crowd(40), make_group(PEOPLE[2])))
    assert [sheet[sheet.index("หน้า") : sheet.index("แผ่น)") + 5] for sheet in sheets] == [
        "หน้า๑/๒(แผ่นที่๑จาก๓แผ่น)",
        "หน้า๒/๒(แผ่นที่๒จาก๓แผ่น)",
        "หน้า๑/๑(แผ่นที่๓จาก๓แผ่น)",
    ]


def test_a_sheet_has_twenty_to_twenty_five_lines_and_says_its_head_again() -> None:
    sheets = pages(make_sign_in(crowd(66)))
    for sheet in sheets:
        assert "ลายมือชื่อพิมพ์ลายนิ้วมือหมายเหตุเช้าบ่าย" in sheet
        assert "ผู้รับลงทะเบียน" in sheet
    assert 20 <= sheets[0].count("สกุล") - 1 <= 25  # the head says สกุล too


@given(st.lists(st.integers(1, 70), min_size=1, max_size=3))
@settings(max_examples=10, deadline=None)
def test_everybody_has_one_line(sizes: list[int]) -> None:
    groups = [
        replace(
            crowd(size),
            zone=f"เขต {place}",
            people=tuple(make_attendee(f"ชื่อ{place}-{n}ก", f"สกุล{place}-{n}ข") for n in range(size)),
        )
        for place, size in enumerate(sizes)
    ]
    document = render(make_sign_in(*groups), Wording())
    for read in (pypdf_pages, pdfium_pages):
        text = squeezed("".join(read(document)))
        for group in groups:
            for person in group.people:
                assert text.count(squeezed(person.full_name)) == 1


def test_blank_lines_follow_the_names() -> None:
    sheet = pages(make_sign_in(make_group(PEOPLE[0], blank_lines=6)))[0]
    assert "๗" in sheet
    assert "๘" not in sheet.split("ลายนิ้วมือ")[1].split("ผู้ลงลายมือชื่อ")[0]


def test_a_few_blank_lines_get_no_sheet_of_their_own() -> None:
    assert len(pages(make_sign_in(crowd(20, blank_lines=5)))) == 1
    assert len(pages(make_sign_in(crowd(20, blank_lines=15)))) == 2
    assert len(pages(make_sign_in(crowd(24)))) == 2


@pytest.mark.parametrize(
    "groups", [(), (SignInGroup(zone="", community="", people=(), blank_lines=22),)]
)
def test_without_names_there_is_a_sheet_of_blank_lines(groups: tuple[SignInGroup, ...]) -> None:
    sheets = pages(replace(make_sign_in(), groups=groups))
    assert len(sheets) == 1
    assert "ผู้เข้าร่วมประชุมที่ไม่มีในบัญชีรายชื่อ" in sheets[0]
    assert "๒๒" in sheets[0]


def test_a_group_of_nobody_is_still_a_sheet() -> None:
    empty = SignInGroup(zone="เขต 2", community="โนนทอง", people=(), blank_lines=0)
    assert "ชุมชนโนนทอง" in pages(make_sign_in(empty))[0]


def test_very_long_names_are_printed_whole() -> None:
    person = make_attendee("ฮ" * 300, "ฬ" * 10_000)
    text = "".join(pages(make_sign_in(make_group(person))))
    assert text.count("ฮ") == 300
    assert text.count("ฬ") == 10_000


def test_a_name_in_an_unknown_script_is_told_of() -> None:
    text = "".join(pages(make_sign_in(make_group(make_attendee("\u4e2d", "ขวัญ")))))
    assert text.count("[U+4E2D]") == 2


def test_the_notes_stand_on_the_last_sheet() -> None:
    sheets = pages(make_sign_in(crowd(22)))
    assert len(sheets) == 1
    assert "ลายพิมพ์ข้อมูล" in sheets[0]
