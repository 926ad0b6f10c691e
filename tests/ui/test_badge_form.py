"""Badges ordered from the panel: for whom, on which sheet, from which label, and blank ones."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.badges import BadgeGroup
from forum_desktop.records.documents import DocumentKind
from forum_desktop.ui.documents.badge_form import BadgeForm
from forum_desktop.ui.minutes.page import MinutesPage
from tests.documents.small_reading import page_sizes
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import choose_document, open_minutes, order_of, read


@pytest.fixture
def page(typist: Typist) -> MinutesPage:
    """Open the panel on badges."""
    opened = open_minutes(typist)
    forum_id = opened.forum_id
    _register(opened, typist, forum_id)
    typist.press(Qt.Key.Key_E, CTRL)
    typist.until(lambda: order_of(opened).kind is DocumentKind.MINUTES)
    typist.until(opened.export.form.is_ready)
    choose_document(opened, DocumentKind.BADGES)
    typist.until(lambda: opened.export.form.badges.layouts.count() > 0)
    return opened


def _register(page: MinutesPage, typist: Typist, forum_id: object) -> None:
    done: list[object] = []
    page.look_up(
        lambda desk: services.registration.register_walk_in(
            desk,
            forum_id,  # type: ignore[arg-type]
            full_name="นางสาวมาแล้ว ทดลอง",
            sector="people",
            community="ตลาดเก่า",
        ),
        done.append,
    )
    typist.until(lambda: bool(done))


def form_of(page: MinutesPage) -> BadgeForm:
    return page.export.form.badges


def test_badges_are_ordered_by_keys_alone(page: MinutesPage, typist: Typist) -> None:
    form, words = form_of(page), typist.window.words
    assert order_of(page).badges.group is BadgeGroup.EVERYONE
    assert form.said_sum() == words("badge_order.sum", badges="3", sheets="1")
    page.export.form.format.setFocus()
    typist.tab()
    assert form.whom.hasFocus()
    typist.press(Qt.Key.Key_Down)
    assert order_of(page).badges.group is BadgeGroup.MEMBERS
    typist.press(Qt.Key.Key_Down)
    assert order_of(page).badges.group is BadgeGroup.ZONE
    typist.tab()
    assert form.which.hasFocus()
    assert order_of(page).badges.of == "เขต 2"
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.tab()
    assert form.start.hasFocus()
    typist.type("๓")
    assert order_of(page).badges.layout == "card-8"


def test_thai_digits_and_a_start_inside_a_sheet_are_understood(
    page: MinutesPage, typist: Typist
) -> None:
    form, words = form_of(page), typist.window.words
    form.choose(BadgeGroup.BLANK, "label-24")
    form.blanks.setFocus()
    form.blanks.selectAll()
    typist.type("๕๐")
    form.start.setFocus()
    form.start.selectAll()
    typist.type("24")
    order = order_of(page).badges
    assert (order.group, order.blank_count, order.skip) == (BadgeGroup.BLANK, 50, 23)
    assert form.said_sum() == words("badge_order.sum", badges="50", sheets="4")
    form.blanks.clear()
    assert form.said_sum() == words("badge_order.none")


def test_the_file_holds_the_badges_of_the_chosen_zone(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    form_of(page).choose(BadgeGroup.ZONE, "label-24")
    target = tmp_path / page.export.suggested_name()
    page.export.export_to(target)
    typist.until(lambda: target.name in typist.said())
    assert page_sizes(target.read_bytes()) == [(210, 297)]
    text = "".join(read(target.read_bytes()).split())
    assert "นางสาวมาแล้ว" in text
    assert "ประธานสมมติ" not in text
    assert "มาแล้ว" not in target.name


def test_blank_badges_saved_twice_never_bear_the_same_code(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    form = form_of(page)
    form.choose(BadgeGroup.BLANK)
    form.blanks.setText("10")
    texts = []
    for name in ("one.pdf", "two.pdf"):
        page.export.export_to(tmp_path / name)
        typist.until(lambda name=name: name in typist.said())  # type: ignore[misc]
        texts.append(read((tmp_path / name).read_bytes()))
    assert texts[0] != texts[1]


def test_a_label_beyond_the_sheet_is_refused_with_a_sentence(
    page: MinutesPage, typist: Typist, tmp_path: Path
) -> None:
    form_of(page).start.setText("99")
    page.export.export_to(tmp_path / "none.pdf")
    refused = typist.window.words("document.label_skip", most=9, count=10)
    typist.until(lambda: typist.said() == refused)
    assert not (tmp_path / "none.pdf").exists()


def test_what_is_chosen_stays_when_the_language_changes(page: MinutesPage, typist: Typist) -> None:
    form = form_of(page)
    form.choose(BadgeGroup.ZONE, "label-21")
    before = order_of(page)
    typist.window.change_language()
    assert order_of(page) == before
    assert form.layouts.currentText().startswith("Labels 70")
    assert form.which.isVisible()
    assert not form.blanks.isVisible()


def test_other_documents_do_not_ask_for_badges(page: MinutesPage) -> None:
    assert form_of(page).isVisible()
    choose_document(page, DocumentKind.CARDS)
    assert not form_of(page).isVisible()
