"""From draft to certified and back, by keys alone, with everything locked in between."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.ui.date_field import DateField
from forum_desktop.ui.minutes.page import MinutesPage
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import is_settled, open_minutes, printed


def test_minutes_are_checked_certified_and_opened_again(typist: Typist) -> None:
    page, words = open_minutes(typist), typist.window.words
    draft = _said("document.draft_label", typist)
    assert draft in printed(page)
    page.form.opening.setFocus()
    typist.type("เปิดประชุม")
    _press(page.status.check_button, typist)
    typist.until(lambda: page.status.status() is MinutesStatus.CHECKED)
    assert page.status.certify_button.hasFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    assert page.status.certifying.on.hasFocus()
    typist.type("๑๔ ตุลาคม ๒๕๖๔")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    typist.until(lambda: page.status.status() is MinutesStatus.CERTIFIED)
    how = words("minutes.certified_how.next_meeting")
    assert how in page.status.meaning()
    assert "14 ตุลาคม 2564" in page.status.meaning()
    typist.until(lambda: is_settled(page) and draft not in printed(page))
    assert "เปิดประชุม" in printed(page)
    _is_locked(page, typist)
    assert page.status.reopen_button.hasFocus() or page.form.opening.hasFocus()
    _press(page.status.reopen_button, typist)
    typist.type("พิมพ์ชื่อผิด")
    typist.enter()
    typist.until(lambda: page.status.status() is MinutesStatus.DRAFT)
    assert "พิมพ์ชื่อผิด" in page.status.meaning()
    page.form.opening.setFocus()
    typist.type("แก้แล้ว")
    typist.until(lambda: "แก้แล้ว" in printed(page))
    assert draft in printed(page)


def test_opening_again_needs_a_reason(typist: Typist) -> None:
    page = _checked(typist)
    _press(page.status.draft_button, typist)
    typist.enter()
    typist.until(lambda: bool(typist.said()))
    assert page.status.status() is MinutesStatus.CHECKED
    assert page.status.reopening.isVisible()
    typist.press(Qt.Key.Key_Escape)
    assert not page.status.reopening.isVisible()
    assert page.status.draft_button.hasFocus()


def test_certifying_needs_a_day(typist: Typist) -> None:
    page = _checked(typist)
    _press(page.status.certify_button, typist)
    typist.type("31/2/2564")
    typist.enter()
    assert typist.said() == typist.window.words("minutes.date_faulty")
    assert page.status.certifying.on.hasFocus()
    assert page.status.status() is MinutesStatus.CHECKED


def test_a_way_of_ones_own_is_kept_as_typed(typist: Typist) -> None:
    page = _checked(typist)
    _press(page.status.certify_button, typist)
    typist.tab()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("ในการประชุมครั้งที่ 2/2570")
    typist.enter()
    typist.until(lambda: page.status.status() is MinutesStatus.CERTIFIED)
    assert "ในการประชุมครั้งที่ 2/2570" in page.status.meaning()


def test_the_usual_ways_are_kept_in_thai_on_an_english_screen(typist: Typist) -> None:
    typist.window.change_language()
    page = _checked(typist)
    _press(page.status.certify_button, typist)
    assert page.status.certifying.how.currentText() == "in this meeting"
    typist.enter()
    typist.until(lambda: page.status.status() is MinutesStatus.CERTIFIED)
    assert "ในการประชุมครั้งนี้" in page.status.meaning()


def test_a_faulty_time_stops_the_step_and_not_the_words(typist: Typist) -> None:
    page = open_minutes(typist)
    page.form.started_at.setFocus()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("25.99")
    _press(page.status.check_button, typist)
    assert typist.said() == typist.window.words("minutes.time_faulty")
    assert page.status.status() is MinutesStatus.DRAFT
    assert page.form.started_at.text() == "25.99"


def test_a_text_changed_after_the_check_is_kept_and_must_be_checked_again(
    typist: Typist, forum: Forum, qtbot: QtBot
) -> None:
    page = open_minutes(typist)
    assert page.form.changed_texts(forum.held_on) is None
    page.status.mark_checked()
    qtbot.waitUntil(lambda: page.status.status() is MinutesStatus.CHECKED)
    page.form.closing.setPlainText("พิมพ์ระหว่างทาง")
    page.save()
    qtbot.waitUntil(lambda: page.status.status() is MinutesStatus.DRAFT)
    kept: list[object] = []
    page.look_up(lambda desk: services.minutes.read_minutes_texts(desk, forum.id), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert getattr(kept[0], "status") is MinutesStatus.DRAFT  # noqa: B009 - of any record
    assert getattr(kept[0], "closing") == "พิมพ์ระหว่างทาง"  # noqa: B009 - of any record


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14/10/2564", date(2021, 10, 14)),
        ("๑๔ ตุลาคม ๒๕๖๔", date(2021, 10, 14)),
        ("14 ต.ค. 64", date(2021, 10, 14)),
        ("14 ตุลาคม พ.ศ. 2564", date(2021, 10, 14)),
        ("14-10-2021", date(2021, 10, 14)),
        ("29/2/2567", date(2024, 2, 29)),
        ("29/2/2566", None),
        ("14 ตุลา 2564", None),
        ("พรุ่งนี้", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(qtbot: QtBot, typed: str, day: date | None) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.day() == day


def _checked(typist: Typist) -> MinutesPage:
    page = open_minutes(typist)
    _press(page.status.check_button, typist)
    typist.until(lambda: page.status.status() is MinutesStatus.CHECKED)
    return page


def _press(button: object, typist: Typist) -> None:
    button.setFocus()  # type: ignore[attr-defined]
    typist.press(Qt.Key.Key_Space, text=" ")


def _said(key: str, typist: Typist) -> str:
    return "".join(typist.window.words(key).split())


def _is_locked(page: MinutesPage, typist: Typist) -> None:
    before = page.form.opening.toPlainText()
    page.form.opening.setFocus()
    typist.type("เพิ่ม")
    assert page.form.opening.toPlainText() == before
    assert page.form.meeting_number.isReadOnly()
    assert not page.handover.save_button.isEnabled()
    assert not page.editor.choices.isEnabled()
    typist.press(Qt.Key.Key_J, CTRL)
    assert not page.editor.snippets.isVisible()
