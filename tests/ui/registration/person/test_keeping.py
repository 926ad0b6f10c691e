"""What is kept and how long: screenings, links to speakers, and the notice that tells of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.privacy import DataClass
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.person.view import PersonView
from tests.factory import BANGKOK, StepClock
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.person.conftest import NOTICE
from tests.ui.registration.person.hands import (
    all_texts,
    do,
    look,
    person_id,
    press_space_on,
    seen,
    show,
)


def test_the_screening_is_shown_only_when_asked_for(manee: PersonView, typist: Typist) -> None:
    who = person_id(manee)
    do(typist, lambda d: services.screening.screen(d, who, ScreeningResult.SENT_FOR_TEST))
    card = manee.sheet.screening
    told = manee.words("person.screening.sent_for_test")
    assert card.isVisible()
    assert told not in seen(manee)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: told in card.outcome.said())
    typist.press(Qt.Key.Key_F9)
    assert told not in seen(manee)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: told in card.outcome.said())
    typist.press(Qt.Key.Key_Escape)
    assert told not in all_texts(manee)


def test_the_notice_is_shown_large_and_put_away(view: PersonView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_F8)
    assert view.notice.text.text.said() == NOTICE
    assert view.notice.version.said() == view.words("person.notice_version", version="3")
    assert view.notice.text.pixels() >= 30
    typist.press(Qt.Key.Key_Escape)
    assert typist.window.focusWidget() is view.finder.box


def test_what_is_due_is_erased_after_a_question(view: PersonView, typist: Typist) -> None:
    (row,) = look(typist, lambda d, f: services.registration.find_attendees(d, f, "ชูใจ"))
    forum_id, who = row.attendee.forum_id, row.attendee.id
    do(
        typist,
        lambda d: services.opinions.capture_opinion(
            d, forum_id, text="ขอทางเท้า", kind=OpinionKind.NEED, speaker_id=who
        ),
    )
    typist.press(Qt.Key.Key_6, CTRL, "6")
    card = view.board.retention
    typist.until(card.purge_button.isEnabled)
    due = [line.data for line in card.kept if line.is_due and line.count]
    assert due == [DataClass.SPEAKERS]
    press_space_on(typist, card.purge_button)
    assert view.words("person.data.speakers") in card.purging.sentence.said()
    assert typist.window.focusWidget() is card.purging.go_button
    typist.enter()
    typist.until(lambda: typist.said() == view.words("person.purged", count=1))
    typist.until(lambda: not card.purge_button.isEnabled())
    show(view, typist, "ชูใจ")
    assert view.sheet.said.texts() == ()


def test_escape_erases_nothing_that_is_due(view: PersonView, typist: Typist) -> None:
    card = view.board.retention
    card.ask()
    typist.press(Qt.Key.Key_Escape)
    assert not card.purging.isVisible()
    assert typist.said() == ""


def test_overdue_screenings_go_when_the_forum_is_opened(
    window_on: Callable[[], MainWindow], forum: Forum, data_dir: Path, qtbot: QtBot
) -> None:
    _screen_someone(data_dir, forum, StepClock(datetime(2021, 8, 1, 9, tzinfo=BANGKOK)))
    typist = Typist(window_on(), qtbot)
    typist.until(lambda: typist.window.overview is not None)
    typist.visit(PageName.REGISTRATION)
    told = typist.window.words("person.screenings_purged", count=1)
    typist.until(lambda: typist.said() == told)


def _screen_someone(data_dir: Path, forum: Forum, clock: StepClock) -> None:
    desk = services.start.open_desk(data_dir, "tester", clock)
    (row,) = services.registration.find_attendees(desk, forum.id, "ชูใจ")
    services.screening.screen(desk, row.attendee.id, ScreeningResult.PASSED)
    desk.close()
