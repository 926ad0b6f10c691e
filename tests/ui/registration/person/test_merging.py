"""Two entries of one person: set side by side, merged, parted."""

from PySide6.QtCore import Qt

from forum_desktop.ui.registration.person.view import PersonView
from tests.ui.keyboard import ALT, CTRL, Typist
from tests.ui.registration.person.hands import (
    person,
    tab_to,
)

NAME = "นางสาวมานี  ทดลอง"


def test_two_entries_are_compared_merged_and_parted(manee: PersonView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_M, CTRL, "m")
    assert typist.window.focusWidget() is manee.merging.finder.box
    typist.type("มานี ทดลอง")
    typist.enter()
    typist.until(lambda: typist.window.focusWidget() is manee.merging.reason)
    assert manee.merging.finder.found.records.rowCount() == 1
    marks = manee.merging.comparison.marks
    assert marks["phone"] == manee.words("person.taken_over")
    assert marks["community"] == ""
    assert manee.words("person.fact.phone") in manee.merging.told.said()
    typist.type("คนเดียวกัน ลงสองโต๊ะ")
    typist.enter()
    typist.until(lambda: typist.said() == manee.words("person.merged"))
    typist.until(lambda: len(manee.sheet.entries.lines) == 1)
    assert person(typist, manee).phone != ""
    typist.press(Qt.Key.Key_4, ALT, "4")
    tab_to(typist, manee.sheet.entries.lines[0].part_button)
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.type("คนละคนกัน")
    typist.enter()
    typist.until(lambda: typist.said() == manee.words("person.parted"))
    typist.until(lambda: manee.sheet.entries.lines == [])
    assert person(typist, manee).phone == ""


def test_escape_leads_back_from_the_comparison_step_by_step(
    manee: PersonView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_M, CTRL, "m")
    typist.type("มานี ทดลอง")
    typist.enter()
    typist.until(lambda: typist.window.focusWidget() is manee.merging.reason)
    typist.press(Qt.Key.Key_Escape)
    assert typist.window.focusWidget() is manee.merging.finder.box
    typist.press(Qt.Key.Key_Escape)
    assert manee.sheet.isVisible()
    assert manee.sheet.name.said() == NAME
