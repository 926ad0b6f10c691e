"""Typing up a signed sheet by keyboard: one Enter a row, the next row at once."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.people import AttendeeRow
from forum_desktop.ui.background import Ends
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.paper.rows import RowState
from forum_desktop.ui.registration.paper.view import PaperView
from tests.factory import StepClock
from tests.ui.keyboard import CTRL, Typist

_KNOWN = "นางขวัญ สมมติ"


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let the forum know a neighbour who did not check in, and one who did."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    for name in (_KNOWN, "นายก้อง สมมติ"):
        row = services.registration.register_walk_in(
            desk, forum.id, full_name=name, sector="people", community="ริมน้ำ 1"
        )
        if name == _KNOWN:
            services.registration.undo_check_in(desk, row.attendee.id, "ตัวอย่าง")
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> PaperView:
    """Come to the sheet; its place is said once."""
    view = _visit(typist)
    view.sheet.place.setFocus()
    _type_place(typist, view.sheet.place, "ริมน้ำ 1")
    assert typist.window.focusWidget() is view.fields.name
    return view


def test_rows_need_one_key_beyond_the_name(view: PaperView, typist: Typist) -> None:
    names = [f"นายคนที่{number} ทดสอบ" for number in "กขคงจ"]
    for name in names:
        typist.type(name)
        typist.enter()
    typist.until(lambda: _states(view) == [RowState.NEW] * 5)
    assert [row.number for row in view.typed.all()] == [1, 2, 3, 4, 5]
    assert {row.place for row in view.typed.all()} == {"ริมน้ำ 1"}
    assert view.fields.number.said() == "6"
    assert typist.window.focusWidget() is view.fields.name
    typist.until(lambda: _present(typist) == 6)


def test_each_row_is_answered(view: PaperView, typist: Typist, look_up: "LookUp") -> None:
    for name in (_KNOWN, "นายก้อง สมมติ", "นายมาใหม่ สมมติ"):
        typist.type(name)
        typist.enter()
    expected = [RowState.MATCHED, RowState.ALREADY, RowState.NEW]
    typist.until(lambda: _states(view) == expected)
    known, newcomer = look_up("ขวัญ"), look_up("มาใหม่")
    for row in (known, newcomer):
        assert row.attendance is not None
        assert row.attendance.from_paper
    assert not known.attendee.from_paper
    assert newcomer.attendee.from_paper
    assert newcomer.attendee.community == "ริมน้ำ 1"


def test_while_typing_it_tells_who_would_be_matched(view: PaperView, typist: Typist) -> None:
    words = typist.window.words
    typist.type("นายไม่รู้จัก")
    typist.until(lambda: view.fields.guess.said() == words("paper.guess_new"))
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type(_KNOWN)
    typist.until(lambda: "นางขวัญ  สมมติ" in view.fields.guess.said())


def test_the_sheet_gives_sector_and_time(
    view: PaperView, typist: Typist, look_up: "LookUp"
) -> None:
    view.sheet.sector.setFocus()
    typist.press(Qt.Key.Key_Down)
    view.sheet.clock.setFocus()
    typist.type("๘.๔๕")
    typist.enter()
    typist.type("นายมาใหม่ สมมติ")
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.NEW])
    row = look_up("มาใหม่")
    assert row.attendee.sector == "people"
    assert row.attendance is not None
    assert f"{row.attendance.checked_in_at:%d %H.%M}" == "11 08.45"


def test_a_faulty_time_keeps_the_row_in_the_fields(view: PaperView, typist: Typist) -> None:
    view.sheet.clock.setText("25.00")
    typist.type("นายมาใหม่ สมมติ")
    typist.enter()
    assert typist.said() == typist.window.words("paper.clock_faulty")
    assert view.typed.all() == ()
    assert view.fields.name.text() == "นายมาใหม่ สมมติ"


def test_without_a_place_on_the_sheet_enter_goes_to_the_place_first(typist: Typist) -> None:
    view = _visit(typist)
    typist.type("นายมาใหม่ สมมติ")
    typist.enter()
    _type_place(typist, view.fields.place, "ตลาดเก่า")
    typist.until(lambda: _states(view) == [RowState.NEW])
    assert view.typed.all()[0].place == "ตลาดเก่า"
    typist.type("นายถัดไป สมมติ")
    assert view.fields.name.text() == "นายถัดไป สมมติ"


def test_the_last_row_is_taken_back_with_the_reason_that_stands_ready(
    view: PaperView, typist: Typist, look_up: "LookUp"
) -> None:
    typist.type(_KNOWN)
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.MATCHED])
    typist.press(Qt.Key.Key_F9)
    assert view.ask.line.text() == "คีย์ผิด"
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.UNDONE])
    row = look_up("ขวัญ")
    assert row.attendance is not None
    assert row.attendance.undone == "คีย์ผิด"
    assert view.fields.number.said() == "1"
    assert typist.window.focusWidget() is view.fields.name


def test_arrows_choose_which_row_is_taken_back(view: PaperView, typist: Typist) -> None:
    for name in ("นายหนึ่ง ทดสอบ", "นายสอง ทดสอบ"):
        typist.type(name)
        typist.enter()
    typist.until(lambda: _states(view) == [RowState.NEW] * 2)
    typist.press(Qt.Key.Key_Up)
    typist.press(Qt.Key.Key_F9)
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.UNDONE, RowState.NEW])


def test_a_row_of_someone_here_before_leaves_her_check_in_alone(
    view: PaperView, typist: Typist, look_up: "LookUp"
) -> None:
    typist.type("นายก้อง สมมติ")
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.ALREADY])
    typist.press(Qt.Key.Key_F9)
    assert _states(view) == [RowState.UNDONE]
    assert look_up("ก้อง").is_present


def test_a_refused_row_comes_back_into_the_fields(view: PaperView, typist: Typist) -> None:
    typist.type("นายนายคำซ้ำ ทดสอบ")
    typist.enter()
    typist.until(lambda: view.fields.name.text() == "นายนายคำซ้ำ ทดสอบ")
    assert view.typed.all() == ()
    assert view.fields.number.said() == "1"
    assert "นาย" in typist.said()


def test_the_next_sheet_counts_from_one(view: PaperView, typist: Typist) -> None:
    typist.type(_KNOWN)
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.MATCHED])
    typist.press(Qt.Key.Key_N, CTRL)
    assert view.typed.all() == ()
    assert view.fields.number.said() == "1"
    assert view.sheet.said_place() == "ริมน้ำ 1"


def test_after_a_restart_the_half_typed_row_and_the_count_are_back(
    window_on: Callable[[], MainWindow], view: PaperView, typist: Typist, qtbot: QtBot
) -> None:
    typist.type(_KNOWN)
    typist.enter()
    typist.until(lambda: _states(view) == [RowState.MATCHED])
    typist.type("นายค้างไว้")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    view = _visit(again)
    again.until(lambda: view.fields.name.text() == "นายค้างไว้")
    assert view.fields.place.currentText() == view.sheet.said_place() == "ริมน้ำ 1"
    assert view.fields.number.said() == "2"
    assert again.said() == again.window.words("drafts.restored")


LookUp = Callable[[str], AttendeeRow]


@pytest.fixture
def look_up(typist: Typist, forum: Forum) -> LookUp:
    """Look a person up in the file, through the window's own worker."""

    def look(name: str) -> AttendeeRow:
        found: list[tuple[AttendeeRow, ...]] = []
        typist.window.background.run(
            lambda desk: services.registration.find_attendees(desk, forum.id, name),
            Ends(done=found.append),
        )
        typist.until(lambda: bool(found))
        return found[0][0]

    return look


def _visit(typist: Typist) -> PaperView:
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current)
    typist.press(Qt.Key.Key_3, CTRL)
    return cast("PaperView", page.current_view)


def _type_place(typist: Typist, place: TypedChoice, name: str) -> None:
    """Type a place and press Enter once its suggestions are open, as hands do."""
    typist.type(name)
    completer = place.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    # Not isActiveWindow: it is true of a list that only is about to open.
    typist.until(lambda: _has_opened(popup))
    typist.enter()


def _has_opened(popup: QWidget) -> bool:
    window = QGuiApplication.focusWindow()
    return window is not None and window is popup.windowHandle()


def _states(view: PaperView) -> list[RowState]:
    return [row.state for row in view.typed.all()]


def _present(typist: Typist) -> int:
    overview = typist.window.overview
    return overview.counts.present if overview else 0
