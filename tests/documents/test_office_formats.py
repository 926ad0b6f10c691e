"""XLSX, CSV and JSON read back: the same facts in each, no formula, the same bytes each time."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forum_desktop.documents import csv_file, json_file, render, xlsx
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.office_keywords import read_keywords
from forum_desktop.documents.office_label import label_of
from forum_desktop.documents.office_text import looks_like_formula, neutralised, xml_text
from forum_desktop.documents.tables import Cell, Term, tables_of
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import DocumentContent, DocumentFormat
from forum_desktop.records.minutes import Edition
from forum_desktop.wording import Wording
from tests.documents.factory import make_opinion
from tests.documents.office_factory import (
    EVERY_CONTENT,
    make_complaint,
    office_minutes,
    office_opinions,
    office_register,
)
from tests.test_layers import ROOT

FORMATS = (DocumentFormat.XLSX, DocumentFormat.CSV, DocumentFormat.JSON)
TYPED = st.text(st.characters(), max_size=40)
FORMULAS = st.builds(
    str.__add__, st.sampled_from(["=", "+", "-", "@", "\t=", "\r", " =", "\u200b=", "＝"]), TYPED
)


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def as_xlsx(cell: Cell) -> object:
    """Return what a spreadsheet program reads in the cell."""
    if isinstance(cell, Term):
        return as_xlsx(cell.text)
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime.combine(cell, time.min)
    return (xml_text(cell) or None) if isinstance(cell, str) else cell


@pytest.mark.parametrize("content", EVERY_CONTENT)
def test_every_format_holds_the_same_rows(content: DocumentContent) -> None:
    tables = tables_of(content, Phrases(Wording(), content.pack))
    book = sheets(xlsx.render(content, Wording()))
    data = json.loads(json_file.render(content, Wording()))
    assert list(book) == [*(table.name for table in tables), "เกี่ยวกับเอกสาร"]
    assert set(data["tables"]) == {table.key for table in tables}
    for table in tables:
        heads, *rows = book[table.name]
        assert heads == [column.head for column in table.columns]
        assert rows == [[as_xlsx(cell) for cell in row] for row in table.rows]
        assert len(data["tables"][table.key]) == len(table.rows)
        if "reference" in (keys := [column.key for column in table.columns]):
            place = keys.index("reference")
            found = [row["reference"] for row in data["tables"][table.key]]
            assert found == [row[place] for row in table.rows]
    printed = csv_rows(csv_file.render(content, Wording()))
    assert printed[0] == [column.head for column in tables[0].columns]
    assert len(printed) == len(tables[0].rows) + 1


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED | FORMULAS, min_size=1, max_size=3))
@example(["=1+1", "#N/A", "_x000D_ และ _x0041_"])
@example(["\x00\x0b\x1f", "\ud800", "\ufffe"])
def test_no_typed_text_is_ever_a_formula_or_lost(texts: list[str]) -> None:
    content = office_opinions(*(make_opinion(text, attribution=text) for text in texts))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(content, Wording())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    text_column = [cell.value or "" for cell in book.worksheets[0]["F"]][1:]
    typed = [opinion.text for opinion in content.opinions]
    assert [_unescaped(text) for text in text_column] == [xml_text(text) for text in typed]
    for row in csv_rows(csv_file.render(content, Wording()))[1:]:
        assert not any(looks_like_formula(cell) for cell in row)
    rows = json.loads(json_file.render(content, Wording()))["tables"]["opinions"]
    assert [row["text"] for row in rows] == typed


def _unescaped(text: str) -> str:
    """Return text as Excel shows it: openpyxl leaves the escapes of the format as they are."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code.group(1), 16)), text)


@given(TYPED | FORMULAS | FORMULAS.map(lambda text: f"'{text}"))
def test_taking_one_apostrophe_away_gives_a_neutralised_text_back(text: str) -> None:
    written = neutralised(text)
    assert not looks_like_formula(written)
    is_marked = written.startswith("'") and looks_like_formula(written.lstrip("'"))
    assert (written[1:] if is_marked else written) == text


def test_a_formula_in_a_spreadsheet_stays_text_when_edited() -> None:
    content = office_opinions(make_opinion('=HYPERLINK("http://example.org")'))
    cell = openpyxl.load_workbook(io.BytesIO(xlsx.render(content, Wording()))).worksheets[0]["F2"]
    assert cell.value.startswith("=HYPERLINK")
    assert (cell.data_type, cell.quotePrefix, cell.number_format) == ("s", True, "@")


def test_numbers_and_dates_are_real_and_dates_show_the_buddhist_era() -> None:
    content = office_register()
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.render(content, Wording()))).worksheets[0]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    due = sheet[f"{heads['กำหนดแจ้งผล']}2"]
    lodged = sheet[f"{heads['วันและเวลาที่รับเรื่อง']}2"]
    assert due.value == datetime(2026, 2, 27)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert lodged.value == datetime(2026, 2, 12, 10, 15)  # noqa: DTZ001
    assert due.number_format.startswith("[$-107041E]")
    assert sheet["A2"].value == 1


def test_a_sheet_can_be_filtered_scrolled_and_printed() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(office_minutes(), Wording())))
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert all(cell.font.name == "TH Sarabun New" for row in sheet.iter_rows() for cell in row)


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_whole_in_json() -> None:
    text = "น้ำท่วม😀" * 5000
    content = office_opinions(make_opinion(text))
    cell = openpyxl.load_workbook(io.BytesIO(xlsx.render(content, Wording()))).worksheets[0]["F2"]
    assert len(cell.value.encode("utf-16-le")) // 2 <= 32_767
    kept, _, mark = cell.value.partition(" … [")
    assert text.startswith(kept)
    assert "JSON" in mark
    assert json.loads(json_file.render(content, Wording()))["tables"]["opinions"][0]["text"] == text


def test_csv_opens_in_thai_and_follows_the_standard() -> None:
    content = office_opinions(make_opinion('เขาว่า "ขอไฟ",\nด่วน'))
    data = csv_file.render(content, Wording())
    assert data.startswith(b"\xef\xbb\xbf")
    assert '"เขาว่า ""ขอไฟ"",\nด่วน"'.encode() in data
    assert data.count(b"\r\n") == 2


def test_json_says_what_it_is() -> None:
    content = office_minutes()
    data = json.loads(json_file.render(content, Wording()))
    head = {key: value for key, value in data.items() if key not in {"plan", "tables"}}
    assert head == {
        "format": "forum-desktop-document",
        "version": 1,
        "kind": "minutes",
        "edition": "internal",
        "forum": "NP69",
        "title": "รายงานการประชุมประชาคมระดับเมือง เทศบาลเมืองน้ำปั่น",
        "municipality": "เทศบาลเมืองน้ำปั่น",
        "date": "2026-02-12",
        "fingerprint": label_of(content, Phrases(Wording(), content.pack)).fingerprint,
    }
    assert [strategy["number"] for strategy in data["plan"]] == [1, 2, 3]
    first = data["tables"]["opinions"][0]
    assert (first["strategy"], first["approach"], first["kind"]) == (1, "1.2", "suggestion")


def test_json_bears_no_identifier_but_references() -> None:
    content = office_minutes()
    ids = {str(row.attendee.id) for row in content.attendees}
    data = json_file.render(content, Wording()).decode()
    assert not [found for found in ids if found in data]


@pytest.mark.parametrize("content", EVERY_CONTENT)
def test_a_workbook_says_what_it_was_made_of_and_names_nobody(content: DocumentContent) -> None:
    data = xlsx.render(content, Wording())
    told = read_keywords(data)
    assert told is not None
    label = label_of(content, Phrases(Wording(), content.pack))
    assert (told.kind, told.edition, told.forum_code, told.fingerprint) == (
        label.kind,
        label.edition,
        label.forum_code,
        label.fingerprint,
    )
    core = ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core
    assert "สมมติ" not in core


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_other_file_has_no_keywords(data: bytes) -> None:
    assert read_keywords(data) is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_has_no_keywords(data: st.DataObject) -> None:
    whole = bytearray(_WHOLE)
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=30)):
        whole[place] ^= data.draw(st.integers(1, 255))
    told = read_keywords(bytes(whole))
    assert told is None or told.kind is not None


_WHOLE = xlsx.render(office_opinions(), Wording())


def test_keywords_of_another_program_are_none_of_ours() -> None:
    target = io.BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("docProps/core.xml", "<a><cp:keywords>forum-desktop x</cp:keywords></a>")
    assert read_keywords(target.getvalue()) is None


_TWICE = """
import sys
from hashlib import sha256
from forum_desktop.documents import render
from forum_desktop.records.documents import DocumentFormat
from forum_desktop.wording import Wording
from tests.documents.office_factory import office_minutes
for made_as in DocumentFormat:
    if made_as is not DocumentFormat.PDF:
        print(sha256(render(office_minutes(), made_as, Wording())).hexdigest())
"""


def test_two_processes_make_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _TWICE],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Bangkok"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop().split()) == 4


@pytest.mark.parametrize("made_as", FORMATS)
def test_progress_grows_to_the_whole_and_a_wish_to_stop_is_heeded(made_as: DocumentFormat) -> None:
    heard: list[float] = []
    render(office_minutes(), made_as, Wording(), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        render(office_minutes(), made_as, Wording(), cancelled=lambda: True)


def test_the_register_without_facts_in_every_format() -> None:
    case = make_complaint(facts="ความลับ", wanted="ขอให้ซ่อม")
    content = replace(office_register(), complaints=(case,))
    for made_as in FORMATS:
        data = render(content, made_as, Wording())
        parts = [data]
        if made_as is DocumentFormat.XLSX:
            package = ZipFile(io.BytesIO(data))
            parts = [package.read(name) for name in package.namelist()]
        text = "".join(part.decode("utf-8") for part in parts)
        assert "ความลับ" not in text
        assert "ความลับ".encode("ascii", "xmlcharrefreplace").decode() not in text


def test_public_minutes_name_no_attendee_in_any_format() -> None:
    strayed = replace(office_minutes(), edition=Edition.PUBLIC)
    for made_as in FORMATS:
        data = render(strayed, made_as, Wording())
        if made_as is DocumentFormat.XLSX:
            assert "สมมติ1" not in str(sheets(data))
        else:
            assert "สมมติ1" not in data.decode("utf-8")
