"""The whole practice, typed by its coach into a real window on a real file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.practice.coach import Coach
from forum_desktop.ui.practice.lessons import LESSONS
from tests.ui.keyboard import CTRL, SHIFT, Typist

PATIENCE = 30_000


@pytest.fixture
def coach(
    data_dir: Path, tmp_path: Path, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> Iterator[Coach]:
    """Sit with a coach who types fast and praises shortly."""
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = services.start.open_desk(data_dir)
    services.practice.prepare(desk, stick)
    desk.close()
    window = window_on()
    coach = Coach(window, pace=1, praise_pause=1)
    qtbot.waitUntil(lambda: coach._begun_with is not None, timeout=PATIENCE)
    yield coach
    coach.hands.stop()


def test_the_coach_types_every_lesson_and_sees_it_done(coach: Coach, qtbot: QtBot) -> None:
    for number, lesson in enumerate(LESSONS, start=1):
        assert coach.lesson is lesson
        coach.show_how()
        qtbot.waitUntil(partial(_is_at, coach, number), timeout=PATIENCE)
    assert coach.at == len(LESSONS)
    assert coach.line.head.said() == coach.line._words("practice.all", count=len(LESSONS))


def test_a_lesson_done_by_hand_is_seen_too(coach: Coach, qtbot: QtBot) -> None:
    typist = Typist(coach._window, qtbot)
    typist.visit(PageName.REGISTRATION)
    typist.type("ชบาแก้ว")
    assert coach.at == 0
    typist.enter()
    typist.until(lambda: coach.at == 1)


def test_any_key_takes_the_hands_off(coach: Coach, qtbot: QtBot) -> None:
    typist = Typist(coach._window, qtbot)
    typist.press(Qt.Key.Key_T, CTRL)
    busy = [coach.hands.is_busy]
    typist.press(Qt.Key.Key_Escape)
    busy.append(coach.hands.is_busy)
    assert busy == [True, False]
    assert coach.at == 0


def test_a_lesson_is_skipped_by_its_key(coach: Coach, qtbot: QtBot) -> None:
    Typist(coach._window, qtbot).press(Qt.Key.Key_T, CTRL | SHIFT)
    assert coach.at == 1


def test_hands_come_off_where_what_they_wait_for_does_not_come(coach: Coach, qtbot: QtBot) -> None:
    coach.hands.begin(iter([lambda: False]))
    qtbot.waitUntil(lambda: not coach.hands.is_busy, timeout=PATIENCE)
    assert coach.line.keys.said() == coach.line._words("practice.lost")


def _is_at(coach: Coach, number: int) -> bool:
    return coach.at == number
