"""A complaint is taken down in the order it is told, read back, taken in and numbered."""

from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import Complaint, ComplaintLevel, Urgency
from forum_desktop.ui.complaints.desk.view import DeskView
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.controls import Text
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import ALT, CTRL, Typist

NAME = "นายลับ สุดยอด"


@pytest.fixture
def page(typist: Typist) -> ComplaintsPage:
    """Sit at the complaint desk."""
    typist.visit(PageName.COMPLAINTS)
    return cast("ComplaintsPage", typist.window.current)


@pytest.fixture
def desk(page: ComplaintsPage) -> DeskView:
    """Return the view in front."""
    return page.desk


def tell_story(typist: Typist) -> None:
    """Choose the first kind, then tell subject and facts, by keys alone."""
    typist.press(Qt.Key.Key_Down)
    for words in ("", "ไฟดับ", "ดับมาสองสัปดาห์"):
        typist.tab()
        typist.type(words)


def shown_in(desk: DeskView) -> str:
    records = desk.recent.complaints.records
    return " ".join(records.data(records.index(at)) for at in range(records.rowCount()))


def taken_in(typist: Typist, desk: DeskView, many: int = 1) -> Complaint:
    typist.until(lambda: desk.recent.complaints.records.rowCount() == many)
    return cast("Complaint", desk.recent.complaints.records.rows()[0])


def test_an_open_complaint_is_read_back_then_numbered(typist: Typist, desk: DeskView) -> None:
    tell_story(typist)
    typist.press(Qt.Key.Key_3, ALT)
    typist.type(NAME)
    typist.enter(CTRL)
    assert desk._stack.currentWidget() is desk.reading
    assert desk.recent.complaints.records.rowCount() == 0
    typist.enter(CTRL)
    complaint = taken_in(typist, desk)
    assert complaint.level is ComplaintLevel.OPEN
    assert desk.receipt.reference.said() == complaint.reference
    assert "ไฟดับ" in shown_in(desk)
    assert "ลับ" not in shown_in(desk)
    assert desk.typed() == {}
    assert desk.story.kind.hasFocus()


def test_a_withheld_name_is_taken_down_and_an_anonymous_one_is_not(
    typist: Typist, desk: DeskView
) -> None:
    tell_story(typist)
    typist.press(Qt.Key.Key_3, ALT)
    typist.type(NAME)
    desk.person.level._buttons[ComplaintLevel.ANONYMOUS].setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    assert not desk.person.name.isVisible()
    assert desk.intake().first_name == ""
    desk.person.level._buttons[ComplaintLevel.WITHHELD].setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    assert desk.person.name.text() == NAME
    for _ in range(2):
        typist.enter(CTRL)
    assert taken_in(typist, desk).level is ComplaintLevel.WITHHELD


def test_an_anonymous_complaint_needs_no_name(typist: Typist, desk: DeskView) -> None:
    tell_story(typist)
    desk.person.level.choose(ComplaintLevel.ANONYMOUS)
    for _ in range(2):
        typist.enter(CTRL)
    complaint = taken_in(typist, desk)
    assert complaint.level is ComplaintLevel.ANONYMOUS
    assert not complaint.can_reply


def test_all_that_is_told_is_kept(typist: Typist, desk: DeskView) -> None:
    tell_story(typist)
    desk.story.since.setText("ต้นเดือน")
    desk.story.affected.setText("ทั้งซอย")
    desk.story.urgency.buttons["emergency"].click()
    assert desk.story.warning.isVisible()
    typist.press(Qt.Key.Key_PageDown)
    desk.where.community.setEditText("ริมน้ำ 1")
    desk.where.place.setText("ซอย 5")
    desk.where.landmark.setText("หน้าวัด")
    desk.where.wanted.setPlainText("ซ่อมไฟ")
    desk.person.name.setText(NAME)
    for _ in range(2):
        typist.enter(CTRL)
    complaint = taken_in(typist, desk)
    told = (complaint.since, complaint.affected, complaint.community, complaint.place)
    assert told == ("ต้นเดือน", "ทั้งซอย", "ริมน้ำ 1", "ซอย 5")
    assert (complaint.landmark, complaint.wanted) == ("หน้าวัด", "ซ่อมไฟ")
    assert complaint.urgency == Urgency.EMERGENCY
    assert not desk.story.warning.isVisible()


def test_a_sealed_case_shows_no_word_in_the_list(typist: Typist, desk: DeskView) -> None:
    tell_story(typist)
    desk.person.name.setText(NAME)
    desk.person.is_sealed.click()
    for _ in range(2):
        typist.enter(CTRL)
    counted = desk.words("complaint.sealed_count", count=1)
    typist.until(lambda: counted in desk.recent._private.said())
    assert shown_in(desk) == ""
    assert desk.receipt.reference.said().startswith("TW70-")


def test_what_is_missing_is_asked_where_it_stands(typist: Typist, desk: DeskView) -> None:
    typist.enter(CTRL)
    assert typist.said() == desk.words("complaint.kind_needed")
    tell_story(typist)
    typist.enter(CTRL)
    assert typist.said() == desk.words("complaint.name_needed")
    assert desk.person.name.hasFocus()
    assert desk.story.facts.toPlainText() == "ดับมาสองสัปดาห์"


def test_the_reading_back_names_nobody(typist: Typist, desk: DeskView) -> None:
    tell_story(typist)
    desk.person.name.setText(NAME)
    desk.person.phone.setText("0812345678")
    typist.enter(CTRL)
    told = " ".join(text.said() for text in desk.reading.findChildren(Text))
    assert "ดับมาสองสัปดาห์" in told
    assert "สุดยอด" not in told
    assert "081" not in told


def test_half_typed_words_come_back_after_a_restart(
    typist: Typist, desk: DeskView, window_on: object, qtbot: object
) -> None:
    tell_story(typist)
    desk.person.name.setText(NAME)
    typist.visit(PageName.FORUM)
    again = Typist(window_on(), qtbot)  # type: ignore[operator, arg-type]
    again.until(lambda: again.window.overview is not None)
    again.visit(PageName.COMPLAINTS)
    back = cast("ComplaintsPage", again.window.current).desk
    again.until(lambda: back.story.subject.text() == "ไฟดับ")
    assert back.person.name.text() == NAME
    assert back.story.kind.currentIndex() == 1


def test_one_that_may_be_the_same_is_linked_by_one_key(typist: Typist, desk: DeskView) -> None:
    for many in (1, 2):
        desk.story.kind.setFocus()
        tell_story(typist)
        desk.person.name.setText(NAME)
        desk.where.community.setEditText("ริมน้ำ 1")
        if many == 2:
            typist.until(desk.duplicates.isVisible)
            typist.press(Qt.Key.Key_J, CTRL)
        for _ in range(2):
            typist.enter(CTRL)
        taken_in(typist, desk, many)
    newest, first = desk.recent.complaints.records.rows()
    assert newest.duplicate_of == first.id


def test_the_curtain_covers_everything_until_enter(typist: Typist, page: ComplaintsPage) -> None:
    tell_story(typist)
    typist.press(Qt.Key.Key_F12)
    assert page.curtain.isVisible()
    assert page.curtain.geometry() == page.rect()
    typist.type("แอบพิมพ์")
    assert page.desk.story.facts.toPlainText() == "ดับมาสองสัปดาห์"
    typist.visit(PageName.OPINIONS)
    typist.visit(PageName.COMPLAINTS)
    assert page.curtain.isVisible()
    typist.enter()
    typist.until(page.curtain.isHidden)
    assert page.desk.story.subject.text() == "ไฟดับ"


def test_the_passphrase_lifts_the_curtain_and_nothing_else(
    typist: Typist, page: ComplaintsPage
) -> None:
    done: list[object] = []
    page.look_up(
        lambda desk: services.complaint_desk.set_passphrase(desk, page.forum_id, "น้ำใสปลาว่าย"),
        done.append,
    )
    typist.until(lambda: bool(done))
    typist.press(Qt.Key.Key_F12)
    typist.until(page.curtain.passphrase.isVisible)
    typist.type("ไม่ใช่รหัส")
    typist.enter()
    typist.until(lambda: page.curtain._told.said() != "")
    assert page.curtain.isVisible()
    assert page.curtain.passphrase.text() == ""
    typist.type("น้ำใสปลาว่าย")
    typist.enter()
    typist.until(page.curtain.isHidden)


def test_the_curtain_falls_by_itself(typist: Typist, page: ComplaintsPage) -> None:
    page._idle.setInterval(30)
    typist.press(Qt.Key.Key_Tab, text="\t")
    typist.until(page.curtain.isVisible)
