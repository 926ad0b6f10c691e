"""What nobody expects to be typed is kept as it is or refused with a sentence; nothing breaks."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from tests.ui.keyboard import CTRL, Typist

KEPT = {
    "markup": "<b>ถนน</b> & <script>alert(1)</script>",
    "emoji": "ขอสวน 🌳👨‍👩‍👧‍👦",
    "right to left": "مرحبا \u202eกลับ\u202c ไทย",
    "longest": "ก" * 20_000,
    "digits": "๑๒๓ 123",
}
REFUSED = {
    "empty": "",
    "spaces": "   \n ",
    "too long": "ก" * 20_001,
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_an_opinion_of_any_letters_is_kept(typist: Typist, text: str) -> None:
    page = _opinions(typist)
    page.capture.text.setPlainText(text)
    typist.enter(CTRL)
    typist.until(lambda: page.said.opinions.records.rowCount() == 1)
    typist.window.grab()
    kept = page.said.opinions.records.rows()[0].opinion.text
    assert kept.split()[0] == text.split(maxsplit=1)[0]
    assert page.capture.text.toPlainText() == ""


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_refused_opinion_stays_in_the_box(typist: Typist, text: str) -> None:
    page = _opinions(typist)
    page.capture.text.setPlainText(text)
    typist.enter(CTRL)
    typist.until(lambda: bool(typist.said()))
    assert page.capture.text.toPlainText() == text
    assert page.said.opinions.records.rowCount() == 0


def test_lone_marks_are_kept_or_refused_and_never_lost(typist: Typist) -> None:
    page = _opinions(typist)
    page.capture.text.setPlainText("่้๊")
    typist.enter(CTRL)
    typist.until(lambda: bool(typist.said()) or page.said.opinions.records.rowCount() == 1)
    typist.window.grab()
    assert page.said.opinions.records.rowCount() or page.capture.text.toPlainText() == "่้๊"


def test_words_typed_after_a_refused_save_join_those_put_back(typist: Typist) -> None:
    page = _opinions(typist)
    page.capture.text.setPlainText("ก" * 20_001)
    page.save()
    typist.type("เรื่องถัดไป")
    typist.until(lambda: page.capture.text.toPlainText().startswith("กกก"))
    assert page.capture.text.toPlainText().endswith("เรื่องถัดไป")


def test_half_typed_words_survive_a_restart(
    typist: Typist, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    _opinions(typist)
    typist.type("พิมพ์ค้างไว้")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    page = _opinions(again)
    again.until(lambda: page.capture.text.toPlainText() == "พิมพ์ค้างไว้")


def test_a_saved_opinion_leaves_no_draft(
    typist: Typist, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    page = _opinions(typist)
    typist.type("บันทึกแล้ว")
    page.drafts.keep_now()
    typist.enter(CTRL)
    typist.until(lambda: page.said.opinions.records.rowCount() == 1)
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    page = _opinions(again)
    again.until(lambda: page.said.opinions.records.rowCount() == 1)
    assert page.capture.text.toPlainText() == ""


def test_a_doubled_title_is_refused_and_the_form_stays(typist: Typist) -> None:
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current).desk
    page.begin_walk_in()
    page.walk_in.names.first.setText("นายนายมนตรี สมมติ")
    page.walk_in.place.setFocus()
    typist.enter()
    title = "นาย"
    fault = typist.window.words("desk.title_doubled", title=title)
    assert page.walk_in.names.fault.said() == fault
    assert page.walk_in.names.first.text() == "นายนายมนตรี สมมติ"
    assert page.walk_in.names.first.hasFocus()


@pytest.mark.parametrize("typed", ["<b>&", "🌳", "่", "%_'\"", "ก" * 400])
def test_a_search_for_anything_offers_the_form(typist: Typist, typed: str) -> None:
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current).desk
    page.box.setText(typed)
    typist.until(lambda: not page.found.is_asking)
    assert typist.said() == ""
    typist.window.grab()


def test_a_complaint_without_facts_stays_in_the_form(typist: Typist) -> None:
    typist.visit(PageName.COMPLAINTS)
    desk = cast("ComplaintsPage", typist.window.current).desk
    desk.story.kind.setCurrentIndex(1)
    desk.story.subject.setText("ไฟดับ")
    desk.person.name.setText("นายตัวอย่าง สมมติ")
    typist.enter(CTRL)
    typist.until(lambda: bool(typist.said()) and desk.lodge_button.isEnabled())
    assert desk.story.subject.text() == "ไฟดับ"
    assert desk.recent.complaints.records.rowCount() == 0


def test_a_time_that_is_none_is_told_and_nothing_is_lost(typist: Typist) -> None:
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(page.form.isEnabled)
    page.form.started_at.setFocus()
    typist.type("25.99")
    page.form.opening.setPlainText("คำกล่าว")
    page.save()
    assert typist.said() == typist.window.words("minutes.time_faulty")
    assert page.form.opening.toPlainText() == "คำกล่าว"


def test_an_undo_without_a_reason_is_refused(typist: Typist) -> None:
    typist.visit(PageName.REGISTRATION)
    typist.press(Qt.Key.Key_F9)
    assert typist.said() == typist.window.words("desk.undo_whom")


def _opinions(typist: Typist) -> OpinionsPage:
    typist.visit(PageName.OPINIONS)
    return cast("OpinionsPage", typist.window.current)
