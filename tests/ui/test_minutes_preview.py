"""The preview is the real document, stays where it was, and only draws what is in sight."""

import pytest
from PySide6.QtCore import Qt

from forum_desktop.ui.minutes.page import MinutesPage
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import is_settled, open_minutes, printed

LONG = "\n".join(f"ข้อความปิดประชุมย่อหน้าที่ {n} สำหรับทดสอบหลายหน้า" for n in range(160))


@pytest.fixture
def page(typist: Typist) -> MinutesPage:
    """Open minutes of several pages."""
    opened = open_minutes(typist)
    opened.form.closing.setPlainText(LONG)
    typist.until(lambda: _count(opened) >= 4 and is_settled(opened))
    return opened


def test_a_note_typed_is_drawn_and_the_place_is_kept(page: MinutesPage, typist: Typist) -> None:
    page.preview.go_to_page(1)
    typist.until(lambda: 0 in page.preview.drawn_pages())
    bar = page.preview.verticalScrollBar()
    bar.setValue(bar.value() + 90)
    typist.until(lambda: is_settled(page))
    spot, before = page.preview.spot(), page.preview.picture(0)
    page.form.opening.setFocus()
    typist.type("ประธานเปิดประชุมตามเวลา")
    typist.until(lambda: "ประธานเปิดประชุมตามเวลา" in printed(page) and is_settled(page))
    assert page.preview.spot() == spot
    assert page.preview.picture(0) != before
    assert page.form.opening.hasFocus()


def test_typing_far_from_what_is_in_sight_moves_nothing(page: MinutesPage, typist: Typist) -> None:
    page.preview.go_to_page(3)
    bar = page.preview.verticalScrollBar()
    bar.setValue(bar.value() + 120)
    spot = page.preview.spot()
    page.form.agenda[0].notes.setFocus()
    typist.type("แจ้งกำหนดการ")
    typist.until(lambda: "แจ้งกำหนดการ" in printed(page) and is_settled(page))
    assert page.preview.spot() == spot
    assert page.foot.told() == typist.window.words("minutes.page_of", page=3, pages=_count(page))


def test_old_pictures_stay_until_the_new_ones_arrive(page: MinutesPage, typist: Typist) -> None:
    page.preview.go_to_page(1)
    typist.until(lambda: 0 in page.preview.drawn_pages())
    assert page.preview.pages is not None
    page.preview.show_document(page.preview.pages)
    assert page.preview.drawn_pages() == frozenset()
    assert page.preview.picture(0) is not None
    typist.until(lambda: 0 in page.preview.drawn_pages())


def test_only_pages_in_sight_are_drawn(page: MinutesPage, typist: Typist) -> None:
    asked: list[int] = []
    page.preview.wanted.connect(lambda _pages, number, _width: asked.append(number))
    page.preview.go_to_page(_count(page))
    assert page.preview.pages is not None
    page.preview.show_document(page.preview.pages)
    typist.until(lambda: _count(page) - 1 in page.preview.drawn_pages())
    assert 0 not in asked
    assert len(set(asked)) <= 3


def test_typing_makes_the_drawing_wait(page: MinutesPage, typist: Typist) -> None:
    page.form.opening.setFocus()
    page.drawing._draw()
    task = page.drawing._task
    assert task is not None
    typist.type("ก")
    assert task.is_cancelled()
    typist.until(lambda: is_settled(page))
    assert "ก" in page.form.opening.toPlainText()


def test_a_change_taken_back_still_brings_the_newest_document(
    page: MinutesPage, typist: Typist
) -> None:
    page.form.opening.setFocus()
    page.drawing._draw()
    typist.type("ก")
    typist.press(Qt.Key.Key_Backspace)
    assert page.drawing.is_under_way()
    typist.until(lambda: is_settled(page))


def test_keys_go_through_the_pages(page: MinutesPage, typist: Typist) -> None:
    preview, last = page.preview, _count(page)
    preview.setFocus()
    typist.press(Qt.Key.Key_End)
    assert preview.page_number() == last
    typist.press(Qt.Key.Key_Home)
    assert preview.verticalScrollBar().value() == 0
    typist.press(Qt.Key.Key_PageDown, CTRL)
    assert preview.page_number() == 2
    typist.press(Qt.Key.Key_PageUp, CTRL)
    assert preview.page_number() == 1
    typist.press(Qt.Key.Key_PageDown)
    one_view = preview.verticalScrollBar().value()
    assert 0 < one_view < preview.viewport().height()
    typist.press(Qt.Key.Key_PageUp)
    assert preview.verticalScrollBar().value() == 0
    assert page.foot.told() == typist.window.words("minutes.page_of", page=1, pages=last)


def test_zoom_keeps_the_page_and_fits_the_width_again(page: MinutesPage, typist: Typist) -> None:
    preview = page.preview
    preview.go_to_page(2)
    typist.until(lambda: is_settled(page))
    preview.setFocus()
    typist.press(Qt.Key.Key_Plus, text="+")
    assert preview.zoom > 1
    assert preview.page_number() == 2
    assert preview.horizontalScrollBar().maximum() > 0
    typist.until(lambda: 1 in preview.drawn_pages())
    picture = preview.picture(1)
    assert picture is not None
    assert picture.width() > preview.viewport().width()
    typist.press(Qt.Key.Key_0, text="0")
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview.page_number() == 2


def test_the_edition_shown_is_the_edition_chosen(page: MinutesPage, typist: Typist) -> None:
    before = page.preview.pages
    page.head._editions.buttons["public"].setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: page.preview.pages is not before and is_settled(page))
    assert page.head.edition().value == "public"


def _count(page: MinutesPage) -> int:
    return page.preview.pages.page_count if page.preview.pages is not None else 0
