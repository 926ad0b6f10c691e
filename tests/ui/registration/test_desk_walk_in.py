"""Somebody new, by keys alone: three fields, twins asked about, nothing lost."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.people import AttendeeRow, CardName
from forum_desktop.records.privacy import ConsentPurpose
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.page import RegistrationPage
from tests.ui.keyboard import ALT, CTRL, Typist
from tests.ui.registration.desk_room import (
    ask,
    keep_forum,
    overview,
    present,
    sit_down,
    tone,
)

NEW = "นางสาวมาใหม่ ทดลอง"


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum with people in the file."""
    return keep_forum(data_dir)


@pytest.fixture
def desk(typist: Typist) -> DeskView:
    """Sit at the desk."""
    return sit_down(typist)


def test_a_walk_in_costs_her_name_a_digit_a_few_letters_and_three_enters(
    typist: Typist, desk: DeskView
) -> None:
    _open_form(typist, desk)
    assert [line.text() for line in desk.walk_in.names.lines()] == ["นางสาว", "มาใหม่", "ทดลอง"]
    assert typist.window.focusWidget() is desk.walk_in.sector
    typist.type("1")
    typist.enter()
    typist.type("ริม")
    assert "เขต 1" in desk.walk_in._hint.said()
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    row = _person(typist, "มาใหม่")
    person = row.attendee
    assert (person.title, person.first_name, person.last_name) == ("นางสาว", "มาใหม่", "ทดลอง")
    assert (person.sector, person.community, person.zone) == ("people", "ริมน้ำ 1", "เขต 1")
    assert row.is_present
    assert tone(desk) == "good"
    assert desk.box.text() == ""
    assert typist.window.focusWidget() is desk.box


def test_an_unknown_place_is_her_organisation(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    typist.enter()
    typist.type("มูลนิธิลองเล่น")
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    person = _person(typist, "มาใหม่").attendee
    assert (person.sector, person.community, person.organisation) == ("", "", "มูลนิธิลองเล่น")


def test_a_sector_that_is_none_is_not_passed_over(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    typist.type("9")
    typist.enter()
    assert typist.window.focusWidget() is desk.walk_in.sector
    typist.press(Qt.Key.Key_Backspace)
    typist.type("รัฐ")
    typist.enter()
    taken = desk.walk_in.sector.taken()
    assert taken is not None
    assert taken.value == "state"
    assert typist.window.focusWidget() is desk.walk_in.place


def test_arrows_and_tab_take_an_option_too(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    typist.tab()
    taken = desk.walk_in.sector.taken()
    assert taken is not None
    assert taken.value == "state"


def test_a_whole_name_in_the_first_box_is_taken_apart(typist: Typist, desk: DeskView) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    assert typist.window.focusWidget() is desk.walk_in.names.first
    QApplication.clipboard().setText("ว่าที่ร้อยตรีทดสอบ ณ เมืองตัวอย่าง")
    typist.press(Qt.Key.Key_V, CTRL)
    typist.tab()
    told = [line.text() for line in desk.walk_in.names.lines()]
    assert told == ["ว่าที่ร้อยตรี", "ทดสอบ", "ณ เมืองตัวอย่าง"]


def test_enter_leads_past_a_last_name_that_is_there(typist: Typist, desk: DeskView) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    typist.type("นายทดสอบ ตัวอย่าง")
    typist.enter()
    assert typist.window.focusWidget() is desk.walk_in.sector


def test_a_doubled_title_is_refused_where_it_stands(typist: Typist, desk: DeskView) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    typist.type("นายนายทดสอบ")
    typist.enter()
    assert typist.window.focusWidget() is desk.walk_in.names.first
    assert desk.walk_in.names.fault.isVisible()
    typist.type("นายทดสอบ")
    assert not desk.walk_in.names.fault.isVisible()
    typist.enter()
    assert typist.window.focusWidget() is desk.walk_in.names.last


def test_the_rest_is_folded_away_and_nothing_is_agreed_to_unasked(
    typist: Typist, desk: DeskView
) -> None:
    _open_form(typist, desk)
    assert not desk.walk_in.more.isVisible()
    typist.press(Qt.Key.Key_Down, ALT)
    assert typist.window.focusWidget() is desk.walk_in.more.phone
    ticks = (desk.walk_in.more.may_be_named, desk.walk_in.more.may_be_photographed)
    assert not any(tick.isChecked() for tick in ticks)
    typist.type("0812340000")
    typist.enter()
    typist.type("ประธานกลุ่ม")
    typist.enter(CTRL)
    typist.until(lambda: desk.is_fresh)
    person = _person(typist, "มาใหม่").attendee
    assert (person.phone.replace(" ", "").replace("-", ""), person.position) == (
        "0812340000",
        "ประธานกลุ่ม",
    )


def test_consents_and_needs_are_kept_apart_from_each_other(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    typist.press(Qt.Key.Key_Down, ALT)
    desk.walk_in.more.may_be_named.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    code = overview(typist).pack.needs[0].code
    desk.walk_in.more._needs[code].setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.enter(CTRL)
    typist.until(lambda: desk.side.need_count(code) == "1")
    her = _person(typist, "มาใหม่").attendee
    consents = ask(typist, lambda d: services.privacy.list_consents(d, her.id))
    assert [(one.purpose, one.is_given) for one in consents] == [(ConsentPurpose.NAMED, True)]
    assert not desk.walk_in.more.may_be_named.isChecked()
    assert desk.walk_in.more.needs() == ()


def test_a_minor_needs_a_guardian(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    desk.walk_in.more.is_minor.setChecked(True)
    typist.enter(CTRL)
    assert typist.window.focusWidget() is desk.walk_in.more.guardian
    typist.type("นางผู้ปกครอง ตัวอย่าง")
    typist.enter(CTRL)
    typist.until(lambda: desk.is_fresh)
    person = _person(typist, "มาใหม่").attendee
    assert (person.is_minor, person.guardian) == (True, "นางผู้ปกครอง ตัวอย่าง")


def test_a_half_typed_form_survives_a_restart(
    typist: Typist, desk: DeskView, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    _open_form(typist, desk)
    typist.type("2")
    typist.enter()
    typist.type("ริมน้ำ")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    desk = sit_down_at_form(again)
    assert desk.walk_in.names.first.text() == "มาใหม่"
    assert desk.walk_in.place.text() == "ริมน้ำ"
    again.enter(CTRL)
    again.until(lambda: desk.is_fresh)
    person = _person(again, "มาใหม่").attendee
    assert (person.sector, person.community) == ("state", "ริมน้ำ 1")


def test_what_was_saved_does_not_come_back(
    typist: Typist, desk: DeskView, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    _open_form(typist, desk)
    desk.newcomer.drafts.keep()
    typist.enter(CTRL)
    typist.until(lambda: desk.is_fresh)
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    desk = sit_down(again)
    assert present(again) == {"มาใหม่"}
    assert not desk.walk_in.is_begun()


def test_escape_goes_back_and_control_n_resumes(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    typist.press(Qt.Key.Key_Escape)
    assert typist.window.focusWidget() is desk.box
    assert desk.box.text() == NEW
    typist.press(Qt.Key.Key_Escape)
    assert desk.box.text() == ""
    typist.press(Qt.Key.Key_N, CTRL)
    assert desk.walk_in.names.first.text() == "มาใหม่"


def test_a_number_that_is_unknown_becomes_her_telephone(typist: Typist, desk: DeskView) -> None:
    typist.type("0870001111")
    typist.enter()
    typist.until(desk.walk_in.isVisible)
    assert desk.walk_in.more.phone.text() == "0870001111"
    assert typist.window.focusWidget() is desk.walk_in.names.first


def test_a_name_on_the_wrong_layout_is_put_right(typist: Typist, desk: DeskView) -> None:
    typist.type("l=u,k")
    typist.enter()
    typist.until(desk.walk_in.isVisible)
    assert desk.walk_in.names.first.text() == "สชีมา"


def test_perhaps_the_same_person_is_asked_before_anything_is_kept(
    typist: Typist, desk: DeskView
) -> None:
    _type_twin(typist, desk)
    assert present(typist) == set()
    twins = desk.newcomer.twins.people.records.rows()
    assert twins[0].attendee.first_name == "สมหญิง"
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}
    assert len(_people(typist, "สมหญิง")) == 1
    assert not desk.walk_in.is_begun()


def test_someone_else_of_the_same_name_is_registered(typist: Typist, desk: DeskView) -> None:
    _type_twin(typist, desk)
    typist.enter(CTRL)
    typist.until(lambda: desk.is_fresh)
    assert len(_people(typist, "สมหญิง")) == 2


def test_from_the_twins_one_may_go_back_and_correct(typist: Typist, desk: DeskView) -> None:
    _type_twin(typist, desk)
    typist.press(Qt.Key.Key_Escape)
    assert desk.walk_in.isVisible()
    assert desk.walk_in.names.last.text() == "ใจดี"
    assert desk.walk_in.save_button.isEnabled()


def test_the_notice_is_shown_large_and_put_away(typist: Typist, desk: DeskView) -> None:
    _open_form(typist, desk)
    assert "3" in desk.walk_in.notice_button.text()
    typist.press(Qt.Key.Key_I, CTRL)
    typist.until(desk.newcomer.poster.isVisible)
    assert "เก็บชื่อ" in desk.newcomer.poster.text.text.said()
    typist.press(Qt.Key.Key_Escape)
    typist.until(desk.walk_in.isVisible)


def test_a_card_fills_the_form_or_finds_her(typist: Typist, desk: DeskView) -> None:
    desk.card._show(CardName(title="นาย", first_name="บัตร", last_name="ทดลอง"), ())
    assert [line.text() for line in desk.walk_in.names.lines()] == ["นาย", "บัตร", "ทดลอง"]
    assert typist.window.focusWidget() is desk.walk_in.sector
    typist.press(Qt.Key.Key_Escape)
    known = _people(typist, "สมหญิง")
    desk.card._show(CardName(title="นาง", first_name="สมหญิง", last_name="ใจดี"), tuple(known))
    assert desk.box.text() == "สมหญิง ใจดี"
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}


def sit_down_at_form(typist: Typist) -> DeskView:
    """Come to the desk where a form was left open."""
    typist.visit(PageName.REGISTRATION)
    desk = cast("RegistrationPage", typist.window.current).desk
    typist.until(desk.walk_in.isVisible)
    return desk


def _open_form(typist: Typist, desk: DeskView) -> None:
    typist.type(NEW)
    typist.enter()
    typist.until(desk.walk_in.isVisible)


def _type_twin(typist: Typist, desk: DeskView) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    typist.type("นางสมหญิง ใจดี")
    typist.enter()
    typist.type("1")
    typist.enter()
    typist.type("ริม")
    typist.enter()
    typist.until(desk.newcomer.twins.isVisible)
    assert typist.window.focusWidget() is desk.newcomer.twins.people


def _people(typist: Typist, typed: str) -> tuple[AttendeeRow, ...]:
    forum_id = overview(typist).forum.id
    found: tuple[AttendeeRow, ...] = ask(
        typist, lambda desk: services.registration.find_attendees(desk, forum_id, typed)
    )
    return found


def _person(typist: Typist, typed: str) -> AttendeeRow:
    (row,) = _people(typist, typed)
    return row
