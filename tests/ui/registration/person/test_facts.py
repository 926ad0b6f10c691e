"""Correcting a person: saved by one key, kept as a draft, refused where the fault is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.registration.person.view import PersonView
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.person.hands import (
    come,
    person,
    press_space_on,
    show,
    type_into,
)


def test_a_fact_is_corrected_and_saved_with_control_enter(
    manee: PersonView, typist: Typist
) -> None:
    form = manee.sheet.form
    type_into(typist, form.lines["last_name"], "แก้ไขแล้ว")
    type_into(typist, form.choices["community"], "ตลาดเก่า")
    assert form.choices["zone"].currentText() == "เขต 2"
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == manee.words("person.saved"))
    kept = person(typist, manee)
    assert (kept.last_name, kept.community, kept.zone) == ("แก้ไขแล้ว", "ตลาดเก่า", "เขต 2")
    assert form.changes() == {}
    assert not form.save_button.isEnabled()


def test_what_is_not_saved_comes_back_as_a_draft(manee: PersonView, typist: Typist) -> None:
    form = manee.sheet.form
    type_into(typist, form.lines["position"], "ประธานชุมชน")
    typist.press(Qt.Key.Key_Escape)
    assert typist.said() == manee.words("person.draft_kept")
    typist.press(Qt.Key.Key_6, CTRL, "6")
    show(manee, typist, "นางสาวมานี")
    typist.until(lambda: form.lines["position"].text() == "ประธานชุมชน")
    assert person(typist, manee).position == ""
    assert form.remark.said() == manee.words("person.unsaved")
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == manee.words("person.saved"))
    assert person(typist, manee).position == "ประธานชุมชน"


def test_a_draft_survives_the_end_of_the_program(
    manee: PersonView,
    typist: Typist,
    window_on: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    type_into(typist, manee.sheet.form.lines["phone"], "043 000 000")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    view = come(again)
    show(view, again, "นางสาวมานี")
    again.until(lambda: view.sheet.form.lines["phone"].text() == "043 000 000")


def test_a_doubled_title_is_refused_where_it_is_typed(manee: PersonView, typist: Typist) -> None:
    form = manee.sheet.form
    type_into(typist, form.lines["first_name"], "นางสาวมานี")
    typist.enter(CTRL)
    typist.until(form.trouble.isVisible)
    assert form.trouble.said() == manee.words("registration.title_doubled", title="นางสาว")
    assert typist.window.focusWidget() is form.lines["first_name"]
    assert form.lines["first_name"].text() == "นางสาวมานี"
    assert person(typist, manee).first_name == "มานี"


def test_a_minor_needs_a_guardian(manee: PersonView, typist: Typist) -> None:
    form = manee.sheet.form
    press_space_on(typist, form.minor)
    typist.enter(CTRL)
    typist.until(form.trouble.isVisible)
    assert typist.window.focusWidget() is form.lines["guardian"]
    typist.type("นางแม่ สมมติ")
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == manee.words("person.saved"))
    kept = person(typist, manee)
    assert (kept.is_minor, kept.guardian) == (True, "นางแม่ สมมติ")
