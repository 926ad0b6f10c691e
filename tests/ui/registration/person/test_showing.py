"""A person is found, shown, and taken off the screen."""

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.person.view import PersonView
from forum_desktop.ui.registration.views import ViewName
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.person.hands import (
    all_texts,
    do,
    look,
    page_of,
    seen,
    show,
)

NAME = "นางสาวมานี  ทดลอง"


def test_nobody_is_on_the_screen_before_someone_is_searched_for(
    view: PersonView, typist: Typist
) -> None:
    assert typist.window.focusWidget() is view.finder.box
    assert view.finder.found.records.rowCount() == 0
    assert view.sheet.person() is None
    assert "มานี" not in seen(view)


def test_a_person_is_found_and_shown_with_all_her_facts(manee: PersonView, typist: Typist) -> None:
    assert manee.sheet.name.said() == NAME
    form = manee.sheet.form
    assert form.lines["first_name"].text() == "มานี"
    assert form.choices["community"].currentText() == "ริมน้ำ 1"
    assert form.choices["zone"].currentText() == "เขต 1"
    assert form.sector.currentText() == "ประชาชนทั่วไป"
    assert len(form.badge.said()) == len("ABCDE-FGHJK")
    assert typist.window.focusWidget() is form.lines["title"]


def test_escape_goes_back_to_the_desk_and_takes_her_off_the_screen(
    manee: PersonView, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Escape)
    assert page_of(typist).current_view is page_of(typist).view(ViewName.DESK)
    assert manee.sheet.person() is None
    typist.press(Qt.Key.Key_6, CTRL, "6")
    assert "มานี" not in all_texts(manee)


def test_leaving_the_page_takes_her_off_the_screen(manee: PersonView, typist: Typist) -> None:
    typist.visit(PageName.OPINIONS)
    assert "มานี" not in all_texts(manee)


def test_f7_at_the_desk_leads_here(view: PersonView, typist: Typist) -> None:
    page = page_of(typist)
    rows = look(typist, lambda d, f: services.registration.find_attendees(d, f, "ชูใจ"))
    page.show_view(ViewName.DESK)
    page.show_person(rows[0].attendee.id)
    typist.until(lambda: view.sheet.name.said() == "นายชูใจ  สมมติ")
    assert page.current_view is view


def test_what_she_said_stands_by_reference_and_text(view: PersonView, typist: Typist) -> None:
    rows = look(typist, lambda d, f: services.registration.find_attendees(d, f, "ชูใจ"))
    who, forum_id = rows[0].attendee.id, rows[0].attendee.forum_id
    do(
        typist,
        lambda d: services.opinions.capture_opinion(
            d, forum_id, text="ขอทางเท้า", kind=OpinionKind.NEED, speaker_id=who
        ),
    )
    show(view, typist, "ชูใจ")
    (told,) = view.sheet.said.texts()
    assert told.endswith("ขอทางเท้า")
