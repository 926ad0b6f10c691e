"""Going back in time by keys: what was there then, and nothing that can be changed."""

from datetime import timedelta
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import OpinionKind, Utterance
from forum_desktop.services.desk import Desk
from forum_desktop.ui.exchange.moment.view import MomentView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.factory import StepClock
from tests.ui.keyboard import ALT, CTRL, Typist


@pytest.fixture
def moment(window: MainWindow, typist: Typist, forum: Forum) -> MomentView:
    """Have one thing said each hour of a day, and open the view by its keys."""
    done: list[object] = []

    def job(desk: Desk) -> None:
        start = StepClock().now
        for hour in range(1, 5):
            at = start + timedelta(hours=hour)
            then = Desk(desk.database, StepClock(at), "tester")
            said = Utterance(text=f"ขอไฟ {hour}", kind=OpinionKind.NEED)
            services.opinions.take_down(then, forum.id, said)

    window.current.look_up(job, done.append)
    typist.until(lambda: bool(done))
    typist.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    at = [sign.name for sign in page.signs].index("moment")
    typist.press(Qt.Key.Key_1 + at, CTRL)
    view = page.current_view
    assert isinstance(view, MomentView)
    typist.until(lambda: opinions(view) == 4)
    return view


def _shows(view: MomentView, count: int) -> bool:
    return opinions(view) == count


def opinions(view: MomentView) -> int:
    shown = view.moment()
    return -1 if shown is None else shown.counts.opinions


def test_each_step_down_is_a_step_back(moment: MomentView, typist: Typist) -> None:
    for expected in (3, 2, 1):
        typist.press(Qt.Key.Key_Down)
        typist.until(partial(_shows, moment, expected))
    assert moment.list.records.rowCount() == 1
    assert "ภาพย้อนหลัง" in moment.banner.said()
    assert "10.00" in moment.banner.said()


def test_a_typed_time_leads_there(moment: MomentView, typist: Typist) -> None:
    moment.chooser.time.setFocus()
    moment.chooser.time.selectAll()
    typist.type("11.30")
    typist.enter()
    typist.until(lambda: opinions(moment) == 2)
    assert "11.30" in moment.banner.said()


def test_what_is_no_time_is_told(moment: MomentView, typist: Typist) -> None:
    moment.chooser.time.setText("25.30")
    moment.chooser.time.setFocus()
    typist.enter()
    assert typist.said() == typist.window.words("moment.type_time")
    assert opinions(moment) == 4


def test_the_lists_change_by_alt_and_a_digit(moment: MomentView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_2, ALT)
    assert moment.which.chosen() == "people"
    assert moment.list.records.rowCount() == 0
    typist.press(Qt.Key.Key_1, ALT)
    assert moment.list.records.rowCount() == 4


def test_bars_follow_the_counts(moment: MomentView, typist: Typist) -> None:
    assert moment.bars.accessibleName().endswith(" 4")
    typist.press(Qt.Key.Key_Down)
    typist.until(lambda: moment.bars.accessibleName().endswith(" 3"))


def test_it_speaks_the_other_language(moment: MomentView, typist: Typist) -> None:
    typist.window.change_language()
    assert "For reading only" in moment.banner.said()
    assert QApplication.focusWidget() is moment.chooser.stops
