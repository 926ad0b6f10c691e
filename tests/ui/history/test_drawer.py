"""Ctrl+H on whatever is chosen: its history beside it, and Esc leads back."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.db.codec import field_types, plain_type
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.forum import Forum
from forum_desktop.records.history import Deed
from forum_desktop.records.opinion import OpinionKind, Utterance
from forum_desktop.services.histories.reading import _NEVER, _OF_PARENT, _UNTOLD
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.history.lines import HistoryLines
from forum_desktop.ui.history.spelling import _FLAGS, fact_name, thing_name
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.viewed import ViewedPage
from forum_desktop.ui.words import Words
from forum_desktop.wording import LANGUAGES, LanguageCode, Wording
from tests.ui.keyboard import CTRL, Typist

_H_PLACE = 43
"""Where H stands on a keyboard under X11, whatever is printed on it."""


def do(typist: Typist, job: Callable[..., object]) -> None:
    """Do something on the worker, and wait for it."""
    done: list[object] = []
    typist.window.current.look_up(job, lambda _: done.append(1))
    typist.until(lambda: bool(done))


def open_history(typist: Typist) -> None:
    typist.press(Qt.Key.Key_H, CTRL)
    typist.until(typist.window.drawer.isVisible)


def lines(window: MainWindow) -> list[str]:
    """Return the lines of the drawer as screen readers hear them."""
    records = window.drawer.revisions.records
    return [str(records.data(records.index(at))) for at in range(records.rowCount())]


@pytest.fixture
def opinions(window: MainWindow, typist: Typist, forum: Forum) -> OpinionsPage:
    """Have one opinion corrected, and the cursor in the list of opinions."""

    def job(desk: services.desk.Desk) -> None:
        said = Utterance(text="ขอไฟ", kind=OpinionKind.NEED)
        opinion = services.opinions.take_down(desk, forum.id, said)
        services.answering.correct_wording(desk, opinion.id, "ขอไฟในซอย")
        services.stream.mark_urgent(desk, opinion.id, 2)

    do(typist, job)
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    typist.until(lambda: len(page.said.feed.opinions()) == 1)
    typist.press(Qt.Key.Key_D, CTRL)
    return page


def test_an_opinion_tells_its_history_and_esc_leads_back(
    opinions: OpinionsPage, typist: Typist
) -> None:
    window = typist.window
    open_history(typist)
    assert window.drawer.revisions.hasFocus()
    newest, corrected, made = lines(window)
    assert "ความเร่งด่วน: ปกติ → เร่งด่วนมาก" in newest
    assert "ข้อความ: ขอไฟ → ขอไฟในซอย" in corrected
    assert "ข้อความ: ขอไฟ" in made
    assert "tester" in newest
    typist.press(Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()
    assert opinions.said.is_in_hand
    assert lines(window) == []


def test_the_key_works_under_a_thai_layout_and_closes_too(
    opinions: OpinionsPage, typist: Typist
) -> None:
    typist.press(ord("้"), CTRL, scan_code=_H_PLACE)
    typist.until(typist.window.drawer.isVisible)
    typist.press(ord("้"), CTRL, scan_code=_H_PLACE)
    assert not typist.window.drawer.isVisible()


def test_while_it_is_open_the_page_below_hears_no_keys(
    opinions: OpinionsPage, typist: Typist
) -> None:
    open_history(typist)
    typist.press(Qt.Key.Key_F, CTRL)
    assert typist.window.drawer.revisions.hasFocus()
    typist.visit(PageName.EXCHANGE)
    assert not typist.window.drawer.isVisible()


def test_it_leaves_with_the_page_also_where_the_cursor_stays(
    opinions: OpinionsPage, typist: Typist
) -> None:
    open_history(typist)
    typist.window._stack.setCurrentIndex(0)
    assert not typist.window.drawer.isVisible()


def test_working_beside_it_puts_it_away(opinions: OpinionsPage, typist: Typist) -> None:
    open_history(typist)
    opinions.said.search.setFocus()
    typist.until(lambda: not typist.window.drawer.isVisible())
    assert QApplication.focusWidget() is opinions.said.search


def test_a_person_at_the_desk(window: MainWindow, typist: Typist, forum: Forum) -> None:
    do(
        typist,
        lambda desk: services.registration.register_walk_in(
            desk, forum.id, full_name="นางสาวทดสอบ สมมติ", sector="people"
        ),
    )
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", window.current)
    typist.type("ทดสอบ")
    found = page.current_view.found  # type: ignore[attr-defined]
    typist.until(lambda: found.chosen() is not None)
    open_history(typist)
    history = window.drawer.history()
    assert history is not None
    assert history.label == "นางสาวทดสอบ  สมมติ"
    assert any("ช่วงการประชุม: การประชุม" in line for line in lines(window))


def test_an_agenda_item(window: MainWindow, typist: Typist) -> None:
    typist.visit(PageName.MEETING)
    items = cast("ViewedPage", window.current).current_view.items  # type: ignore[attr-defined]
    typist.until(lambda: items.records.rowCount() > 1)
    typist.press(Qt.Key.Key_Down)
    chosen = items.item()
    open_history(typist)
    history = window.drawer.history()
    assert history is not None
    assert (history.entity_type, history.id) == ("agenda_item", chosen.id)


def test_a_forum_is_what_is_chosen_where_nothing_else_is(
    window: MainWindow, typist: Typist, forum: Forum
) -> None:
    typist.visit(PageName.EXCHANGE)
    open_history(typist)
    history = window.drawer.history()
    assert history is not None
    assert (history.entity_type, history.id) == ("forum", forum.id)


def test_without_a_forum_it_says_so(window_on: Callable[[], MainWindow], qtbot: object) -> None:
    window = window_on()
    typist = Typist(window, qtbot)  # type: ignore[arg-type]
    page = cast("ForumPage", window.current)
    typist.until(page.new_forum.create_button.isEnabled)
    typist.press(Qt.Key.Key_H, CTRL)
    typist.until(lambda: typist.said() == window.words("history.choose_first"))


def test_the_cover_of_the_window_covers_it(opinions: OpinionsPage, typist: Typist) -> None:
    open_history(typist)
    drawer = typist.window.drawer
    body = typist.window.takeCentralWidget()
    assert body is not None
    assert body.isAncestorOf(drawer)
    assert drawer.window() is not typist.window
    typist.window.setCentralWidget(body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_a_name(language: LanguageCode) -> None:
    words = Words(Wording(language))
    for kind, record_type in ENTITY_TYPES.items():
        if kind in _NEVER:
            continue
        assert thing_name(words, kind)
        for fact, hint in field_types(record_type).items():
            if fact in _UNTOLD or (kind, fact) in _OF_PARENT:
                continue
            assert not fact_name(words, kind, fact).startswith("history."), (kind, fact)
            assert (plain_type(hint) is bool) <= (fact in _FLAGS), (kind, fact)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_a_held_forum_can_be_told(
    language: LanguageCode, window: MainWindow, typist: Typist
) -> None:
    told: list[str] = []
    teller = HistoryLines(Words(Wording(language)))

    def job(desk: services.desk.Desk) -> None:
        pack = next(p for p in services.packs.list_packs() if p.key.startswith("khon-kaen"))
        services.rehearsal.hold_reference_forum(desk, pack, size=services.rehearsal.Size.SAMPLE)
        with desk.look() as look:
            found = look.driver.execute(
                "SELECT min(entity) FROM operation GROUP BY entity_type, length(payload) / 90"
            ).fetchall()
            kinds = dict(look.driver.execute("SELECT entity, entity_type FROM operation"))
        for (entity,) in found:
            if kinds[entity] in _NEVER:
                continue
            for one in services.histories.history_of(desk, UUID(entity)).revisions:
                line = teller.line(one)
                told.append(line.text)
                assert line.badge
                assert one.deed in Deed

    do(typist, job)
    assert len(told) > 20
    assert not [text for text in told if not text]
    assert not [text for text in told if "T0" in text and "+00:00" in text]


def test_a_complaint_tells_its_steps_and_never_the_complainant(
    window: MainWindow, typist: Typist, forum: Forum
) -> None:
    intake = ComplaintIntake(
        kind="light", subject="ไฟดับ", facts="สามคืน", first_name="ลับ", phone="0812345678"
    )
    do(typist, lambda desk: services.complaints.lodge_complaint(desk, forum.id, intake))
    typist.visit(PageName.COMPLAINTS)
    typist.press(Qt.Key.Key_2, CTRL)
    cases = cast("ViewedPage", window.current).current_view.cases  # type: ignore[attr-defined]
    typist.until(lambda: cases.chosen() is not None)
    open_history(typist)
    told = " ".join(lines(window))
    assert "เรื่อง: ไฟดับ" in told
    assert "สถานะ: รับเรื่องแล้ว" in told
    assert "ลับ" not in told
    assert "0812345678" not in told
