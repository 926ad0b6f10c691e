"""Projects by keyboard: made of a wish, typed, revised, withdrawn; nothing typed is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import OpinionKind, Proposal
from forum_desktop.records.pack import ProjectColumn
from forum_desktop.thai.digits import to_thai_digits
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.projects.budget import read_baht
from forum_desktop.ui.meeting.projects.view import ProjectsView
from tests.factory import StepClock
from tests.ui.keyboard import CTRL, Typist
from tests.ui.meeting.meeting_room import come_to, look, unnamed

WISH = "ขอทางเท้าหน้าตลาด"


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let a project be wished for, and another be listed."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    plan = services.forums.read_overview(desk, forum.id)
    services.opinions.capture_opinion(
        desk,
        forum.id,
        text=f"{WISH}\nกว้างสองเมตร",
        kind=OpinionKind.PROJECT,
        approach_id=plan.approaches[2].id,
    )
    services.priorities.propose_project(
        desk, forum.id, title="ลานกีฬา", budget=200_000, strategy_id=plan.strategies[0].id
    )
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> ProjectsView:
    """Come to the projects."""
    return arrive(typist)


def test_one_key_makes_a_project_of_a_wish(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: view.form.title.text() == WISH)
    assert view.lists.wishes.records.rowCount() == 0 or view.project is not None
    typist.until(lambda: view.lists.wishes.records.rowCount() == 0)
    typist.until(lambda: "กว้างสองเมตร" in view.said.said())
    assert view.form.approach.currentText().startswith("2.1")
    typist.press(Qt.Key.Key_End)
    typist.type(" ระยะที่ 1")
    view.form.boxes[ProjectColumn.OBJECTIVE].setFocus()
    typist.type("เพื่อให้เดินสะดวก")
    view.form.budget.setFocus()
    typist.type("๑,๕๐๐,๐๐๐")
    typist.tab()
    assert view.form.budget.text() == "1,500,000"
    assert typist.window.focusWidget() is view.form.year
    typist.press(Qt.Key.Key_Down)
    assert "2570" in view.form.year.currentText()
    typist.enter(CTRL)
    made = kept(view, typist, forum, f"{WISH} ระยะที่ 1")
    assert (made.budget, made.year) == (1_500_000, 2027)
    assert made.objective == "เพื่อให้เดินสะดวก"
    assert made.opinion_id is not None


def test_a_new_project_is_typed_and_listed_under_its_strategy(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_N, CTRL)
    typist.type("ท่อระบายน้ำ")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    typist.enter(CTRL)
    typist.enter(CTRL)
    made = kept(view, typist, forum, "ท่อระบายน้ำ")
    plan = typist.window.overview
    assert plan is not None
    assert made.strategy_id == plan.strategies[1].id
    typist.until(lambda: view.lists.projects.records.rowCount() == 2)
    assert [one.title for one in listed(typist, forum)] == ["ลานกีฬา", "ท่อระบายน้ำ"]
    assert typist.said() == typist.window.words("projects.saved", number=made.reference)
    assert view.project == made


def test_a_project_without_a_title_is_refused_and_stays(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    view.form.boxes[ProjectColumn.TARGET].setFocus()
    typist.type("สองแห่ง")
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == typist.window.words("text.empty"))
    assert view.form.boxes[ProjectColumn.TARGET].toPlainText() == "สองแห่ง"
    view.form.title.setFocus()
    typist.type("ลานเด็กเล่น")
    typist.enter(CTRL)
    assert kept(view, typist, forum, "ลานเด็กเล่น").target == "สองแห่ง"


@pytest.mark.parametrize("typed", ["สองแสน", "12.50", "-5"])
def test_a_budget_that_is_no_number_is_told_and_stays(
    view: ProjectsView, typist: Typist, forum: Forum, typed: str
) -> None:
    typist.type("ลานเด็กเล่น")
    view.form.budget.setFocus()
    typist.type(typed)
    typist.enter(CTRL)
    assert typist.said() == typist.window.words("projects.budget_faulty")
    assert view.form.budget.text() == typed
    assert len(listed(typist, forum)) == 1


def test_a_project_is_opened_from_the_list_and_revised(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    open_listed(view, typist)
    assert view.form.budget.text() == "200,000"
    assert typist.window.focusWidget() is view.form.title
    typist.press(Qt.Key.Key_End)
    typist.type(" ชุมชน")
    typist.enter(CTRL)
    kept(view, typist, forum, "ลานกีฬา ชุมชน")
    assert len(listed(typist, forum)) == 1


def test_what_is_half_typed_waits_while_another_project_is_open(
    view: ProjectsView, typist: Typist
) -> None:
    typist.type("ศาลาริมน้ำ")
    open_listed(view, typist)
    assert view.form.title.text() == "ลานกีฬา"
    typist.press(Qt.Key.Key_N, CTRL)
    typist.until(lambda: view.form.title.text() == "ศาลาริมน้ำ")
    assert typist.said() == typist.window.words("drafts.restored")


def test_after_a_restart_the_half_typed_project_is_back(
    window_on: Callable[[], MainWindow], view: ProjectsView, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("ศาลาริมน้ำ")
    view.form.budget.setFocus()
    typist.type("ห้าแสน")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    view = arrive(again)
    again.until(lambda: view.form.title.text() == "ศาลาริมน้ำ")
    assert view.form.budget.text() == "ห้าแสน"


def test_what_was_saved_leaves_no_draft_behind(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    typist.type("ศาลาริมน้ำ")
    typist.enter(CTRL)
    kept(view, typist, forum, "ศาลาริมน้ำ")
    typist.press(Qt.Key.Key_N, CTRL)
    assert view.form.title.text() == ""
    place = view.drafts_place(view.new_project())
    assert look(typist, lambda desk: services.drafts.read_draft(desk, place)) == ""
    assert view.form.title.text() == ""


def test_a_letter_typed_while_it_is_being_saved_stays(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    typist.type("ศาลาริมน้ำ")
    typist.enter(CTRL)
    typist.type("ใหม่")
    made = kept(view, typist, forum, "ศาลาริมน้ำ")
    assert view.form.title.text() == "ศาลาริมน้ำใหม่"
    typist.press(Qt.Key.Key_N, CTRL)
    place = view.drafts_place(view.new_project())
    assert look(typist, lambda desk: services.drafts.read_draft(desk, place)) == ""
    place = view.drafts_place(made)
    assert "ใหม่" in look(typist, lambda desk: services.drafts.read_draft(desk, place))


def test_a_project_is_withdrawn_with_a_reason(
    view: ProjectsView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_Delete, CTRL)
    assert typist.said() == typist.window.words("projects.choose_first")
    open_listed(view, typist)
    typist.press(Qt.Key.Key_Delete, CTRL)
    typist.type("เสนอซ้ำ")
    typist.enter()
    typist.until(lambda: typist.said() == typist.window.words("projects.is_withdrawn"))
    typist.until(lambda: view.lists.projects.records.rowCount() == 0)
    assert listed(typist, forum) == ()
    assert view.form.title.text() == ""


def test_only_years_of_the_plan_are_offered(view: ProjectsView, typist: Typist) -> None:
    years = [view.form.year.itemData(at) for at in range(view.form.year.count())]
    assert years == [None, 2027]
    assert view.form.year.itemText(1) == typist.window.words("projects.year_of", year=2570)


@given(st.integers(0, 10**12), st.booleans(), st.booleans(), st.sampled_from(["", " บาท", ".00"]))
def test_baht_are_read_as_people_write_them(
    baht: int, has_commas: bool, is_thai: bool, after: str
) -> None:
    typed = (f"{baht:,}" if has_commas else f"{baht}") + after
    assert read_baht(to_thai_digits(typed) if is_thai else typed) == baht


@given(st.text(max_size=8))
def test_any_other_budget_is_refused_or_nothing(typed: str) -> None:
    try:
        baht = read_baht(typed)
    except Refusal:
        return
    assert baht is None or baht >= 0


def test_another_language_keeps_what_is_typed(view: ProjectsView, typist: Typist) -> None:
    typist.type("ศาลาริมน้ำ")
    view.form.strategy.setFocus()
    typist.press(Qt.Key.Key_Down)
    typist.window.change_language()
    assert view.form.title.text() == "ศาลาริมน้ำ"
    assert view.form.strategy.currentIndex() == 1
    assert view.form.fields() != {}
    assert unnamed(view) == []


def arrive(typist: Typist) -> ProjectsView:
    """Come to the projects, once the lists are read."""
    view = cast("ProjectsView", come_to(typist, "projects"))
    typist.until(lambda: view.lists.projects.records.rowCount() > 0)
    typist.until(lambda: view.lists.wishes.records.rowCount() > 0)
    return view


def open_listed(view: ProjectsView, typist: Typist) -> None:
    """Open the first project of the list by keys."""
    view.lists.projects.setFocus()
    typist.press(Qt.Key.Key_Home)
    typist.enter()
    typist.until(lambda: view.project is not None and view.project.reference != "")


def listed(typist: Typist, forum: Forum) -> tuple[Proposal, ...]:
    """Return the projects of the file."""
    found: tuple[Proposal, ...] = look(
        typist, lambda desk: services.priorities.list_projects(desk, forum.id)
    )
    return found


def kept(view: ProjectsView, typist: Typist, forum: Forum, title: str) -> Proposal:
    """Return a project of the file, once the form knows that it is kept."""
    typist.until(lambda: view.project is not None and view.project.title == title)
    return next(one for one in listed(typist, forum) if one.title == title)
