"""What is chosen of the document's form, and the votes, reach the real pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from forum_desktop.records.minutes import MinutesSection
from forum_desktop.ui.minutes.page import MinutesPage
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import is_settled, open_minutes, printed


@pytest.fixture
def page(typist: Typist) -> MinutesPage:
    """Open the minutes at the view of the document's form, by keys."""
    opened = open_minutes(typist)
    _press(opened.editor.views.buttons["format"], typist)
    typist.until(opened.editor.choices.digits.isVisible)
    typist.until(lambda: bool(opened.editor.choices.digits.chosen()))
    return opened


def test_a_section_left_out_is_not_printed(page: MinutesPage, typist: Typist) -> None:
    assert "แนวทางตัวอย่าง" in printed(page)
    _press(page.editor.choices.sections[MinutesSection.PLAN], typist)
    typist.until(lambda: is_settled(page) and "แนวทางตัวอย่าง" not in printed(page))
    _press(page.editor.choices.sections[MinutesSection.PLAN], typist)
    typist.until(lambda: is_settled(page) and "แนวทางตัวอย่าง" in printed(page))


def test_digits_and_era_are_printed_as_chosen(page: MinutesPage, typist: Typist) -> None:
    assert "๑๑กุมภาพันธ์๒๕๗๐" in printed(page)
    _press(page.editor.choices.digits.buttons["arabic"], typist)
    typist.until(lambda: "11กุมภาพันธ์2570" in printed(page))
    _press(page.editor.choices.era, typist)
    typist.until(lambda: "11กุมภาพันธ์พ.ศ.2570" in printed(page))


def test_the_word_of_times_is_printed_as_chosen(page: MinutesPage, typist: Typist) -> None:
    page.form.started_at.setText("09.30")
    _press(page.editor.choices.time_word.buttons["long"], typist)
    page.save()
    typist.until(lambda: "๐๙.๓๐นาฬิกา" in printed(page))


def test_a_margin_is_typed_in_thai_digits(page: MinutesPage, typist: Typist) -> None:
    before = page.preview.pages
    left = page.editor.choices.margins["left"]
    left.setFocus()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("๕,๕")
    typist.tab()
    typist.until(lambda: page.preview.pages is not before and is_settled(page))
    assert page.editor.choices.margins["right"].hasFocus()
    typist.until(lambda: left.text() == "5.5")


def test_a_margin_that_is_none_is_told(page: MinutesPage, typist: Typist) -> None:
    left = page.editor.choices.margins["left"]
    left.setFocus()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("กว้าง")
    typist.tab()
    assert typist.said() == typist.window.words("minutes.margin_faulty")


def test_a_margin_out_of_range_is_refused_and_the_old_one_stays(
    page: MinutesPage, typist: Typist
) -> None:
    left = page.editor.choices.margins["left"]
    left.setFocus()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type("20")
    typist.tab()
    said = typist.window.words("document.margin", narrowest=0.5, widest=6.0)
    typist.until(lambda: typist.said() == said)
    typist.until(lambda: left.text() == "3")


def test_the_bundled_typeface_is_offered_first(page: MinutesPage, typist: Typist) -> None:
    choice = page.editor.choices.typeface
    typist.until(lambda: page.editor.choices._typefaces is not None and choice.count() > 0)
    assert choice.itemText(0) == typist.window.words("minutes.typeface_bundled")
    assert choice.currentIndex() == 0


def test_choices_are_still_there_after_another_look(page: MinutesPage, typist: Typist) -> None:
    _press(page.editor.choices.sections[MinutesSection.COMPLAINTS], typist)
    typist.until(lambda: is_settled(page))
    page.editor.choices.sections[MinutesSection.COMPLAINTS].setChecked(True)
    page.editor.choices.reload()
    typist.until(lambda: not page.editor.choices.sections[MinutesSection.COMPLAINTS].isChecked())


def test_votes_are_kept_and_printed(typist: Typist) -> None:
    page = open_minutes(typist)
    votes = page.form.agenda[2].votes
    page.form.agenda[2].resolution.setPlainText("ที่ประชุมเห็นชอบ")
    votes.fields["votes_for"].setFocus()
    typist.type("๔๕")
    assert votes._hint.isVisible()
    typist.tab()
    typist.type("3x")
    assert not votes._hint.isVisible()
    typist.tab()
    typist.type("2")
    assert votes.votes() == {"votes_for": 45, "votes_against": 3, "votes_abstained": 2}
    typist.until(lambda: "งดออกเสียง๒เสียง" in printed(page) and is_settled(page))
    assert "เห็นชอบ๔๕เสียง" in printed(page)
    assert "ไม่เห็นชอบ๓เสียง" in printed(page)


def test_tab_visits_the_items_in_the_order_of_the_document(typist: Typist) -> None:
    page = open_minutes(typist)
    page.form.opening.setFocus()
    for fields in page.form.agenda:
        for stop in fields.stops():
            typist.tab()
            assert stop.hasFocus()
    typist.tab()
    assert page.form.closing.hasFocus()


def test_an_empty_count_is_no_vote(typist: Typist) -> None:
    page = open_minutes(typist)
    assert page.form.agenda[0].votes.votes()["votes_for"] is None
    assert page.form.changed_items() == ()


def test_the_chair_is_handed_over_with_a_tick(typist: Typist) -> None:
    page = open_minutes(typist)
    typist.until(lambda: page.handover.giver.count() == 2)
    _press(page.handover.takes_chair, typist)
    assert page.handover.task.text()
    _press(page.handover.save_button, typist)
    typist.until(lambda: "ทำหน้าที่ประธาน" in page.handover.told())
    assert not page.handover.takes_chair.isChecked()
    typist.until(lambda: is_settled(page) and "รองตัวอย่าง" in printed(page))


def _press(control: QWidget, typist: Typist) -> None:
    control.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
