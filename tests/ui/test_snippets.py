"""Phrases are found by typing and land where the cursor was, their first blank selected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.pack import Snippet
from forum_desktop.ui.keys import SHIFT
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.minutes.growing_box import GrowingBox
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.minutes.snippets import built_in, insert, select_blank
from forum_desktop.ui.words import Words
from forum_desktop.wording import Wording
from tests.ui.keyboard import CTRL, Typist
from tests.ui.minutes_desk import open_minutes

_KEY_J = 44
"""Its place on the keyboard, where Thai has ่."""


@pytest.fixture
def page(typist: Typist) -> MinutesPage:
    """Open the minutes with the cursor in the notes of the first item."""
    opened = open_minutes(typist)
    opened.form.agenda[0].notes.setFocus()
    return opened


def test_a_phrase_is_found_and_its_blank_filled_in(page: MinutesPage, typist: Typist) -> None:
    box = page.form.agenda[0].notes
    typist.type("นำ ")
    typist.press(Qt.Key.Key_J, CTRL)
    assert page.editor.snippets.search.hasFocus()
    typist.type("มอบหมายหน่วยงาน")
    typist.enter()
    assert not page.editor.snippets.isVisible()
    assert box.hasFocus()
    assert box.textCursor().selectedText() == "{หน่วยงาน}"
    typist.type("กองช่าง")
    typist.press(Qt.Key.Key_J, CTRL | SHIFT)
    assert box.textCursor().selectedText() == "{เรื่อง}"
    assert box.toPlainText().startswith("นำ ที่ประชุมมอบหมายให้ กองช่าง ดำเนินการ")


def test_arrows_walk_the_list_and_escape_goes_back(page: MinutesPage, typist: Typist) -> None:
    picker = page.editor.snippets
    typist.press(Qt.Key.Key_J, CTRL)
    first = picker.found.chosen()
    typist.press(Qt.Key.Key_Down)
    assert picker.found.chosen() != first
    typist.press(Qt.Key.Key_Up)
    assert picker.found.chosen() == first
    typist.press(Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert page.form.agenda[0].notes.hasFocus()
    assert page.form.agenda[0].notes.toPlainText() == ""


def test_the_key_works_on_a_thai_keyboard(page: MinutesPage, typist: Typist) -> None:
    typist.press(ord("่"), CTRL, "่", _KEY_J)
    assert page.editor.snippets.isVisible()


def test_going_elsewhere_closes_the_list(page: MinutesPage, typist: Typist) -> None:
    typist.press(Qt.Key.Key_J, CTRL)
    page.form.meeting_number.setFocus()
    assert not page.editor.snippets.isVisible()


def test_nothing_found_inserts_nothing(page: MinutesPage, typist: Typist) -> None:
    typist.press(Qt.Key.Key_J, CTRL)
    typist.type("ไม่มีถ้อยคำนี้แน่")
    assert page.editor.snippets.found.records.rowCount() == 0
    typist.enter()
    assert page.form.agenda[0].notes.toPlainText() == ""


def test_phrases_of_the_municipality_come_first(
    window_on: Callable[[], MainWindow], qtbot: QtBot, data_dir: object
) -> None:
    desk = services.start.open_desk(data_dir, "tester")  # type: ignore[arg-type]
    pack = next(p for p in services.packs.list_packs() if p.documents.snippets)
    services.forums.create_forum(desk, pack)
    desk.close()
    typist = Typist(window_on(), qtbot)
    typist.until(lambda: typist.window.overview is not None)
    page = open_minutes(typist)
    offered = page.editor.snippets.found.records.rows()
    assert offered[: len(pack.documents.snippets)] == pack.documents.snippets
    assert len(offered) == len(pack.documents.snippets) + len(built_in(typist.window.words))


@pytest.mark.parametrize("language", ["th", "en"])
def test_phrases_are_thai_in_both_languages(language: str) -> None:
    phrases = built_in(Words(Wording(language)))  # type: ignore[arg-type]
    assert len(phrases) >= 12
    assert [p.text for p in phrases] == [p.text for p in built_in(Words(Wording("th")))]
    assert all(_is_whole(phrase) for phrase in phrases)


def test_braces_of_another_line_are_no_blank(qtbot: QtBot) -> None:
    box = GrowingBox()
    qtbot.addWidget(box)
    box.setPlainText("a { b\nc } d")
    assert not select_blank(box, 0)
    insert(box, "😀 {เวลา} น.")
    assert box.textCursor().selectedText() == "{เวลา}"


def _is_whole(phrase: Snippet) -> bool:
    return bool(phrase.text.strip()) and phrase.text.count("{") == phrase.text.count("}")
