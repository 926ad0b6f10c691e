"""What was withdrawn comes back by two presses of Enter."""

from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind, Utterance
from forum_desktop.services.desk import Desk
from forum_desktop.ui.exchange.trash.view import TrashView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.keyboard import CTRL, Typist


@pytest.fixture
def trash(window: MainWindow, typist: Typist, forum: Forum) -> TrashView:
    """Withdraw an opinion and a check-in, and open the view by its keys."""
    done: list[object] = []

    def job(desk: Desk) -> None:
        said = Utterance(text="ขอไฟส่องสว่าง", kind=OpinionKind.NEED)
        opinion = services.opinions.take_down(desk, forum.id, said)
        her = services.registration.register_walk_in(
            desk, forum.id, full_name="นางสาวทดสอบ สมมติ", sector="people"
        ).attendee
        services.registration.undo_check_in(desk, her.id, "ลงผิดคน")
        services.stream.withdraw(desk, opinion.id, "พูดซ้ำ")

    window.current.look_up(job, done.append)
    typist.until(lambda: bool(done))
    typist.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    at = [sign.name for sign in page.signs].index("trash")
    typist.press(Qt.Key.Key_1 + at, CTRL)
    view = page.current_view
    assert isinstance(view, TrashView)
    typist.until(lambda: view.list.records.rowCount() == 2)
    return view


def standing(view: TrashView, typist: Typist) -> list[Opinion]:
    found: list[tuple[Opinion, ...]] = []
    forum_id = view.page.forum_id
    view.page.look_up(lambda desk: services.opinions.recent_opinions(desk, forum_id), found.append)
    typist.until(lambda: bool(found))
    return list(found[0])


def told(view: TrashView, row: int) -> str:
    records = view.list.records
    return str(records.data(records.index(row)))


def test_it_says_what_who_and_why_with_the_history_beside_it(
    trash: TrashView, typist: Typist
) -> None:
    assert "ขอไฟส่องสว่าง" in told(trash, 0)
    assert "เหตุผล: พูดซ้ำ" in told(trash, 0)
    assert "tester" in told(trash, 0)
    assert "เหตุผล: ลงผิดคน" in told(trash, 1)
    typist.until(lambda: trash.past.records.rowCount() == 2)


def test_two_presses_of_enter_bring_it_back(trash: TrashView, typist: Typist) -> None:
    typist.enter()
    assert standing(trash, typist) == []
    typist.enter()
    typist.until(lambda: trash.list.records.rowCount() == 1)
    assert [one.text for one in standing(trash, typist)] == ["ขอไฟส่องสว่าง"]
    assert "คืนกลับแล้ว" in typist.said()
    assert trash.list.hasFocus()


def test_esc_and_another_row_take_the_question_back(trash: TrashView, typist: Typist) -> None:
    typist.enter()
    typist.press(Qt.Key.Key_Escape)
    typist.enter()
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    assert standing(trash, typist) == []
    assert trash.list.records.rowCount() == 2


def test_one_kind_alone_is_shown(trash: TrashView, typist: Typist) -> None:
    trash.kinds.setCurrentIndex(trash.kinds.findData("attendance"))
    assert trash.list.records.rowCount() == 1
    assert "ทดสอบ" in told(trash, 0)


def test_it_speaks_the_other_language(trash: TrashView, typist: Typist) -> None:
    typist.window.change_language()
    assert "Reason: พูดซ้ำ" in told(trash, 0)
    assert trash.kinds.itemText(0) == "All kinds (2)"
