"""Ctrl+K: every act is found by its name, in a hurry and on the wrong keyboard layout."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forum_desktop.ui.pages import PageName
from forum_desktop.ui.palette.commands import Command, found
from tests.ui.keyboard import CTRL, Typist


def _named(typist: Typist) -> list[str]:
    return [command.name for command in typist.window.command_box.list.records.rows()]


def _open(typist: Typist) -> None:
    typist.press(Qt.Key.Key_K, CTRL)
    typist.until(typist.window.command_box.isVisible)


def test_a_view_is_found_by_its_name_and_shown(typist: Typist) -> None:
    _open(typist)
    typist.type(typist.window.words("view.trash"))
    typist.until(lambda: len(_named(typist)) == 1)
    typist.enter()
    page = typist.window.page(PageName.EXCHANGE)
    typist.until(lambda: typist.window.current is page)
    assert type(page.current_view).__name__ == "TrashView"  # type: ignore[attr-defined]
    assert not typist.window.command_box.isVisible()


def test_an_act_of_the_page_in_front_is_begun(typist: Typist) -> None:
    typist.visit(PageName.EXCHANGE)
    page = typist.window.page(PageName.EXCHANGE)
    _open(typist)
    typist.type(typist.window.words("exchange.check"))
    typist.enter()
    typist.until(lambda: bool(page.laptop.verdict.said()))  # type: ignore[attr-defined]


def test_words_on_the_wrong_layout_find_it_too(typist: Typist) -> None:
    _open(typist)
    typist.type("]Hvd")  # "ล็อก", typed with the keyboard left in English
    assert typist.window.words("palette.lock") in _named(typist)


def test_what_nothing_is_called_is_said_and_esc_leads_back(typist: Typist) -> None:
    typist.visit(PageName.REGISTRATION)
    before = QApplication.focusWidget()
    _open(typist)
    typist.type("กกกกกกกก")
    assert _named(typist) == []
    typist.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_arrows_choose_while_the_cursor_stays_in_the_line(typist: Typist) -> None:
    _open(typist)
    box = typist.window.command_box
    first = box.list.chosen()
    typist.press(Qt.Key.Key_Down)
    assert box.list.chosen() is not first
    assert box.line.hasFocus()


def test_names_that_begin_with_what_is_typed_come_first() -> None:
    one = Command("พิมพ์รายงาน", "", "", lambda: None)
    other = Command("รายงานการประชุม", "", "", lambda: None)
    assert found((one, other), "รายงาน") == (other, one)
    assert found((one, other), "") == (one, other)
