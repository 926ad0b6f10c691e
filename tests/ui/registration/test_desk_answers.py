"""At the desk by keys alone: found, checked in, told, taken back, gone and back."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from forum_desktop.records.forum import Forum
from forum_desktop.ui.registration.desk.answer import BigName
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.views import SIGNS, ViewName
from tests.ui.keyboard import ALT, CTRL, NONE, Typist
from tests.ui.registration.desk_room import (
    keep_forum,
    overview,
    present,
    sit_down,
    tone,
    verdict,
)

_DIGITS_IN_THAI = "ๅ/-ภถุ"
_FIRST_CODE = 10
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum with people in the file."""
    return keep_forum(data_dir)


@pytest.fixture
def desk(typist: Typist) -> DeskView:
    """Sit at the desk."""
    return sit_down(typist)


def test_a_known_person_costs_her_letters_and_one_enter(typist: Typist, desk: DeskView) -> None:
    typist.type("สมห")
    typist.enter()
    typist.until(lambda: desk.answer.head() == "นางสมหญิง  ใจดี")
    said = desk.answer.said()
    assert said is not None
    assert said.tone == "good"
    assert said.detail == "ริมน้ำ 1  ·  เขต 1"
    assert present(typist) == {"สมหญิง"}
    assert typist.window.focusWidget() is desk.box
    assert desk.box.selectedText() == "สมห"


def test_who_comes_after_the_beginning_is_marked_late(typist: Typist, desk: DeskView) -> None:
    _check_in(typist, desk, "สมหญิง")
    assert verdict(desk) == typist.window.words("desk.checked_in_late", time="09.00")


def test_a_second_time_tells_since_when_and_where(typist: Typist, desk: DeskView) -> None:
    _check_in(typist, desk, "สมหญิง")
    typist.enter()
    typist.until(lambda: tone(desk) == "warn")
    assert verdict(desk) == typist.window.words("desk.already", time="09.00", station="A")


def test_a_key_held_down_checks_in_once(typist: Typist, desk: DeskView) -> None:
    typist.type("สมห")
    typist.enter()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", autorep=True)
    QCoreApplication.sendEvent(typist.window.windowHandle(), held)
    typist.until(lambda: desk.is_fresh)
    QCoreApplication.sendEvent(typist.window.windowHandle(), held)
    assert present(typist) == {"สมหญิง"}
    assert tone(desk) == "good"


def test_enter_pressed_twice_is_one_check_in(typist: Typist, desk: DeskView) -> None:
    typist.type("สมห")
    typist.until(lambda: desk.found.records.rowCount() == 1)
    typist.enter()
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}
    assert tone(desk) == "good"


def test_arrows_choose_among_those_found(typist: Typist, desk: DeskView) -> None:
    typist.type("ตลาดเก่า")
    typist.until(lambda: desk.found.records.rowCount() == 2)
    second = desk.found.records.rows()[1].attendee
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert desk.answer.head() == second.full_name


def test_who_left_comes_back_by_enter(typist: Typist, desk: DeskView) -> None:
    _check_in(typist, desk, "สมหญิง")
    typist.press(Qt.Key.Key_F10)
    typist.until(lambda: verdict(desk) == typist.window.words("desk.left"))
    typist.until(lambda: desk.found.records.rows()[0].is_in_hall is False)
    typist.enter()
    typist.until(lambda: tone(desk) == "good")
    assert verdict(desk) == typist.window.words("desk.returned", time="09.00")


def test_another_session_is_refused_until_it_is_said_twice(typist: Typist, desk: DeskView) -> None:
    page = cast("RegistrationPage", typist.window.current)
    page.sessions.setCurrentIndex(1)
    assert typist.window.focusWidget() is desk.box
    typist.type("ประทีป")
    typist.enter()
    typist.until(lambda: tone(desk) == "bad")
    assert present(typist, "room") == set()
    typist.enter(CTRL)
    typist.until(lambda: tone(desk) == "good")
    assert present(typist, "room") == {"ประทีป"}
    assert present(typist, "morning") == set()


def test_the_session_is_chosen_by_keys_of_a_thai_keyboard(typist: Typist, desk: DeskView) -> None:
    page = cast("RegistrationPage", typist.window.current)
    typist.press(ord("จ"), CTRL, "", _FIRST_CODE + 9)
    sessions = page.sessions.view()
    typist.until(sessions.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QCoreApplication.sendEvent(sessions, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
    typist.until(lambda: page.session == "room")
    typist.until(lambda: typist.window.focusWidget() is desk.box)


def test_a_check_in_is_taken_back_with_a_reason(typist: Typist, desk: DeskView) -> None:
    _check_in(typist, desk, "สมหญิง")
    typist.press(Qt.Key.Key_F9)
    typist.until(desk.undo.isVisible)
    typist.enter()
    assert typist.said() == typist.window.words("ask_line.needed")
    typist.type("ลงผิดคน")
    typist.enter()
    typist.until(lambda: verdict(desk) == typist.window.words("desk.undone"))
    assert present(typist) == set()
    assert typist.window.focusWidget() is desk.box


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11])
def test_without_a_person_the_keys_say_whom_they_need(
    typist: Typist, desk: DeskView, key: Qt.Key
) -> None:
    typist.press(key)
    assert typist.said()
    typist.press(Qt.Key.Key_Escape)
    assert desk.box.text() == ""


def test_the_whole_person_is_one_key_away(typist: Typist, desk: DeskView) -> None:
    _check_in(typist, desk, "สมหญิง")
    typist.press(Qt.Key.Key_F7)
    page = cast("RegistrationPage", typist.window.current)
    assert page.current_view is page.view(ViewName.PERSON)


def test_no_telephone_number_stands_on_the_screen(typist: Typist, desk: DeskView) -> None:
    typist.type("5678")
    typist.until(lambda: desk.found.records.rowCount() == 1)
    shown = desk.found.records.data(desk.found.records.index(0))
    assert "สมหญิง" in shown
    assert "5678" not in shown
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert "5678" not in desk.answer.accessibleName()


def test_a_quiet_minute_leaves_no_name_on_the_screen(typist: Typist, desk: DeskView) -> None:
    assert desk.quiet.interval() == 60_000
    _check_in(typist, desk, "สมหญิง")
    assert desk.quiet.isActive()
    desk.quiet.start(0)
    typist.until(lambda: desk.found.records.rowCount() == 0)
    assert desk.box.text() == ""
    assert "สมหญิง" not in desk.answer.accessibleName()
    assert desk.last is None


def test_letters_go_to_the_box_from_everywhere(typist: Typist, desk: DeskView) -> None:
    typist.tab()
    assert typist.window.focusWidget() is not desk.box
    typist.type("สมห")
    assert desk.box.text() == "สมห"
    typist.enter()
    typist.until(lambda: desk.is_fresh)


def test_letters_go_to_the_box_from_the_strip_too(typist: Typist, desk: DeskView) -> None:
    page = cast("RegistrationPage", typist.window.current)
    page._buttons[ViewName.ARRIVALS].setFocus()
    typist.type("สม")
    assert desk.box.text() == "สม"
    assert typist.window.focusWidget() is desk.box


def test_the_list_is_empty_until_someone_is_searched_for(typist: Typist, desk: DeskView) -> None:
    assert desk.found.records.rowCount() == 0
    typist.type("ส")
    typist.until(lambda: desk.found.records.rowCount() > 0)
    typist.press(Qt.Key.Key_Escape)
    assert desk.found.records.rowCount() == 0


def test_needs_are_counted_by_keys_of_a_thai_keyboard(typist: Typist, desk: DeskView) -> None:
    code = overview(typist).pack.needs[0].code
    for _ in range(2):
        typist.press(ord("ๅ"), ALT, "ๅ", _FIRST_CODE)
    typist.until(lambda: desk.side.need_count(code) == "2")
    typist.press(ord("+"), ALT | SHIFT, "+", _FIRST_CODE)
    typist.until(lambda: desk.side.need_count(code) == "1")
    assert desk.box.text() == ""
    assert typist.window.focusWidget() is desk.box


def test_screening_is_kept_and_not_told_at_the_desk(typist: Typist, desk: DeskView) -> None:
    assert desk.side.screening.isVisible()
    _check_in(typist, desk, "สมหญิง")
    typist.press(Qt.Key.Key_F12)
    typist.until(lambda: typist.said() == typist.window.words("desk.screened"))
    assert "ผ่าน" not in desk.answer.accessibleName()


@pytest.mark.parametrize("number", range(1, len(SIGNS) + 1))
def test_views_open_by_digits_of_a_thai_keyboard(
    typist: Typist, desk: DeskView, number: int
) -> None:
    pytest.importorskip(f"forum_desktop.ui.registration.{SIGNS[number - 1].name}.view")
    typist.press(ord(_DIGITS_IN_THAI[number - 1]), CTRL, "", _FIRST_CODE + number - 1)
    page = cast("RegistrationPage", typist.window.current)
    assert page.current_view is page.view(SIGNS[number - 1].name)
    assert desk.box.text() == ""


def test_the_strip_fits_the_small_screen(typist: Typist, desk: DeskView) -> None:
    page = cast("RegistrationPage", typist.window.current)
    parts = (*page._buttons.values(), page.sessions)
    assert typist.window.width() == 1366
    for _ in range(2):
        typist.until(lambda: all(part.width() >= part.sizeHint().width() for part in parts))
        assert sum(part.width() for part in parts) < desk.width() - 80
        typist.window.change_language()


def test_a_long_name_is_shrunk_before_it_is_cut(typist: Typist, desk: DeskView) -> None:
    name = desk.answer.findChild(BigName)
    assert name is not None
    name.say("นางสาวสั้น", "#000000")
    large = name.pixels()
    name.say("นางสาวกัลยาณีรัตนาภรณ์  เจริญพงศ์ไพศาลกุลวัฒนา ณ เมืองตัวอย่าง", "#000000")
    assert name.pixels() < large
    assert large >= 40
    assert typist.window.width() <= 1366


def _check_in(typist: Typist, desk: DeskView, typed: str) -> None:
    typist.type(typed)
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    typist.until(lambda: any(row.is_present for row in desk.found.records.rows()))


def test_a_name_begun_before_the_answer_comes_keeps_its_letters(
    typist: Typist, desk: DeskView
) -> None:
    typist.type("สมหญิง")
    typist.until(lambda: desk.found.records.rowCount() == 1)
    typist.enter()
    typist.type("ประ")
    typist.until(lambda: "สมหญิง" in desk.answer.head() or desk.found.typed == "ประ")
    typist.until(lambda: "สมหญิง" in present(typist))
    typist.type("ทีป")
    assert desk.box.text() == "ประทีป"
    typist.until(lambda: desk.found.records.rowCount() == 1)
    typist.enter()
    typist.until(lambda: "ประทีป" in present(typist))


def test_a_name_begun_while_somebody_new_is_saved_keeps_its_letters(
    typist: Typist, desk: DeskView
) -> None:
    typist.type("นางสาวมาใหม่ ทดลอง")
    typist.enter()
    typist.until(desk.walk_in.isVisible)
    typist.type("1")
    typist.enter()
    typist.type("ริม")
    typist.enter()
    typist.until(lambda: not desk.walk_in.isVisible())
    typist.type("ประทีป")
    typist.until(lambda: "มาใหม่" in present(typist))
    assert desk.box.text() == "ประทีป"
