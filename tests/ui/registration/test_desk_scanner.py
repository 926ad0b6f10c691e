"""A wedge scanner at the desk: keys as it sends them, into the box and into the form."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.badge import MARK, badge_code, blank_badge_code
from forum_desktop.records.forum import Forum
from forum_desktop.thai.keyboard import typed_in_thai
from forum_desktop.ui.registration.desk.view import DeskView
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.desk_room import (
    ask,
    keep_forum,
    overview,
    present,
    sit_down,
    tone,
    verdict,
)


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum with people in the file."""
    return keep_forum(data_dir)


@pytest.fixture
def desk(typist: Typist) -> DeskView:
    """Sit at the desk."""
    return sit_down(typist)


@pytest.mark.parametrize("in_thai", [False, True])
@pytest.mark.parametrize("ending", ["", "enter", "tab"])
def test_a_scan_checks_in_with_any_ending_on_any_layout(
    typist: Typist, desk: DeskView, ending: str, *, in_thai: bool
) -> None:
    _scan(typist, _code(typist, "สมหญิง"), ending=ending, in_thai=in_thai)
    typist.until(lambda: desk.is_fresh)
    assert desk.answer.head() == "นางสมหญิง  ใจดี"
    assert present(typist) == {"สมหญิง"}
    assert tone(desk) == "good"
    assert desk.box.text() == ""
    assert typist.window.focusWidget() is desk.box


def test_a_scanner_that_fires_twice_is_heard_once(typist: Typist, desk: DeskView) -> None:
    code = _code(typist, "สมหญิง")
    _scan(typist, code, ending="enter")
    _scan(typist, code, ending="enter")
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}
    assert tone(desk) == "good"
    assert desk.box.text() == ""


def test_leftovers_in_the_box_do_not_hide_a_scan(typist: Typist, desk: DeskView) -> None:
    typist.type("ประ")
    _scan(typist, _code(typist, "สมหญิง"), ending="enter")
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}
    assert desk.box.text() == ""


def test_one_after_the_other_are_both_checked_in(typist: Typist, desk: DeskView) -> None:
    codes = [_code(typist, name) for name in ("สมหญิง", "ประทีป")]
    for code in codes:
        _scan(typist, code)
        typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง", "ประทีป"}


def test_two_scans_in_one_breath_are_both_checked_in(typist: Typist, desk: DeskView) -> None:
    codes = [_code(typist, name) for name in ("สมหญิง", "ประทีป")]
    for code in codes:
        _scan(typist, code, ending="enter")
    typist.until(lambda: desk.answer.head() == "นางประทีป  ตั้งใจ")
    assert present(typist) == {"สมหญิง", "ประทีป"}


def test_an_unknown_badge_is_given_to_whom_was_just_here(typist: Typist, desk: DeskView) -> None:
    typist.type("สมห")
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    blank = blank_badge_code()
    _scan(typist, blank, ending="enter")
    typist.until(lambda: desk.badges.has_offer)
    assert tone(desk) == "warn"
    assert desk.answer.head() == "นางสมหญิง  ใจดี"
    _forget_scan_time(desk)
    typist.enter()
    typist.until(lambda: verdict(desk) == typist.window.words("desk.badge_given", code=blank))
    found = ask(
        typist,
        lambda d: services.registration.find_badge(d, overview(typist).forum.id, blank),
    )
    assert found.attendee.first_name == "สมหญิง"


def test_an_unknown_badge_is_not_offered_to_whom_is_not_here(
    typist: Typist, desk: DeskView
) -> None:
    typist.type("สมห")
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    typist.press(Qt.Key.Key_End)
    typist.type("ประ")
    _scan(typist, blank_badge_code())
    typist.until(lambda: bool(desk.badges.unknown))
    assert not desk.badges.has_offer


def test_a_new_person_gets_the_unknown_badge(typist: Typist, desk: DeskView) -> None:
    blank = blank_badge_code()
    _scan(typist, blank, ending="enter")
    typist.until(lambda: desk.badges.unknown == blank)
    typist.press(Qt.Key.Key_N, CTRL)
    assert desk.walk_in.badge == blank
    typist.type("นายป้ายใหม่ ทดลอง")
    typist.enter(CTRL)
    typist.until(lambda: desk.answer.head() == "นายป้ายใหม่  ทดลอง")
    assert _wearer(typist, blank) == "ป้ายใหม่"


def test_a_badge_scanned_into_the_form_is_hers(typist: Typist, desk: DeskView) -> None:
    blank = blank_badge_code()
    typist.press(Qt.Key.Key_N, CTRL)
    typist.type("ป้ายในมือ")
    _scan(typist, blank, ending="enter", in_thai=True)
    assert desk.walk_in.names.first.text() == "ป้ายในมือ"
    assert desk.walk_in.badge == blank
    assert typist.window.focusWidget() is desk.walk_in.names.first
    typist.enter(CTRL)
    _forget_scan_time(desk)
    typist.enter(CTRL)
    typist.until(lambda: desk.is_fresh)
    assert _wearer(typist, blank) == "ป้ายในมือ"


def test_a_badge_of_another_forum_checks_nobody_in(typist: Typist, desk: DeskView) -> None:
    _scan(typist, badge_code(UUID(int=7)))
    typist.until(lambda: bool(desk.badges.unknown))
    assert present(typist) == set()


def _scan(typist: Typist, code: str, *, ending: str = "", in_thai: bool = False) -> None:
    sent = typed_in_thai(MARK + code) if in_thai else MARK + code
    typist.type(sent)
    if ending == "enter":
        typist.enter()
    elif ending == "tab":
        typist.tab()


def _code(typist: Typist, first_name: str) -> str:
    forum_id = overview(typist).forum.id
    (row,) = ask(
        typist, lambda desk: services.registration.find_attendees(desk, forum_id, first_name)
    )
    return badge_code(row.attendee.id)


def _wearer(typist: Typist, code: str) -> str:
    forum_id = overview(typist).forum.id
    row = ask(typist, lambda desk: services.registration.find_badge(desk, forum_id, code))
    name: str = row.attendee.first_name
    return name


def _forget_scan_time(desk: DeskView) -> None:
    """Let the moment pass in which an Enter is the scanner's own."""
    desk.badges._scanner._at = float("-inf")
