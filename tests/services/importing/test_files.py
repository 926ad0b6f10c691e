"""Table files with every quirk that offices know, and those that are refused."""

import random
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop.errors import Refusal
from forum_desktop.services.importing import table as tables
from forum_desktop.services.importing.files import read_table
from tests.services.importing.making import (
    DELIMITERS,
    ENCODINGS,
    Rows,
    change_sheet,
    rewrite,
    write_book,
    write_text,
)

ROWS = [
    ["ที่", "ชื่อ-สกุล", "ที่อยู่"],
    ["1", "นางสาวสมหญิง  ใจดี", 'บ้านเลขที่ 1\nตรอก "ก", ซอย 2; ถนน | 3'],
    ["2", "นายสมชาย ญี่ปุ่น", "ฐานะ"],
]


def cells(path: Path, sheet: str | None = None) -> list[list[str]]:
    return [list(line.cells) for line in read_table(path, sheet).lines]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("ending", [".csv", ".txt"])
def test_every_encoding_and_delimiter_with_quoted_newlines(
    tmp_path: Path, encoding: str, delimiter: str, ending: str
) -> None:
    path = write_text(tmp_path / f"people{ending}", ROWS, encoding, delimiter)
    assert cells(path) == ROWS


def test_the_byte_a0_and_spoilt_bytes_do_not_stop_cp874(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("ชื่อ,ชุมชน\r\nสมชาย".encode("cp874") + b"\xa0" + "ใจดี,ริมน้ำ\r\n".encode("cp874"))
    assert cells(path)[1] == ["สมชาย\xa0ใจดี", "ริมน้ำ"]


def test_one_spoilt_byte_does_not_turn_utf_8_into_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("ชื่อ,ชุมชน\nสมชาย ใจดี,ริมน้ำ".encode() + b"\xff\n")
    assert cells(path)[1] == ["สมชาย ใจดี", "ริมน้ำ\ufffd"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_and_blank_lines(tmp_path: Path, end: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(end.join(["ชื่อ,ก,,,", "", ",,,", "สมชาย,ข,,"]), encoding="utf-8", newline="")
    table = read_table(path)
    assert [(line.number, line.cells) for line in table.lines] == [
        (1, ("ชื่อ", "ก")),
        (4, ("สมชาย", "ข")),
    ]


@pytest.mark.parametrize("hint", ["sep=;", '"sep=;"'])
def test_the_hint_of_excel_tells_the_delimiter(tmp_path: Path, hint: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"{hint}\nชื่อ;ก,ข,ค\nสมชาย;1,2,3\n", encoding="utf-8")
    assert cells(path) == [["ชื่อ", "ก,ข,ค"], ["สมชาย", "1,2,3"]]


def test_what_keeps_a_spreadsheet_from_reckoning_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('ก,ข,ค,ง\n\'=1+1,\'-5,"=""0812345678""",\'ก\n', encoding="utf-8")
    assert cells(path)[1] == ["=1+1", "-5", "0812345678", "'ก"]


def test_numbers_dates_and_the_like_come_out_as_they_were_meant(tmp_path: Path) -> None:
    day = datetime.fromisoformat("2026-02-01")
    row = [812345678, 812345678.0, 8.12345678e8, 1.4, True, None, day, "  ก  "]
    path = write_book(tmp_path / "a.xlsx", ("แผ่น", [row, [day.replace(hour=9, minute=30), 1e20]]))
    assert cells(path)[0] == [
        *["812345678"] * 3,
        *["1.4", "TRUE", "", "2026-02-01", "ก"],
    ]
    assert cells(path)[1] == ["2026-02-01 09:30", "1e+20"]


def test_a_formula_gives_the_value_last_reckoned(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", ("แผ่น", [["ชื่อ"], ['=CONCAT("นาย","สม")'], ["=1/0"]]))
    change_sheet(
        path,
        r'<c r="A2"[^>]*><f>(.*?)</f><v ?/?>(</v>)?</c>',
        r'<c r="A2" t="str"><f>\1</f><v>นายสม</v></c>',
    )
    change_sheet(
        path,
        r'<c r="A3"[^>]*><f>(.*?)</f><v ?/?>(</v>)?</c>',
        r'<c r="A3" t="e"><f>\1</f><v>#DIV/0!</v></c>',
    )
    assert cells(path) == [["ชื่อ"], ["นายสม"], ["#DIV/0!"]]


def test_a_wrong_size_of_the_sheet_and_far_away_styling_do_no_harm(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", ("แผ่น", [["ชื่อ", "ชุมชน"], ["สมชาย", "ริมน้ำ"]]))
    change_sheet(path, r'<dimension ref="[^"]*"', '<dimension ref="A1"')
    change_sheet(
        path, "</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    assert cells(path) == [["ชื่อ", "ชุมชน"], ["สมชาย", "ริมน้ำ"]]


def test_the_sheet_with_heads_is_taken_and_any_can_be_chosen(tmp_path: Path) -> None:
    cover: tuple[str, Rows] = ("ปก", [["แบบสรุป"], ["งบประมาณ", 5]])
    path = write_book(tmp_path / "a.xlsx", cover, ("รายชื่อ", ROWS), ("ว่าง", [[]]))
    assert read_table(path).sheet == "รายชื่อ"
    assert read_table(path).sheets == ("ปก", "รายชื่อ", "ว่าง")
    assert cells(path, "ปก")[0] == ["แบบสรุป"]
    with pytest.raises(Refusal, match=r"importing\.sheet_unknown"):
        read_table(path, "ไม่มี")


def key_of(path: Path) -> str:
    """Return the key of the refusal of a file, or one that says it was read."""
    try:
        read_table(path)
    except Refusal as refusal:
        return refusal.key
    return "importing.read"


def book(tmp_path: Path) -> bytes:
    return write_book(tmp_path / "sound.xlsx", ("แผ่น", ROWS)).read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.pdf", b"%PDF-1.7", "ending"),
        ("a.ods", b"PK\x03\x04", "ending"),
        ("a", b"name", "ending"),
        ("a.csv", b"", "empty"),
        ("a.csv", b" \r\n ", "empty"),
        ("a.xlsx", b"name,phone\n", "no_workbook"),
        ("a.xlsx", b"PK\x03\x04 and nothing more", "damaged"),
        ("a.csv", b"PK\x03\x04", "is_workbook"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "old_workbook",
        ),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_workbook"),
        ("a.xlsx", b"\xef\xbb\xbf <html><table><tr><td>", "web_page"),
        ("a.csv", b"%PDF-1.7", "no_table"),
        ("a.csv", bytes(range(32)) * 40, "no_table"),
        ("a.csv", b"\x81\x82\x83\x84\xdb\xdc\xfc\xfd" * 40, "encoding"),
        ("a.csv", 'ก,ข\n"สมชาย,1\nสมหญิง,2\nสมศรี,3\n'.encode(), "quotes"),
        ("a.csv", ('ก,ข\n"' + "ก" * 140_000 + '",1\n').encode(), "quotes"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, key: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refusal, match=rf"importing\.{key} "):
        read_table(path)


def test_files_that_are_not_there_or_are_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"importing\.not_found"):
        read_table(tmp_path / "a.csv")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(Refusal, match=r"importing\.not_readable"):
        read_table(tmp_path / "b.csv")


def test_an_open_quotation_mark_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('ก,ข\n"ข\nค",1\n"สมชาย,1\nสมหญิง,2\n', encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_table(path)
    assert refused.value.details["row"] == 4


def test_a_gigantic_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(31 * 1024 * 1024)
    with pytest.raises(Refusal, match=r"importing\.too_big"):
        read_table(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", ("แผ่น", ROWS))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/huge.bin", bytes(64 * 1024 * 1024))
    with pytest.raises(Refusal, match=r"importing\.gigantic"):
        read_table(path)


def test_entities_that_could_explode_are_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", ("แผ่น", ROWS))
    head = b'<!DOCTYPE lolz [<!ENTITY lol "lol">]>'
    rewrite(path, lambda name, content: head + content if "sheet1" in name else content)
    with pytest.raises(Refusal, match=r"importing\.damaged"):
        read_table(path)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    for path in (
        write_text(tmp_path / "a.csv", ROWS),
        write_book(tmp_path / "a.xlsx", ("ก", ROWS)),
    ):
        with pytest.raises(Refusal, match=r"importing\.too_many_rows"):
            read_table(path)


@given(st.integers(0, 2**32))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(book(tmp_path))
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(4, len(content)) :]
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(content)
    assert key_of(path).startswith("importing.")


@given(st.binary(max_size=400), st.sampled_from([".csv", ".txt", ".xlsx"]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, ending: str) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(content)
    assert key_of(path).startswith("importing.")
