"""Presence and consent of one person, by keyboard."""

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.privacy import ConsentPurpose, ConsentWay
from forum_desktop.ui.registration.person.view import PersonView
from tests.ui.keyboard import ALT, Typist
from tests.ui.registration.person.hands import (
    look,
    person_id,
    press_space_on,
    show,
    tab_to,
)

NAME = "นางสาวมานี  ทดลอง"


def test_a_check_in_is_taken_back_with_a_reason_and_done_again(
    manee: PersonView, typist: Typist
) -> None:
    line = manee.sheet.presence.line("morning")
    assert "มาแล้ว" in line.said.said()
    typist.press(Qt.Key.Key_2, ALT, "2")
    assert typist.window.focusWidget() is line.buttons["leave"]
    tab_to(typist, line.buttons["undo"])
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.enter()
    typist.until(lambda: typist.said() == manee.words("registration.reason_needed"))
    typist.type("ลงผิดคน")
    typist.enter()
    typist.until(lambda: "ลงผิดคน" in line.said.said())
    press_space_on(typist, line.buttons["check_in"])
    typist.until(lambda: "มาแล้ว" in line.said.said())
    assert line.isAncestorOf(typist.window.focusWidget() or line) is True


def test_she_leaves_and_comes_back(manee: PersonView, typist: Typist) -> None:
    line = manee.sheet.presence.line("morning")
    typist.press(Qt.Key.Key_2, ALT, "2")
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: "ออกแล้ว" in line.said.said())
    assert typist.window.focusWidget() is line.buttons["check_in"]
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: "ออกแล้ว" not in line.said.said())


def test_she_stands_in_for_a_member_and_no_longer(manee: PersonView, typist: Typist) -> None:
    line = manee.sheet.presence.line("afternoon")
    press_space_on(typist, line.buttons["stand_in"])
    typist.until(lambda: typist.window.focusWidget() is manee.sheet.presence.finder.box)
    typist.type("สมมติ")
    typist.until(lambda: manee.sheet.presence.finder.found.records.rowCount() > 0)
    rows = manee.sheet.presence.finder.found.records.rows()
    assert {row.attendee.role.value for row in rows} == {"member"}
    typist.enter()
    typist.until(lambda: "มาประชุมแทน" in line.said.said())
    press_space_on(typist, line.buttons["no_stand_in"])
    typist.until(lambda: "มาประชุมแทน" not in line.said.said())


def test_a_members_absence_is_noted_and_withdrawn(view: PersonView, typist: Typist) -> None:
    show(view, typist, "รองตัวอย่าง")
    line = view.sheet.presence.line("morning")
    press_space_on(typist, line.buttons["absent"])
    typist.type("ติดราชการ")
    typist.enter()
    typist.until(lambda: "ติดราชการ" in line.said.said())
    press_space_on(typist, line.buttons["not_absent"])
    typist.type("มาได้แล้ว")
    typist.enter()
    typist.until(lambda: line.said.said() == view.words("person.not_come"))


def test_consent_is_said_by_space_and_taken_back_by_space(
    manee: PersonView, typist: Typist
) -> None:
    consents = manee.sheet.consents
    line = consents.lines[ConsentPurpose.NAMED]
    assert line.said.said() == manee.words("person.consent_unasked")
    press_space_on(typist, consents.way.buttons["paper"])
    typist.press(Qt.Key.Key_3, ALT, "3")
    assert typist.window.focusWidget() is line.yes
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(line.yes.isChecked)
    typist.until(lambda: manee.words("person.way.paper") in line.said.said())
    assert typist.window.focusWidget() is line.yes
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(line.no.isChecked)
    consents_kept = look(typist, lambda d, _: services.privacy.list_consents(d, person_id(manee)))
    assert [(c.purpose, c.is_given, c.way) for c in consents_kept] == [
        (ConsentPurpose.NAMED, False, ConsentWay.PAPER)
    ]
