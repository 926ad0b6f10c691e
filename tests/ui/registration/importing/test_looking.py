"""Looking at a file by keyboard: states, filters, problems, decisions, refusals."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QTableView

from forum_desktop.records.importing import ImportField, ImportState
from forum_desktop.ui.registration.importing.looks import LOOKS
from forum_desktop.ui.registration.importing.open_file import Filter
from forum_desktop.ui.registration.importing.view import ImportingView
from forum_desktop.wording import LANGUAGES
from tests.services.importing.making import write_book, write_text
from tests.ui.keyboard import ALT, CTRL, NONE, Typist
from tests.ui.registration.importing.imports_desk import (
    HEADS,
    MANY,
    SOMSRI,
    Open,
    cell_at,
    is_open,
    place_of,
    rows_of,
    states_of,
    walk,
    will_do,
    write_many,
)
from tests.ui.test_every_page import _controls, _is_cut, _settle, _shown, _told

O_CODE = 32
"""Where O stands on the keyboard, as the offscreen platform on Linux numbers keys."""


def test_ctrl_o_asks_for_a_file_on_a_thai_layout(
    view: ImportingView, typist: Typist, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The dialog of the system is not ours: only its answer is given.
    asked = "forum_desktop.ui.registration.importing.view.QFileDialog.getOpenFileName"
    monkeypatch.setattr(asked, lambda *_: (str(mixed), ""))
    typist.press(ord("น"), CTRL, scan_code=O_CODE)
    typist.until(lambda: is_open(view) and not view.review.is_busy)
    assert view.review.table.hasFocus()
    assert view.review.line.name.said() == "mixed.csv"


def test_a_file_dropped_on_the_view_is_opened(
    view: ImportingView, typist: Typist, mixed: Path
) -> None:
    paths = QMimeData()
    paths.setUrls([QUrl.fromLocalFile(str(mixed))])
    event = QDropEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, paths, Qt.MouseButton.LeftButton, NONE
    )
    assert view.acceptDrops()
    view.dropEvent(event)
    typist.until(lambda: is_open(view) and not view.review.is_busy)


def test_each_state_has_its_mark_its_word_and_its_reason(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    assert states_of(view) == ["matched", "new", "doubtful", "refused", "new", "doubtful"]
    marks = [cell_at(view, row, 0).symbol for row in (0, 1)]
    assert marks == ["check", "plus"]
    assert cell_at(view, 1, 2).symbol == "triangle-alert"
    assert cell_at(view, 4, 3).symbol == "x"
    walk(typist, down=1, right=2)
    assert typist.window.words("importing.cell.phone") in view.review.detail.cell.said()
    walk(typist, down=2)
    assert typist.window.words("importing.row.name_missing") in view.review.detail.row.said()
    walk(typist, down=2)
    twice = typist.window.words("importing.row.twice_in_file", twin=6)
    assert twice in view.review.detail.row.said()


def test_a_changed_cell_shows_what_stood_there(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    moved = ["นางสมศรี สมมติ", "ตลาดเก่า", "0812345678", "ภาครัฐ", ""]
    open_file(write_book(tmp_path / "a.xlsx", ("ก", [HEADS, moved])))
    assert states_of(view) == ["changed"]
    cell = cell_at(view, 0, 1)
    assert (cell.text, cell.before, cell.symbol) == ("ตลาดเก่า", "ริมน้ำ 1", "pencil")
    walk(typist, right=1)
    said = view.review.detail.cell.said()
    assert typist.window.words("importing_view.before", before="ริมน้ำ 1") in said


def test_chips_filter_and_their_counts_are_the_rows_shown(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    for number, kind in enumerate(Filter, start=1):
        chip = view.review.chips.chips[kind]
        typist.press(Qt.Key.Key_0 + number, ALT)
        if chip.isEnabled():
            assert view.review.chips.filter is kind
            assert f"  {len(rows_of(view))}" in chip.text()
    typist.press(Qt.Key.Key_5, ALT)
    assert states_of(view) == ["doubtful", "doubtful"]
    typist.press(Qt.Key.Key_7, ALT)
    assert [told.line.number for told in rows_of(view)] == [3, 6]


def test_the_next_problem_is_one_key_away(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    places = []
    for _ in range(6):
        typist.press(Qt.Key.Key_F8)
        places.append(place_of(view))
    assert places == [(3, 2), (4, 0), (5, 1), (6, 3), (7, 0), (3, 2)]
    typist.press(Qt.Key.Key_Down, CTRL)
    assert place_of(view) == (4, 0)
    typist.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert place_of(view) == (3, 2)


def test_space_goes_round_the_decisions_and_the_button_says_them(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    assert will_do(view) == (3, 0, 2)
    walk(typist, down=2)
    typist.until(lambda: "นางสมศรี" in view.review.detail.row.said())
    typist.press(Qt.Key.Key_Space, text=" ")
    assert will_do(view) == (2, 1, 2)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert will_do(view) == (2, 0, 3)
    words = typist.window.words
    assert words("importing_view.will_leave", count=3) in view.review.write.text()
    typist.press(Qt.Key.Key_Space, text=" ")
    assert will_do(view) == (3, 0, 2)
    walk(typist, down=3)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert will_do(view) == (4, 0, 1)


def test_space_decides_nothing_where_nothing_is_open(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    for _ in range(2):
        typist.press(Qt.Key.Key_Space, text=" ")
        walk(typist, down=1)
    assert not view.file or not view.file.decisions
    shown = [made for made in view.review.detail.decisions.values() if made.isVisible()]
    assert len(shown) == 3


def test_merged_heads_cp874_and_a_second_sheet(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    heads = [["บัญชีรายชื่อ"], ["ที่", "ชื่อ - สกุล", "", "ชุมชน"]]
    one: list[list[Any]] = [*heads, [1, "นายมาใหม่", "ทดสอบ", "ตลาดเก่า"]]
    two = [["ชื่อ-สกุล", "ชุมชน"], ["นางอีกแผ่น ทดสอบ", "ริมน้ำ 1"], ["นางที่สอง ทดสอบ", ""]]
    book = write_book(tmp_path / "a.xlsx", ("หนึ่ง", one), ("สอง", two), merged=("B2:C2",))
    open_file(book)
    fields = [column.field for column in view.file.preview.columns] if view.file else []
    assert fields[1:3] == [ImportField.FIRST_NAME, ImportField.LAST_NAME]
    sheets = view.review.line.sheets
    assert sheets.isVisible()
    assert sheets.currentText() == "หนึ่ง"
    sheets.setFocus()
    typist.press(Qt.Key.Key_Down)
    typist.until(lambda: len(rows_of(view)) == 2 and not view.review.is_busy)
    assert view.file is not None
    assert view.file.preview.sheet == "สอง"
    open_file(write_text(tmp_path / "b.csv", [HEADS, SOMSRI], "cp874", ";"))
    assert cell_at(view, 0, 0).text == "นาง สมศรี สมมติ"
    assert not sheets.isVisible()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.csv", b"", "importing.empty"),
        ("a.pdf", b"%PDF-1.7", "importing.ending"),
        ("a.csv", b"%PDF-1.7", "importing.no_table"),
        ("a.xlsx", b"PK\x03\x04 broken", "importing.damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "importing.old_workbook"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "importing.encrypted",
        ),
        ("a.csv", "ชื่อ-สกุล,ชุมชน\n".encode(), "importing.no_rows"),
    ],
)
def test_a_file_that_is_no_table_is_refused_and_the_last_one_stays(
    view: ImportingView,
    open_file: Open,
    typist: Typist,
    mixed: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    key: str,
) -> None:
    bad = tmp_path / "bad" / name
    bad.parent.mkdir()
    bad.write_bytes(content)
    open_file(bad)
    assert typist.said() == typist.window.words(key, file=name)
    assert not is_open(view)
    open_file(mixed)
    assert typist.said() == ""
    walk(typist, down=2)
    open_file(bad)
    assert typist.said() == typist.window.words(key, file=name)
    assert is_open(view)
    assert place_of(view) == (4, 0)
    assert view.review.table.hasFocus()


def test_the_other_language_says_it_all_again(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    walk(typist, down=2)
    thai = (view.review.write.text(), view.review.detail.row.said())
    typist.window.change_language()
    english = (view.review.write.text(), view.review.detail.row.said())
    assert all(one != other for one, other in zip(thai, english, strict=True))
    assert "Write" in english[0]
    assert "เพิ่ม" not in english[0]
    assert place_of(view) == (4, 0)


def test_ten_thousand_rows_move_without_lag(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    open_file(write_many(tmp_path / "many.csv"))
    table: QTableView = view.review.table
    assert len(rows_of(view)) == MANY
    began = perf_counter()
    for key in (Qt.Key.Key_PageDown,) * 50 + (Qt.Key.Key_Down,) * 50:
        typist.press(key)
        QApplication.processEvents()
    each = (perf_counter() - began) / 100
    typist.press(Qt.Key.Key_End, CTRL)
    assert place_of(view)[0] == MANY + 1
    assert table.rowHeight(0) == table.rowHeight(MANY - 1)
    assert each < 0.1
    began = perf_counter()
    typist.press(Qt.Key.Key_F8)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert perf_counter() - began < 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_is_named_and_not_cut(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path, language: str
) -> None:
    window = typist.window
    window.resize(1366, 768)
    if window.words.language != language:
        window.change_language()
    for _ in range(2):
        _settle(window)
        unnamed = [made for made in _controls(window) if not made.accessibleName().strip()]
        assert unnamed == []
        assert [_told(made) for made in _shown(window) if _is_cut(made, window)] == []
        open_file(mixed)
        walk(typist, down=2)
        typist.until(lambda: "นางสมศรี" in view.review.detail.row.said())


def test_the_states_are_told_apart_without_colour(
    view: ImportingView, open_file: Open, mixed: Path
) -> None:

    open_file(mixed)
    assert set(LOOKS) == set(ImportState)
    assert len({look.symbol for look in LOOKS.values()}) == len(ImportState)
