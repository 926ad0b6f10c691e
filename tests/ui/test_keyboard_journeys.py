"""One journey a page, by keyboard alone, on a real file."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.overview import ForumOverview
from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from tests.ui.keyboard import ALT, CTRL, KEYPAD, Typist


def test_a_forum_is_created_by_keys_from_an_empty_file(
    window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    page = cast("ForumPage", window.current)
    typist.until(page.new_forum.create_button.isEnabled)
    typist.press(Qt.Key.Key_N, CTRL)
    typist.enter()
    typist.until(lambda: window.overview is not None)
    assert window.overview is not None
    assert len(window.overview.strategies) > 0
    title = window.overview.forum.title
    assert typist.said() == window.words("forum.created", title=title)
    assert page.forums.records.rowCount() == 1


def test_pages_that_need_a_forum_say_so_while_none_is_open(
    window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    page = cast("ForumPage", window.current)
    typist.until(page.new_forum.create_button.isEnabled)
    typist.visit(PageName.OPINIONS)
    assert typist.said() == window.words("window.open_first")
    assert isinstance(window.current, ForumPage)


def test_the_doors_open_and_the_station_gets_its_name(typist: Typist) -> None:
    page = cast("ForumPage", typist.window.current)
    page.held.station_name.setFocus()
    typist.type("โต๊ะหน้า")
    typist.enter()
    typist.until(lambda: _overview(typist).station.name == "โต๊ะหน้า")
    page.held.next_button.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: _overview(typist).forum.state is ForumState.OPEN)


def test_someone_unknown_is_registered_by_keys_alone(typist: Typist, forum: Forum) -> None:
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current).desk
    assert page.found.records.rowCount() == 0
    typist.type("นางสาวมาใหม่ ทดสอบ")
    typist.enter()
    typist.until(page.walk_in.isVisible)
    assert [line.text() for line in page.walk_in.names.lines()] == ["นางสาว", "มาใหม่", "ทดสอบ"]
    typist.enter()
    typist.type("ริมน้ำ 1")
    typist.enter()
    typist.until(lambda: page.answer.head() == "นางสาวมาใหม่  ทดสอบ")
    typist.until(lambda: _overview(typist).counts.present == 1)
    assert typist.window.focusWidget() is page.box
    assert page.box.text() == ""


def test_a_member_is_found_checked_in_and_taken_back(typist: Typist) -> None:
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current).desk
    typist.type("ประธานสมมติ")
    typist.enter()
    typist.until(lambda: _overview(typist).counts.present == 1)
    assert page.answer.head() == "นายตัวอย่าง  ประธานสมมติ"
    typist.until(lambda: any(row.is_present for row in page.found.records.rows()))
    typist.press(Qt.Key.Key_F9)
    typist.enter()
    typist.until(lambda: bool(typist.said()))
    typist.type("ลงผิดคน")
    typist.enter()
    typist.until(lambda: _overview(typist).counts.present == 0)
    typist.press(Qt.Key.Key_Escape)
    assert page.box.text() == ""


def test_thai_words_are_captured_with_control_enter(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("2 ")
    assert page.chips.number() == 2
    typist.press(Qt.Key.Key_Down, ALT)
    typist.press(Qt.Key.Key_F7)
    typist.type("ขอไฟส่องสว่างในซอย")
    typist.enter(CTRL)
    typist.type("เรื่องถัดไป")
    typist.until(lambda: page.said.opinions.records.rowCount() == 1)
    (opinion,) = (row.opinion for row in page.said.opinions.records.rows())
    assert opinion.text == "ขอไฟส่องสว่างในซอย"
    assert opinion.kind.value == "problem"
    assert page.said.opinions.records.data(page.said.opinions.records.index(0)).startswith("2.1 ")
    assert page.capture.text.toPlainText() == "เรื่องถัดไป"
    typist.until(lambda: page.chips._chips[1].count() == 1)


def test_keypad_enter_saves_too(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("ชมเชย")
    typist.press(Qt.Key.Key_Enter, CTRL | KEYPAD, "\r")
    typist.until(lambda: page.said.opinions.records.rowCount() == 1)


def test_an_opinion_is_corrected_and_withdrawn(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("คำผิด")
    typist.enter(CTRL)
    typist.until(lambda: page.said.opinions.records.rowCount() == 1)
    page.said.opinions.choose(0)
    page.said.opinions.setFocus()
    typist.enter()
    typist.until(page.said.card.isVisible)
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("คำถูก")
    typist.enter(CTRL)
    typist.until(lambda: page.said.opinions.records.rows()[0].opinion.text == "คำถูก")
    typist.until(page.said.opinions.hasFocus)
    typist.press(Qt.Key.Key_W, text="ไ")
    typist.type("ซ้ำ")
    typist.enter()
    typist.until(lambda: page.said.opinions.records.rowCount() == 0)


def test_minutes_are_edited_previewed_and_exported(typist: Typist, tmp_path: Path) -> None:
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(page.form.isEnabled)
    page.form.opening.setFocus()
    typist.type("ประธานเปิดการประชุม")
    typist.until(lambda: bool(page.preview.drawn_pages()))
    target = tmp_path / page.export.suggested_name()
    page.export.export_to(target)
    typist.until(lambda: target.name in typist.said())
    text = "".join(sheet.extract_text() for sheet in PdfReader(target).pages)
    assert "ประธานเปิดการประชุม" in text.replace("\n", "")
    assert not any(name in target.name for name in ("สมมติ", "ตัวอย่าง"))


def test_a_stopped_export_leaves_no_file(typist: Typist, tmp_path: Path) -> None:
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(page.form.isEnabled)
    page.export.export_to(tmp_path / "stopped.pdf")
    page.export.cancel()
    typist.until(lambda: typist.said() == typist.window.words("documents.export_cancelled"))
    assert not (tmp_path / "stopped.pdf").exists()


def test_the_chair_hands_over(typist: Typist) -> None:
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(lambda: page.handover.giver.count() == 2)
    page.handover.task.setFocus()
    typist.type("รับฟังความคิดเห็น")
    page.handover.save_button.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: "รับฟังความคิดเห็น" in page.handover.told())


def test_the_file_is_checked_and_backed_up(typist: Typist, tmp_path: Path) -> None:
    typist.visit(PageName.EXCHANGE)
    typist.press(Qt.Key.Key_4, CTRL)
    page = cast("ExchangePage", typist.window.current).laptop
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: page.verdict.said() == typist.window.words("exchange.sound"))
    page.back_up_to(tmp_path / "copy.db")
    typist.until(lambda: "copy.db" in typist.said())
    assert (tmp_path / "copy.db").stat().st_size > 0


def test_language_changes_everywhere_at_once(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    typist.window.change_language()
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current).desk
    assert page.box.placeholderText().startswith("Type a name, community or last digits")
    assert typist.window.windowTitle() == "Forum Desktop"


def test_focus_and_hands_meet(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    centre = page.capture.save_button.rect().center()
    place = page.capture.save_button.mapToGlobal(centre)
    assert QApplication.widgetAt(place) is page.capture.save_button


def _overview(typist: Typist) -> ForumOverview:
    assert typist.window.overview is not None
    return typist.window.overview
