"""Columns told by their heads, merged or misspelt, and by what they hold."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from forum_desktop.records.importing import ColumnSource, ImportColumn, ImportField, ImportKind
from forum_desktop.services.importing.columns import guess_columns, missing_fields
from forum_desktop.services.importing.files import read_table
from forum_desktop.services.importing.heads import Heads, find_heads
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.vocabulary import vocabulary
from tests.factory import make_pack
from tests.services.importing.making import Rows, write_book, write_text

PEOPLE = (
    ["1", "นางสาวสมหญิง ใจดี", "ริมน้ำ 1", "081-234-5678"],
    ["2", "นายสมชาย ญี่ปุ่น", "ตลาดเก่า", "043-221-202"],
)
KIND = ImportKind.ATTENDEES


def heads_of(path: Path, kind: ImportKind = KIND) -> Heads:
    return find_heads(read_table(path), vocabulary(kind))


def guessed(path: Path, kind: ImportKind = KIND) -> tuple[ImportColumn, ...]:
    return guess_columns(kind, heads_of(path, kind), vocabulary(kind), Places(make_pack()))


def names(columns: Sequence[ImportColumn]) -> list[str]:
    return [column.field.value if column.field else "" for column in columns]


def of_rows(folder: Path, *rows: Sequence[str], kind: ImportKind = KIND) -> list[str]:
    return names(guessed(write_text(folder / "a.csv", rows), kind))


@pytest.mark.parametrize(
    "heads",
    [
        ["ที่", "ชื่อ - สกุล", "ชุมชน", "โทร."],
        ["ลำดับที่", "ชื่อ-นามสกุล (ตัวบรรจง)", "ชื่อชุมชน", "เบอร์โทรศัพท์"],
        ["No.", "Full name", "Community", "Phone number"],
        ["#", "NAME", "community", "TEL"],
        ["ลําดับ", "รายชื่อ", "ชุมชน", "หมายเลขโทรศัพท์"],
        ["ลำดับ", "ชื่อ-นามสกุลล", "ชุมชน", "เบอร์โทรศัพย์"],
        ["ลำดับ", "ชื่อ", "ชุมชน/หมู่บ้าน", "มือถือ"],
        ["", "", "", ""],
    ],
)
def test_heads_are_known_however_they_are_called(tmp_path: Path, heads: list[str]) -> None:
    assert of_rows(tmp_path, heads, *PEOPLE) == ["", "full_name", "community", "phone"]


def test_titles_and_blank_lines_above_the_heads(tmp_path: Path) -> None:
    above = [["บัญชีรายชื่อผู้เข้าร่วมประชุม"], ["วันที่ 14 ตุลาคม 2564"], []]
    path = write_text(tmp_path / "a.csv", [*above, ["ที่", "ชื่อ-สกุล", "ชุมชน"], *PEOPLE])
    assert names(guessed(path))[:3] == ["", "full_name", "community"]
    heads = heads_of(path)
    assert (heads.row, heads.body[0].number, len(heads.body)) == (4, 5, 2)


@pytest.mark.parametrize(
    ("rows", "merged", "expected"),
    [
        (
            [
                ["ที่", "ชื่อ - สกุล", None, None, "ที่อยู่", None],
                [None, "คำนำหน้า", "ชื่อ", "สกุล", "ชุมชน", "เขต"],
                ["1", "นาย", "สมชาย", "ใจดี", "ตลาดเก่า", "เขต 2"],
            ],
            ["A1:A2", "B1:D1", "E1:F1"],
            ["", "title", "first_name", "last_name", "community", "zone"],
        ),
        (
            [
                ["ที่", "ชื่อ - สกุล", None, None, "ชุมชน"],
                ["1", "นาย", "สมชาย", "ใจดี", "ตลาดเก่า"],
                ["2", "น.ส.", "สมหญิง", "ใจดี", "ตลาดเก่า"],
            ],
            ["B1:D1"],
            ["", "title", "first_name", "last_name", "community"],
        ),
        (
            [["ชื่อ - สกุล", None, "ชุมชน"], ["นายสมชาย", "ใจดี", "ตลาดเก่า"]],
            ["A1:B1"],
            ["first_name", "last_name", "community"],
        ),
        (
            [["ชื่อ - สกุล", None, "ชุมชน"], ["นาย", "สมชาย ใจดี", "ตลาดเก่า"]],
            ["A1:B1"],
            ["title", "full_name", "community"],
        ),
        (
            [["ชื่อ-สกุล", "ลายมือชื่อ", None], [None, "เช้า", "บ่าย"], ["สมชาย ใจดี", None, None]],
            ["A1:A2", "B1:C1"],
            ["full_name", "", ""],
        ),
    ],
)
def test_merged_heads(tmp_path: Path, rows: Rows, merged: list[str], expected: list[str]) -> None:
    path = write_book(tmp_path / "a.xlsx", ("รายชื่อ", rows), merged=merged)
    assert names(guessed(path)) == expected


def test_a_merged_head_is_read_with_each_head_below_it(tmp_path: Path) -> None:
    rows = [
        ["ชื่อ-สกุล", "โทรศัพท์", None, "หมายเหตุ"],
        [None, "มือถือ", "บ้าน", None],
        ["สมชาย ใจดี", "0812345678", "043221202", None],
    ]
    columns = guessed(write_book(tmp_path / "a.xlsx", ("ก", rows), merged=["A1:A2", "B1:C1"]))
    assert names(columns) == ["full_name", "phone", "phone", ""]
    assert [column.head for column in columns][2:] == ["โทรศัพท์ บ้าน", "หมายเหตุ"]


def test_heads_repeated_on_every_printed_page_are_no_rows(tmp_path: Path) -> None:
    head = ["ที่", "ชื่อ-สกุล", "ชุมชน", "โทร"]
    path = write_text(tmp_path / "a.csv", [head, PEOPLE[0], head, PEOPLE[1]])
    assert [line.number for line in heads_of(path).body] == [2, 4]


def test_one_head_means_what_its_column_holds(tmp_path: Path) -> None:
    sectors = [["ชื่อ-สกุล", "ประเภท"], ["ก ข", "ประชาชนทั่วไป"], ["ค ง", "ภาครัฐ"]]
    roles = [["ชื่อ-สกุล", "ประเภท"], ["ก ข", "ผู้มาประชุม"], ["ค ง", "ผู้เข้าร่วมประชุม"]]
    assert of_rows(tmp_path, *sectors) == ["full_name", "sector"]
    assert of_rows(tmp_path, *roles) == ["full_name", "role"]


def test_a_first_name_with_a_surname_column_is_no_full_name(tmp_path: Path) -> None:
    rows = [["ชื่อ", "นามสกุล", "ตำแหน่ง/หน่วยงาน/ชุมชน"], ["สมชาย", "ใจดี", "ชุมชนตลาดเก่า"]]
    assert of_rows(tmp_path, *rows) == ["first_name", "last_name", "affiliation"]


@pytest.mark.parametrize("head", ["เลขประจำตัวประชาชน", "Citizen ID", "วันเดือนปีเกิด"])
def test_what_a_forum_may_not_keep_is_never_a_field(tmp_path: Path, head: str) -> None:
    rows = [["ชื่อ-สกุล", head], ["สมชาย ใจดี", "0812345678"], ["สมศรี ใจดี", "0812345679"]]
    columns = guessed(write_text(tmp_path / "a.csv", rows))
    assert (columns[1].field, columns[1].source) == (None, ColumnSource.NEVER)


@pytest.mark.parametrize(
    ("kind", "heads", "expected"),
    [
        ("opinions", ["strategy", "kind", "text"], ["strategy", "kind", "text"]),
        (
            "opinions",
            ["ยุทธศาสตร์", "แนวทางการพัฒนา", "ประเภท", "ความคิดเห็น", "ผู้พูด", "ชุมชน"],
            ["strategy", "approach", "kind", "text", "speaker", "community"],
        ),
        (
            "complaints",
            ["Subject", "Facts", "Name", "Phone", "Level", "Kind", "Community"],
            ["subject", "facts", "full_name", "phone", "level", "kind", "community"],
        ),
        (
            "complaints",
            ["เรื่อง", "ข้อเท็จจริง", "ชื่อ-สกุล", "โทรศัพท์", "ระดับ", "ประเภท", "ชุมชน"],
            ["subject", "facts", "full_name", "phone", "level", "kind", "community"],
        ),
    ],
)
def test_tables_of_opinions_and_complaints(
    tmp_path: Path, kind: str, heads: list[str], expected: list[str]
) -> None:
    rows = [heads, ["ก"] * len(heads)]
    assert of_rows(tmp_path, *rows, kind=ImportKind(kind)) == expected


def test_missing_columns_are_named(tmp_path: Path) -> None:
    columns = guessed(write_text(tmp_path / "a.csv", [["ชุมชน"], ["ริมน้ำ"]]))
    assert missing_fields(KIND, columns) == (ImportField.FULL_NAME,)
    assert len(missing_fields(ImportKind.OPINIONS, ())) == 3


@pytest.mark.parametrize(
    ("written", "community", "zone"),
    [
        ("ริมน้ำ 1", "ริมน้ำ 1", "เขต 1"),
        ("ชุมชนริมน้ำ1", "ริมน้ำ 1", "เขต 1"),
        ("ริมน้ำ ๑", "ริมน้ำ 1", "เขต 1"),
        ("ริมน้ำตอน 1", "ริมน้ำ 1", "เขต 1"),
        ("ตลาตเก่า", "ตลาดเก่า", "เขต 2"),
        ("ริมน้ำ 2", "ริมน้ำ 2", ""),
        ("บ้านใหม่", "บ้านใหม่", ""),
    ],
)
def test_communities_by_name_alias_and_likeness(written: str, community: str, zone: str) -> None:
    found = Places(make_pack()).community(written)
    assert (found.text, found.zone) == (community, zone)
    assert found.is_guessed == (written == "ตลาตเก่า")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("people", "people"),
        ("ประชาชนทั่วไป", "people"),
        ("ประชาชน ทั่วไป", "people"),
        ("ประชาชน", "people"),
        ("ประชาชนทัวไป", "people"),
        ("ภาครัฐ", "state"),
        ("ชาวต่างชาติ", ""),
        ("", ""),
    ],
)
def test_sectors_by_code_name_and_likeness(written: str, code: str) -> None:
    assert Places(make_pack()).sector(written).text == code
