"""The first minutes of a laptop, answered by digits and Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.forum.guide import Guide
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import Typist


@pytest.fixture
def fresh(window_on: Callable[[], MainWindow], qtbot: QtBot) -> Typist:
    """Sit at a laptop without any forum, the guide's first question asked."""
    window = window_on()
    typist = Typist(window, qtbot)
    page = first_page(window)
    typist.until(lambda: page.new_forum.choice.count() > 0)
    page.begin_guide()
    return typist


def first_page(window: MainWindow) -> ForumPage:
    page = window.page(PageName.FORUM)
    assert isinstance(page, ForumPage)
    return page


def guide_of(typist: Typist) -> Guide:
    panel = first_page(typist.window)._guide
    assert panel is not None
    return panel.view


def test_five_keys_lead_from_the_language_to_the_first_forum(fresh: Typist) -> None:
    guide = guide_of(fresh)
    fresh.press(Qt.Key.Key_2, text="2")
    assert fresh.window.words.language == "en"
    assert guide.answers[0].text() == "1   The lead laptop: it makes the forum"
    fresh.enter()
    fresh.press(Qt.Key.Key_2, text="2")
    fresh.press(Qt.Key.Key_2, text="2")
    assert guide.isHidden()
    assert first_page(fresh.window).new_forum.choice.hasFocus()
    fresh.enter()
    fresh.until(lambda: fresh.window.overview is not None)


def test_escape_goes_back_and_out_of_the_first_question(fresh: Typist) -> None:
    guide = guide_of(fresh)
    fresh.enter()
    fresh.press(Qt.Key.Key_2, text="2")
    assert guide.at == 2
    for at in (1, 0):
        fresh.press(Qt.Key.Key_Escape)
        assert guide.at == at
    fresh.press(Qt.Key.Key_Escape)
    assert guide.isHidden()


def test_a_passphrase_set_now_comes_back_to_the_next_question(fresh: Typist) -> None:
    fresh.enter()
    fresh.enter()
    fresh.enter()
    page = fresh.window.current
    assert isinstance(page, ExchangePage)
    assert page.current_view is page.view("protection")
    fresh.visit(PageName.FORUM)
    guide = guide_of(fresh)
    assert guide.hasFocus()
    assert guide.at == 3
    fresh.enter()
    page = fresh.window.current
    assert isinstance(page, ExchangePage)
    assert page.current_view is page.view("laptop")
    assert guide.isHidden()


def test_who_joins_is_asked_for_the_pack(fresh: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    joined: list[bool] = []
    monkeypatch.setattr(first_page(fresh.window), "join", lambda: joined.append(True))
    fresh.enter()
    for _ in range(3):
        fresh.press(Qt.Key.Key_2, text="2")
    assert joined == [True]
