"""Help beside the work: the card of the page in front, its keys those of the window."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from forum_desktop import services
from forum_desktop.ui.help.panel import HelpPanel
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from forum_desktop.wording import LANGUAGES
from tests.ui.keyboard import CTRL, Typist
from tests.ui.walking import every_view

_BY_TYPING = {"Enter", "1.4 ", "@ # !", "Esc", "F7 – F12"}
"""What is typed into a box or is a row of keys; the tests of those boxes hold them."""


def panel_of(window: MainWindow) -> HelpPanel:
    body = window.centralWidget()
    assert body is not None
    found = body.findChild(HelpPanel)
    assert isinstance(found, HelpPanel)
    return found


def test_help_follows_the_page_and_takes_no_focus(window: MainWindow, typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    typist.type("น้ำท่วม")
    typist.press(Qt.Key.Key_F1, CTRL)
    panel = panel_of(window)
    assert panel.isVisible()
    typist.type("ทุกปี")
    assert "โต๊ะบันทึกความคิดเห็น" in panel.title.said()
    typist.visit(PageName.COMPLAINTS)
    assert "จุดรับเรื่องร้องเรียน" in panel.title.said()
    window.change_language()
    assert panel.title.said() == "Complaint desk"
    typist.press(Qt.Key.Key_F1, CTRL)
    assert not panel.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_card(language: str) -> None:
    cards = services.quick_cards.read_cards(language)
    assert {card.page for card in cards} == {str(name) for name in PageName}
    assert all(line.keys and line.says for card in cards for line in card.lines)


def test_the_keys_of_the_cards_are_those_of_the_window(window: MainWindow, typist: Typist) -> None:
    known: dict[str, set[str]] = {}
    for view in every_view(typist):
        page = window.current
        keys = {_spelled(*pair) for scope in window._shortcut_scopes() for pair in scope}
        if isinstance(page, ViewedPage):
            keys |= {_spelled(*pair) for pair in page.own_keys}
        known.setdefault(view.partition("/")[0], set()).update(keys)
    wrong = [
        f"{card.page}: {key}"
        for card in services.quick_cards.read_cards("en")
        for line in card.lines
        if line.keys not in _BY_TYPING
        for key in re.split(" · ", line.keys)
        if key not in known[card.page] and (card.page, key) != ("forum", "Ctrl+3")
    ]
    assert wrong == []


def _spelled(modifiers: Qt.KeyboardModifier, key: int) -> str:
    named: dict[int, str] = {Qt.Key.Key_PageDown: "PageDown", Qt.Key.Key_PageUp: "PageUp"}
    words = [
        word
        for word, held in (
            ("Ctrl", Qt.KeyboardModifier.ControlModifier),
            ("Alt", Qt.KeyboardModifier.AltModifier),
            ("Shift", Qt.KeyboardModifier.ShiftModifier),
        )
        if modifiers & held
    ]
    name = named.get(key) or QKeySequence(key).toString()
    return "+".join([*words, "Enter" if name == "Return" else name])
