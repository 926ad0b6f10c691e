"""The stations of a forum are planned by keys, and a venue pack sets laptops up as planned."""

import json
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import sealing, services
from forum_desktop.records.exchange import StationRole
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import PackCopy
from forum_desktop.services.desk import Desk
from forum_desktop.ui.exchange.venue.view import VenueView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.factory import StepClock
from tests.ui.exchange.laptops import ask, joined
from tests.ui.keyboard import CTRL, Typist

exchange = services.exchange


@pytest.fixture
def view(window: MainWindow, typist: Typist, forum: Forum) -> VenueView:
    """Open the view by its keys."""
    typist.visit(PageName.EXCHANGE)
    typist.press(Qt.Key.Key_3, CTRL)
    shown = cast("ViewedPage", window.current).current_view
    assert isinstance(shown, VenueView)
    typist.until(lambda: shown.list.records.rowCount() == 8)
    return shown


def plan(typist: Typist, forum: Forum) -> dict[str, tuple[str, StationRole]]:
    planned = ask(typist, lambda desk: exchange.plan_of(desk, forum.id))
    return {one.letter: (one.name, one.role) for one in planned}


def write(view: VenueView, typist: Typist, target: Path) -> None:
    """Write the pack, as the dialog of files does."""
    view.make(target)
    typist.until(lambda: target.name in typist.said())


def test_a_laptop_is_added_named_and_given_a_task(
    view: VenueView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    assert view.form.name.hasFocus()
    typist.type("โต๊ะเยาวชน")
    typist.enter()
    assert view.list.hasFocus()
    assert plan(typist, forum)["J"] == ("โต๊ะเยาวชน", StationRole.OTHER)
    view.form.role.setFocus()
    typist.press(Qt.Key.Key_Home)
    assert plan(typist, forum)["J"] == ("โต๊ะเยาวชน", StationRole.REGISTRATION)
    view.reload()
    assert len(plan(typist, forum)) == 9
    assert view.list.records.rowCount() == 9


def test_a_table_hears_a_strategy_and_other_tasks_none(
    view: VenueView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    assert view.form.strategy.isVisible()
    view.form.strategy.setFocus()
    typist.press(Qt.Key.Key_End)
    planned = ask(typist, lambda desk: exchange.plan_of(desk, forum.id))
    assert planned[2].strategy_id == view.overview.strategies[-1].id
    view.form.role.setFocus()
    typist.press(Qt.Key.Key_End)
    assert not view.form.strategy.isVisible()
    planned = ask(typist, lambda desk: exchange.plan_of(desk, forum.id))
    assert (planned[2].role, planned[2].strategy_id) == (StationRole.OTHER, None)


def test_delete_removes_a_laptop_from_the_plan(
    view: VenueView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Delete)
    assert "C" not in plan(typist, forum)
    assert view.list.records.rowCount() == 7
    assert view.list.chosen().letter == "D"  # type: ignore[union-attr]


def test_half_typed_names_are_kept_on_leaving(
    view: VenueView, typist: Typist, forum: Forum
) -> None:
    typist.enter()
    typist.type("จุดคัดกรอง")
    typist.visit(PageName.FORUM)
    assert plan(typist, forum)["B"][0] == "จุดคัดกรอง"


def test_half_typed_names_are_kept_when_the_window_is_closed(
    view: VenueView, typist: Typist, forum: Forum, data_dir: Path
) -> None:
    typist.enter()
    typist.type("จุดคัดกรอง")
    assert view.form.name.hasFocus()
    typist.window.close()
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    planned = exchange.plan_of(desk, forum.id)
    desk.close()
    assert planned[0].name == "จุดคัดกรอง"


def test_the_pack_sets_a_laptop_up_as_planned_by_the_code_shown(
    view: VenueView, typist: Typist, tmp_path: Path
) -> None:
    typist.enter()
    typist.type("จุดคัดกรอง")
    typist.enter()
    target = tmp_path / "venue.forumpack"
    write(view, typist, target)
    code = view.pack.code.said()
    assert len(code) == 11
    assert exchange.read_pack_plan(target).needs_code
    with joined(tmp_path / "b", target, "จุดคัดกรอง", code) as desk:
        (forum,) = services.forums.list_forums(desk)
        assert services.forums.station_of(desk, forum.id).letter == "B"


def test_the_code_is_shown_again_later_and_none_for_a_pack_without(
    view: VenueView, typist: Typist, tmp_path: Path
) -> None:
    assert not view.pack.code.isVisible()
    write(view, typist, tmp_path / "venue.forumpack")
    code = view.pack.code.said()
    typist.visit(PageName.FORUM)
    view.forum_opened()
    typist.visit(PageName.EXCHANGE)
    typist.until(lambda: view.pack.code.said() == code)
    view.pack.has_code.setFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    write(view, typist, tmp_path / "open.forumpack")
    assert "เก็บรักษาเหมือนกุญแจ" in typist.said()
    assert not exchange.read_pack_plan(tmp_path / "open.forumpack").needs_code
    assert not view.pack.code.isVisible()


@pytest.mark.parametrize(("end", "said"), [("", "ใช้ได้"), ("x", "ใช้ไม่ได้")])
def test_headquarters_key_is_checked(
    view: VenueView, typist: Typist, forum: Forum, end: str, said: str
) -> None:
    assert "ยังไม่มีกุญแจ" in view.pack.key.said()
    key = sealing.make_key().recipient + end
    ask(typist, lambda desk: put_key(desk, forum, key))
    view.reload()
    typist.until(lambda: said in view.pack.key.said())
    assert view.pack.key.said().endswith(key[-8:])


def put_key(desk: Desk, forum: Forum, key: str) -> bool:
    """Give the forum a key of headquarters."""
    with desk.act() as act:
        (copy,) = act.all(PackCopy, forum_id=forum.id)
        told = {**json.loads(copy.content), "hq_recipient": key}
        act.put(replace(copy, content=json.dumps(told, ensure_ascii=False)))
    return True


def test_it_speaks_the_other_language(view: VenueView, typist: Typist) -> None:
    typist.window.change_language()
    assert view.form.role.itemText(0) == "Registration"
    assert view.pack.key.said() == "This forum has no key of headquarters"
    records = view.list.records
    assert str(records.data(records.index(0))).endswith("expected")
