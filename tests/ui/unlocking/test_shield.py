"""In front of everything: while the window is locked nothing behind it can be read or reached."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.auto_lock import AutoLock
from forum_desktop.records.forum import Forum
from forum_desktop.records.secret import Secret
from forum_desktop.ui.hall.window import HallWindow
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import CTRL, Typist
from tests.ui.unlocking.conftest import PASSPHRASE, Locked

SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "ถนนหน้าตลาดเป็นหลุมลึกมาก"


@pytest.fixture
def opened(locked: Locked, qtbot: QtBot) -> Typist:
    """Open the window of the protected laptop."""
    window = locked.open(Secret(PASSPHRASE))
    typist = Typist(window, qtbot)
    typist.until(lambda: window.overview is not None and window.locking.shield.is_armed)
    return typist


def read_by_accessibility(interface: QAccessibleInterface) -> str:
    """Return all that a screen reader may find from here on."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    told = [interface.text(kind) for kind in kinds]
    children = (interface.child(at) for at in range(interface.childCount()))
    return "\n".join((*told, *(read_by_accessibility(child) for child in children if child)))


def of_window(window: MainWindow) -> str:
    interface = QAccessible.queryAccessibleInterface(window)
    assert interface is not None
    return read_by_accessibility(interface)


def lock(typist: Typist) -> None:
    typist.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert typist.window.locking.is_down


def unlock(typist: Typist) -> None:
    typist.type(PASSPHRASE)
    typist.enter()
    typist.until(lambda: not typist.window.locking.is_down)


def test_locked_nothing_can_be_read_by_accessibility_or_picture(
    opened: Typist, forum: Forum
) -> None:
    window = opened.window
    opened.visit(PageName.OPINIONS)
    assert forum.title in of_window(window) or forum.municipality in of_window(window)
    before = window.grab().toImage()
    lock(opened)
    assert forum.title not in of_window(window)
    assert forum.municipality not in of_window(window)
    others = [one for one in window.findChildren(QWidget) if isinstance(one, OpinionsPage)]
    assert others == []
    assert before != window.grab().toImage()
    assert isinstance(window.centralWidget(), type(window.locking.shield.view))
    unlock(opened)
    assert isinstance(window.current, OpinionsPage)


def test_what_is_half_typed_is_kept_before_and_is_there_after(
    opened: Typist,
) -> None:
    window = opened.window
    opened.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    opened.until(page.capture.text.hasFocus)
    opened.type(WORDS)
    lock(opened)
    kept: list[Any] = []
    page.look_up(
        lambda desk: services.drafts.list_drafts(desk, ""),
        kept.append,
    )
    opened.until(lambda: bool(kept))
    assert WORDS in str(kept[0])
    opened.type("x")  # goes into the passphrase line alone
    assert WORDS not in window.locking.shield.view.line.text()
    window.locking.shield.view.line.clear()
    unlock(opened)
    assert page.capture.text.toPlainText() == WORDS


def test_no_key_reaches_what_is_behind(opened: Typist) -> None:
    opened.visit(PageName.OPINIONS)
    page = opened.window.current
    lock(opened)
    for key, modifiers in ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_1, CTRL)):
        opened.press(key, modifiers)
    opened.tab()
    opened.press(Qt.Key.Key_Escape)
    assert opened.window.locking.is_down
    assert opened.window.current is page
    focus = QApplication.focusWidget()
    assert focus is not None
    assert opened.window.locking.shield.view.isAncestorOf(focus)


def test_open_dialogs_go_and_the_halls_window_stays(opened: Typist, qtbot: QtBot) -> None:
    window = opened.window
    hall = HallWindow(window.words, window)
    qtbot.addWidget(hall)
    hall.open()
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    opened.until(lambda: hall.isVisible() and dialog.isVisible())
    window.locking.lock()
    assert window.locking.is_down
    assert not dialog.isVisible()
    assert hall.isVisible()
    hall.shut()


def test_after_idle_minutes_it_locks_by_itself_and_work_puts_that_off(
    opened: Typist, qtbot: QtBot
) -> None:
    shield = opened.window.locking.shield
    assert shield.idle.interval() == 10 * 60_000
    assert shield.idle.isActive()
    shield.idle.stop()
    opened.press(Qt.Key.Key_Control)
    assert shield.idle.isActive()  # a key begins the count anew
    shield.idle.start(50)
    opened.until(lambda: opened.window.locking.is_down)
    assert not shield.idle.isActive()


def test_another_number_of_minutes_counts_at_once(opened: Typist) -> None:
    page = opened.window.current
    page.act(lambda desk: services.auto_lock.keep_minutes(desk, 2), lambda _: None, Kind.PROTECTION)
    opened.until(lambda: opened.window.locking.shield.idle.interval() == 2 * 60_000)


def test_without_a_passphrase_nothing_is_locked_and_why_is_said(typist: Typist) -> None:
    typist.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert not typist.window.locking.is_down
    assert typist.said() == typist.window.words("protection.not_set")
    typist.window.locking.shield.arm(AutoLock(is_on=False, minutes=2))
    assert not typist.window.locking.shield.idle.isActive()


def test_locked_it_speaks_the_other_language_and_closes(opened: Typist) -> None:
    lock(opened)
    view = opened.window.locking.shield.view
    view.language_button.click()
    assert opened.window.words.language == "en"
    assert "Show the letters" in view.show_button.text()
    opened.window.close()
    assert not opened.window.isVisible()


def test_a_second_lock_and_unlock_goes_as_the_first(opened: Typist) -> None:
    for _ in range(2):
        lock(opened)
        unlock(opened)
    assert opened.window.current.isVisible()


def test_it_locks_by_the_same_key_on_a_thai_keyboard(opened: Typist) -> None:
    opened.press(ord("ศ"), CTRL | SHIFT, "ศ", 46)
    assert opened.window.locking.is_down
