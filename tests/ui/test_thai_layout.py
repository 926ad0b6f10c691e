"""Shortcuts under a keyboard whose only layout is Thai: keys are known by their place."""

from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import ALT, CTRL, Typist

_ROW_OF_DIGITS = "ๅ/-ภถุึคต"
_FIRST_CODE = 10


@pytest.mark.parametrize("number", range(1, 6))
def test_alt_and_a_digit_choose_a_strategy_and_type_nothing(typist: Typist, number: int) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    letter = _ROW_OF_DIGITS[number - 1]
    typist.press(ord(letter), ALT, letter, _FIRST_CODE + number - 1)
    assert page.chips.number() == number
    assert page.capture.text.toPlainText() == ""


def test_alt_with_a_digit_of_no_strategy_types_nothing(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.press(ord("ต"), ALT, "ต", _FIRST_CODE + 8)
    assert page.capture.text.toPlainText() == ""


def test_thai_letters_on_the_digit_keys_are_typed(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.press(ord("ภ"), text="ภ", scan_code=_FIRST_CODE + 3)
    assert page.capture.text.toPlainText() == "ภ"


def test_a_digit_that_names_no_strategy_is_typed(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("๙ ")
    assert page.capture.text.toPlainText() == "๙ "


def test_a_thai_digit_chooses_too(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("๓ ")
    assert page.chips.number() == 3


def test_select_all_and_cut_reach_the_text(typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.type("ทดลอง")
    typist.press(ord("ฟ"), CTRL, "ฟ", 38)
    typist.press(ord("ป"), CTRL, "ป", 53)
    assert page.capture.text.toPlainText() == ""


def test_control_and_a_digit_visit_a_page(typist: Typist) -> None:
    typist.press(ord("-"), CTRL, "-", _FIRST_CODE + 2)
    typist.press(ord("ๅ"), CTRL, "ๅ", _FIRST_CODE)
    assert typist.window.current is typist.window.page(PageName.FORUM)


def test_latin_letters_keep_their_own_key() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, CTRL, 38, 0, 0, "q")
    assert latin_key(event) == Qt.Key.Key_Q
