"""What the columns hold, told by keyboard: asked for, remembered, never kept."""

from pathlib import Path

from PySide6.QtCore import Qt

from forum_desktop.records.importing import ColumnSource, ImportField
from forum_desktop.ui.registration.importing.view import ImportingView
from tests.services.importing.making import write_book, write_text
from tests.ui.keyboard import ALT, CTRL, Typist
from tests.ui.registration.importing.imports_desk import (
    Open,
    cell_at,
    column_of,
    is_open,
    on_screen,
    pick,
    place_of,
    rows_of,
    runs_of,
    walk,
)


def test_a_column_is_told_by_keys_and_the_cursor_stays(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    walk(typist, down=1, right=4)
    head = view.review.heads
    assert column_of(view, 4) == (None, ColumnSource.HEAD)
    typist.press(Qt.Key.Key_Down, ALT)
    assert head.chooser.isVisible()
    pick(typist, view, ImportField.POSITION)
    typist.until(lambda: column_of(view, 4)[0] is ImportField.POSITION)
    assert column_of(view, 4)[1] is ColumnSource.GIVEN
    assert column_of(view, 0) == (ImportField.FULL_NAME, ColumnSource.HEAD)
    assert place_of(view) == (3, 4)
    assert view.review.table.hasFocus()
    assert cell_at(view, 1, 4).symbol == "plus"


def test_esc_in_the_chooser_leaves_the_column_as_it_is(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    typist.press(Qt.Key.Key_Up, CTRL)
    assert view.review.heads.chooser.isVisible()
    typist.press(Qt.Key.Key_Escape)
    assert not view.review.heads.chooser.isVisible()
    assert is_open(view)
    assert view.review.table.hasFocus()


def test_what_was_told_is_remembered_for_the_next_such_file(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    walk(typist, right=4)
    typist.press(Qt.Key.Key_Down, ALT)
    pick(typist, view, ImportField.POSITION)
    typist.until(lambda: column_of(view, 4)[0] is ImportField.POSITION)
    typist.enter(CTRL)
    typist.until(lambda: len(runs_of(view)) == 1)
    open_file(mixed)
    assert column_of(view, 4) == (ImportField.POSITION, ColumnSource.REMEMBERED)


def test_a_missing_column_of_names_is_asked_for_at_the_likeliest_place(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    rows = [[n, f"หมู่ {n}", "นามสมมติ ตัวอย่าง" + "กขคงจ"[n % 5]] for n in range(1, 20)]
    open_file(write_book(tmp_path / "a.xlsx", ("ก", rows)))
    assert typist.said() == typist.window.words("importing.missing.full_name")
    assert view.review.heads.chooser.isVisible()
    assert place_of(view) == (1, 2)
    assert not view.review.write.isEnabled()
    assert cell_at(view, 0, 2).text.startswith("นามสมมติ")
    pick(typist, view, ImportField.FULL_NAME)
    typist.until(lambda: bool(view.file and not view.file.preview.missing))
    assert len(rows_of(view)) == 19


def test_what_a_forum_may_not_keep_is_not_even_shown(
    view: ImportingView, open_file: Open, typist: Typist, tmp_path: Path
) -> None:
    number = "1000000000009"
    rows = [["ชื่อ-สกุล", "เลขบัตรประชาชน", "ฉายา"], ["นายมาใหม่ ทดสอบ", number, "เล็ก"]]
    open_file(write_text(tmp_path / "a.csv", rows))
    assert column_of(view, 1) == (None, ColumnSource.NEVER)
    for _ in range(2):
        walk(typist, right=1)
        assert number not in on_screen(view)
    typist.press(Qt.Key.Key_Left)
    typist.press(Qt.Key.Key_Down, ALT)
    assert not view.review.heads.chooser.isVisible()
    walk(typist, right=1)
    typist.press(Qt.Key.Key_Down, ALT)
    pick(typist, view, ImportField.POSITION)
    typist.until(lambda: column_of(view, 2)[0] is ImportField.POSITION)
    assert column_of(view, 1) == (None, ColumnSource.NEVER)
    assert view.file is not None
    assert view.file.preview.lines[0].cells[1] == ""
    typist.enter(CTRL)
    typist.until(lambda: len(runs_of(view)) == 1)
    open_file(tmp_path / "a.csv")
    assert column_of(view, 2) == (ImportField.POSITION, ColumnSource.REMEMBERED)
    assert column_of(view, 1) == (None, ColumnSource.NEVER)
