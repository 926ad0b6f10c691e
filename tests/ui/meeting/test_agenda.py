"""The agenda runs by single keys, tells the time, and keeps what is typed."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, CourseKind
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.agenda.view import AgendaView
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import ALT, CTRL, Typist

THAI_B, THAI_E, THAI_9 = (48, 0x0E34), (26, 0x0E33), (18, 0x0E15)
"""Where B, E and 9 lie, and what they type on a Thai layout."""


def open_agenda(typist: Typist) -> AgendaView:
    """Go to the agenda by keys."""
    typist.visit(PageName.MEETING)
    page = cast("MeetingPage", typist.window.current)
    places = [sign.name for sign in page.signs]
    typist.press(Qt.Key.Key_1 + places.index("agenda"), CTRL)
    view = page.current_view
    assert isinstance(view, AgendaView)
    typist.until(lambda: view.items.records.rowCount() == 4)
    return view


@pytest.fixture
def agenda(typist: Typist) -> AgendaView:
    return open_agenda(typist)


def items_of(view: AgendaView) -> list[AgendaItem]:
    assert view.known is not None
    return [line.item for line in view.known.lines]


def in_hand(view: AgendaView) -> int | None:
    now = view.known.now if view.known else None
    return now.number if now else None


def happened(view: AgendaView) -> list[CourseKind]:
    return [event.kind for event in view.course.records.rows()]


def ask(typist: Typist, job: Callable[[Any], Any]) -> Any:
    """Ask the window's own worker, and wait for the answer."""
    answers: list[Any] = []
    typist.window.current.look_up(job, answers.append)
    typist.until(lambda: bool(answers))
    return answers[0]


def test_space_runs_through_the_agenda_and_e_ends_it(typist: Typist, agenda: AgendaView) -> None:
    for number in (1, 3, 4, 5):
        typist.press(Qt.Key.Key_Space, text=" ")
        typist.until(partial(lambda at: in_hand(agenda) == at, number))
        item = agenda.items.item()
        assert item is not None
        assert item.number == number
    typist.press(Qt.Key.Key_Space, text=" ")
    assert typist.said() == typist.window.words("agenda.was_last")
    typist.press(Qt.Key.Key_E, text="e")
    typist.until(lambda: in_hand(agenda) is None)
    assert all(item.ended_at for item in items_of(agenda))
    typist.press(Qt.Key.Key_E, text="e")
    assert typist.said() == typist.window.words("agenda.nothing_in_hand")


def test_enter_takes_up_the_selected_item_and_delete_puts_it_back(
    typist: Typist, agenda: AgendaView
) -> None:
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    typist.until(lambda: in_hand(agenda) == 3)
    typist.press(Qt.Key.Key_Delete)
    typist.until(lambda: in_hand(agenda) is None)
    assert happened(agenda) == []


def test_keys_work_on_a_thai_layout(typist: Typist, agenda: AgendaView) -> None:
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: in_hand(agenda) == 1)
    scan, letter = THAI_B
    typist.press(letter, text=chr(letter), scan_code=56)
    typist.until(lambda: happened(agenda)[-1:] == [CourseKind.BREAK_BEGUN])
    typist.press(letter, text=chr(letter), scan_code=56)
    typist.until(lambda: happened(agenda)[-1:] == [CourseKind.BREAK_ENDED])
    scan, letter = THAI_E
    typist.press(letter, text=chr(letter), scan_code=scan)
    typist.until(lambda: in_hand(agenda) is None)


def test_planned_minutes_are_typed_on_their_line(typist: Typist, agenda: AgendaView) -> None:
    typist.type("25")
    assert agenda.items.plan.isVisible()
    typist.enter()
    typist.until(lambda: items_of(agenda)[0].planned_minutes == 25)
    assert QApplication.focusWidget() is agenda.items
    scan, letter = THAI_9
    typist.press(letter, text=chr(letter), scan_code=scan)
    typist.press(letter, text=chr(letter), scan_code=scan)
    typist.enter()
    typist.until(lambda: items_of(agenda)[0].planned_minutes == 99)
    typist.press(Qt.Key.Key_Backspace)
    typist.type("๑๕")
    typist.enter()
    typist.until(lambda: items_of(agenda)[0].planned_minutes == 15)
    typist.press(Qt.Key.Key_Backspace)
    typist.type("7")
    typist.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is agenda.items
    assert items_of(agenda)[0].planned_minutes == 15
    typist.press(Qt.Key.Key_Backspace)
    typist.press(Qt.Key.Key_Backspace)
    typist.enter()
    typist.until(lambda: items_of(agenda)[0].planned_minutes is None)


def test_running_over_is_told_on_the_line_and_of_the_whole(
    typist: Typist, agenda: AgendaView
) -> None:
    typist.type("0")
    typist.enter()
    typist.until(lambda: items_of(agenda)[0].planned_minutes == 0)
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: in_hand(agenda) == 1)
    ask(typist, lambda desk: [desk.clock() for _ in range(180)])
    agenda.reload()
    typist.until(lambda: agenda.known is not None and agenda.known.late >= 3)
    words = typist.window.words
    line = agenda.items.records.line_of(agenda.items.records.rows()[0])
    assert line.mark == words("agenda.over", minutes=agenda.known.lines[0].over)  # type: ignore[union-attr]
    assert agenda._late.said() == words("agenda.late", minutes=agenda.known.late)  # type: ignore[union-attr]


def test_what_was_said_is_typed_under_the_item_in_hand(typist: Typist, agenda: AgendaView) -> None:
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: in_hand(agenda) == 1)
    agenda.editor.notes.setFocus()
    typist.type("ประธานแจ้งเรื่อง B E 15")
    typist.tab()
    typist.type("รับทราบ")
    typist.press(Qt.Key.Key_N, ALT)
    typist.until(lambda: in_hand(agenda) == 3)
    first = items_of(agenda)[0]
    assert (first.notes, first.resolution) == ("ประธานแจ้งเรื่อง B E 15", "รับทราบ")
    assert agenda.editor.notes.toPlainText() == items_of(agenda)[1].notes
    typist.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is agenda.items


def test_typing_is_not_disturbed_by_news(typist: Typist, agenda: AgendaView) -> None:
    agenda.editor.notes.setFocus()
    for letter in "มติของที่ประชุม ":
        typist.type(letter)
        agenda.reload()
        QApplication.processEvents()
    typist.until(lambda: not agenda.editor._saving.isActive())
    agenda.reload()
    typist.until(lambda: items_of(agenda)[0].notes == "มติของที่ประชุม")
    assert agenda.editor.notes.toPlainText() == "มติของที่ประชุม "


def test_half_typed_words_survive_a_crash(
    typist: Typist, agenda: AgendaView, window_on: Callable[[], MainWindow]
) -> None:
    typist.press(Qt.Key.Key_Down)
    item = agenda.items.item()
    assert item is not None
    agenda.editor.notes.setFocus()
    typist.type("ยังพิมพ์ไม่")
    agenda.editor._saving.stop()
    agenda.editor.drafts.keep_now()
    typist.until(lambda: bool(ask(typist, _draft_of(agenda))))
    # As if the laptop went off: nothing more is handed over.
    agenda.editor._item = None
    typist.window = window_on()
    typist.until(lambda: typist.window.overview is not None)
    again = open_agenda(typist)
    typist.until(lambda: again.editor.notes.toPlainText() == "ยังพิมพ์ไม่")
    chosen = again.items.item()
    assert chosen is not None
    assert chosen.number == item.number


def _draft_of(view: AgendaView) -> Callable[[Any], str]:
    place = f"{view.page.forum_id}/agenda"
    return lambda desk: services.drafts.read_draft(desk, place)


def test_the_chair_is_handed_over_at_this_moment(typist: Typist, agenda: AgendaView) -> None:
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: in_hand(agenda) == 1)
    typist.until(lambda: agenda.handing.form.giver.count() == 2)
    typist.press(Qt.Key.Key_D, text="d")
    form = agenda.handing.form
    assert agenda.handing.isVisible()
    assert not agenda.editor.isVisible() or agenda.editor.notes.height() >= 72
    assert form.when.text() == f"{agenda.clock.now():%H.%M}"
    assert form.giver.currentIndex() == 0
    assert form.taker.currentIndex() == 1
    form.takes_chair.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.enter()
    typist.until(lambda: CourseKind.CHAIR_HANDED in happened(agenda))
    assert not agenda.handing.isVisible()
    assert QApplication.focusWidget() is agenda.items
    (made,) = ask(
        typist, lambda desk: services.delegations.list_delegations(desk, agenda.page.forum_id)
    )
    assert made.takes_chair
    assert made.delegated_at.date() == items_of(agenda)[0].begun_at.date()  # type: ignore[union-attr]
    typist.until(lambda: bool(form.told()))
    typist.press(Qt.Key.Key_D, text="d")
    assert form.giver.currentIndex() == 1
    assert form.taker.currentIndex() == 0
    typist.press(Qt.Key.Key_Escape)
    assert not agenda.handing.isVisible()
    assert agenda.editor.isVisible()


def test_the_minutes_page_shows_what_was_typed_here(typist: Typist, agenda: AgendaView) -> None:
    typist.visit(PageName.MINUTES)
    page = cast("MinutesPage", typist.window.current)
    typist.until(page.form.isEnabled)
    typist.visit(PageName.MEETING)
    agenda.editor.notes.setFocus()
    typist.type("แจ้งให้ทราบ")
    typist.until(lambda: page.form.agenda[0].notes.toPlainText() == "แจ้งให้ทราบ")


def test_certified_minutes_are_read_only(typist: Typist, agenda: AgendaView, forum: Forum) -> None:
    def certify(desk: Any) -> None:
        services.forums.open_forum(desk, forum.id)
        services.forums.close_forum(desk, forum.id)
        services.minutes.mark_checked(desk, forum.id)
        services.minutes.certify_minutes(desk, forum.id, on=forum.held_on, how="ในที่ประชุม")

    typist.window.current.act(certify, lambda _: None, *typist.window.current.shows)
    typist.until(agenda.editor.notes.isReadOnly)
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: typist.said() == typist.window.words("minutes.is_certified"))
