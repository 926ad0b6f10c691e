"""One key looks the laptop over; the light and its lines stand where the forum stood."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forum_desktop.records.forum import Forum
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from tests.ui.keyboard import CTRL, Typist


def looked_over(window: MainWindow, typist: Typist) -> ForumPage:
    page = window.current
    assert isinstance(page, ForumPage)
    typist.press(Qt.Key.Key_R, CTRL)
    typist.until(lambda: len(page.ready.view.said()) == 12)
    return page


def test_one_key_tells_what_to_do_and_escape_goes_back(
    window: MainWindow, typist: Typist, forum: Forum
) -> None:
    page = looked_over(window, typist)
    assert page.held.isHidden()
    said = "\n".join(page.ready.view.said())
    assert "ยังไม่ได้ตั้งรหัสผ่าน" in said
    assert page.ready.view.verdict.said() == page.words(
        f"preflight.light.{page.ready.view._found.light}"  # type: ignore[union-attr]
    )
    window.change_language()
    assert "No passphrase yet" in "\n".join(page.ready.view.said())
    window.change_language()
    typist.press(Qt.Key.Key_Escape)
    assert page.ready.view.isHidden()
    assert page.held.isVisible()


def test_enter_looks_again_and_nothing_is_said_twice(
    window: MainWindow, typist: Typist, forum: Forum
) -> None:
    page = looked_over(window, typist)
    before = page.ready.view.said()
    QTest.keyClick(page.ready.view, Qt.Key.Key_Return)
    typist.until(lambda: page.ready.view.said() == before)


def test_a_laptop_without_a_forum_is_told_so(
    window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    first = window.current
    assert isinstance(first, ForumPage)
    typist.until(lambda: first.new_forum.choice.count() > 0)
    page = looked_over(window, typist)
    assert any("ยังไม่มีเวที" in line for line in page.ready.view.said())
    typist.press(Qt.Key.Key_Escape)
    assert page.new_forum.isVisible()
