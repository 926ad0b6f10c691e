"""The roll call by keyboard: groups found by typing, one key a person, names only while open."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.people import AttendeeRow, RosterEntry, RosterRow
from forum_desktop.ui.background import Ends
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.roll_call.view import RollCallView
from forum_desktop.ui.registration.views import ViewName
from tests.factory import StepClock
from tests.ui.keyboard import CTRL, NONE, Typist

_S_CODE, _U_CODE = 39, 30
"""Where S and U stand on the keyboard, as the offscreen platform on Linux numbers keys."""
_NEIGHBOURS = (("นายก้อง", "ริมน้ำ 1"), ("นางขวัญ", "ริมน้ำ 1"), ("นายจบ", "ตลาดเก่า"))


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let the forum expect neighbours of two communities."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    for name, community in _NEIGHBOURS:
        row = services.registration.register_walk_in(
            desk, forum.id, full_name=f"{name} สมมติ", sector="people", community=community
        )
        services.registration.undo_check_in(desk, row.attendee.id, "ตัวอย่าง")
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> RollCallView:
    """Come to the roll call, its groups read."""
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current)
    typist.press(Qt.Key.Key_2, CTRL)
    view = cast("RollCallView", page.current_view)
    typist.until(lambda: view.groups.records.rowCount() == 3)
    return view


@pytest.fixture
def at_riverside(view: RollCallView, typist: Typist) -> RollCallView:
    """Open the community of two neighbours."""
    typist.type("ริมน้ำ")
    typist.enter()
    typist.until(lambda: len(_names(view)) == 2)
    return view


@pytest.fixture
def at_committee(view: RollCallView, typist: Typist) -> RollCallView:
    """Open the committee, which stands first."""
    typist.enter()
    typist.until(lambda: len(_names(view)) == 2)
    return view


def test_the_committee_stands_first_and_names_wait_for_enter(view: RollCallView) -> None:
    groups = view.groups.records.rows()
    assert [group.is_members for group in groups] == [True, False, False]
    assert [group.community for group in groups[1:]] == ["ตลาดเก่า", "ริมน้ำ 1"]
    assert _names(view) == []


@pytest.mark.parametrize("typed", ["ริมน้ำ", "ริมนำ้ 1", "ริมน้ำตอน", "เขต 1"])
def test_a_group_is_found_by_name_alias_and_zone(
    view: RollCallView, typist: Typist, typed: str
) -> None:
    typist.type(typed)
    assert [group.community for group in view.groups.records.rows()] == ["ริมน้ำ 1"]


def test_one_key_a_person_in_thai_order(at_riverside: RollCallView, typist: Typist) -> None:
    assert _names(at_riverside) == ["นายก้อง  สมมติ", "นางขวัญ  สมมติ"]
    _space(typist)
    typist.enter()
    typist.until(lambda: _entries(at_riverside) == [RosterEntry.PRESENT] * 2)
    typist.until(lambda: at_riverside.opened is not None and at_riverside.opened.present == 2)
    assert at_riverside.roster.hasFocus()


def test_delete_goes_on_and_writes_nothing_for_a_participant(
    at_riverside: RollCallView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Delete)
    _space(typist)
    typist.until(lambda: RosterEntry.PRESENT in _entries(at_riverside))
    assert _entries(at_riverside) == [RosterEntry.MISSING, RosterEntry.PRESENT]


def test_a_key_held_down_counts_once(at_riverside: RollCallView, typist: Typist) -> None:
    for is_repeated in (False, True, True):
        window = typist.window.windowHandle()
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE, " ", is_repeated)
        QCoreApplication.sendEvent(window, event)
    assert at_riverside.roster.currentIndex().row() == 1
    typist.until(lambda: RosterEntry.PRESENT in _entries(at_riverside))
    assert _entries(at_riverside) == [RosterEntry.PRESENT, RosterEntry.MISSING]


def test_undo_takes_the_last_one_back_with_a_reason_in_a_thai_layout(
    at_riverside: RollCallView, typist: Typist
) -> None:
    _space(typist)
    typist.until(lambda: RosterEntry.PRESENT in _entries(at_riverside))
    typist.press(ord("ี"), text="ี", scan_code=_U_CODE)
    assert at_riverside.ask.line.hasFocus()
    typist.enter()
    assert typist.said() == typist.window.words("ask_line.needed")
    typist.type("ลงผิดคน")
    typist.enter()
    typist.until(lambda: RosterEntry.PRESENT not in _entries(at_riverside))
    assert at_riverside.roster.hasFocus()


def test_undo_with_nothing_noted_says_so(at_riverside: RollCallView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_F9)
    assert typist.said() == typist.window.words("roll_call.nothing_to_undo")
    assert not at_riverside.ask.isVisible()


def test_a_member_is_absent_with_a_reason_which_can_be_taken_back(
    at_committee: RollCallView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Delete)
    typist.type("ลาป่วย")
    typist.enter()
    typist.until(lambda: _entries(at_committee)[0] is RosterEntry.ABSENT)
    assert at_committee.roster.currentIndex().row() == 1
    assert "ลาป่วย" in str(at_committee.roster.records.data(at_committee.roster.records.index(0)))
    typist.press(Qt.Key.Key_Up)
    typist.press(Qt.Key.Key_F9)
    typist.type("มาแล้ว")
    typist.enter()
    typist.until(lambda: _entries(at_committee)[0] is RosterEntry.MISSING)


def test_escape_leaves_the_question_and_then_closes_the_names(
    at_committee: RollCallView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Delete)
    typist.press(Qt.Key.Key_Escape)
    assert at_committee.roster.hasFocus()
    assert len(_names(at_committee)) == 2
    typist.press(Qt.Key.Key_Escape)
    assert _names(at_committee) == []
    assert at_committee.box.hasFocus()


def test_the_next_group_is_typed_over_the_last_one(
    at_riverside: RollCallView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Escape)
    typist.type("ตลาด")
    typist.enter()
    typist.until(lambda: _names(at_riverside) == ["นายจบ  สมมติ"])


def test_names_do_not_stay_behind_when_the_view_is_left(
    at_committee: RollCallView, typist: Typist
) -> None:
    cast("RegistrationPage", typist.window.current).show_view(ViewName.DESK)
    assert _names(at_committee) == []


def test_somebody_unknown_stands_in_for_a_member(
    at_committee: RollCallView, typist: Typist, find: Callable[[str], AttendeeRow]
) -> None:
    typist.press(ord("ห"), text="ห", scan_code=_S_CODE)
    typist.type("นางสาวแทนใจ ทดสอบ")
    typist.enter()
    typist.until(lambda: _substitutes(at_committee)[0] == "นางสาวแทนใจ  ทดสอบ")
    row = find("แทนใจ")
    assert row.is_present
    assert row.attendance is not None
    assert row.attendance.in_place_of == _rows(at_committee)[0].row.attendee.id


def test_somebody_known_stands_in_and_is_parted_again(
    at_committee: RollCallView, typist: Typist, find: Callable[[str], AttendeeRow]
) -> None:
    typist.press(Qt.Key.Key_F8)
    typist.type("ขวัญ")
    typist.enter()
    typist.until(lambda: _substitutes(at_committee)[0] == "นางขวัญ  สมมติ")
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: _substitutes(at_committee)[0] == "")
    assert find("ขวัญ").is_present


def test_only_an_absent_member_gets_a_substitute(
    at_riverside: RollCallView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_F8)
    assert typist.said() == typist.window.words("roll_call.only_members")
    typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_PageUp)
    typist.enter()
    typist.until(lambda: len(_names(at_riverside)) == 2)
    _space(typist)
    typist.until(lambda: RosterEntry.PRESENT in _entries(at_riverside))
    typist.press(Qt.Key.Key_Up)
    typist.press(Qt.Key.Key_F8)
    assert typist.said() == typist.window.words("roll_call.member_is_here")


@pytest.fixture
def find(typist: Typist, forum: Forum) -> Callable[[str], AttendeeRow]:
    """Look a person up in the file, through the window's own worker."""

    def look(name: str) -> AttendeeRow:
        found: list[tuple[AttendeeRow, ...]] = []
        typist.window.background.run(
            lambda desk: services.registration.find_attendees(desk, forum.id, name),
            Ends(done=found.append),
        )
        typist.until(lambda: bool(found))
        ((row,),) = found
        return row

    return look


def _space(typist: Typist) -> None:
    typist.press(Qt.Key.Key_Space, text=" ")


def _rows(view: RollCallView) -> list[RosterRow]:
    return [row for _, row in view.roster.records.rows()]


def _names(view: RollCallView) -> list[str]:
    return [row.row.attendee.full_name for row in _rows(view)]


def _entries(view: RollCallView) -> list[RosterEntry]:
    return [row.entry for row in _rows(view)]


def _substitutes(view: RollCallView) -> list[str]:
    return [row.substitute.full_name if row.substitute else "" for row in _rows(view)]
