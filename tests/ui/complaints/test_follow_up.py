"""Follow-up: ordered, acknowledged, answered, reported; withdrawn; slips; taken over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.assignment import (
    Assignment,
    AssignmentShow,
    AssignmentSource,
    AssignmentState,
)
from forum_desktop.records.complaint import Complaint, ComplaintIntake
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.follow_up.view import FollowUpView
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.pages import PageName
from tests.factory import StepClock, make_pack
from tests.ui.keyboard import ALT, CTRL, Typist

TASK, NAME, WORDS = "ซ่อมไฟหน้าตลาด", "สุดยอด", "เรียกรับเงิน"


def at_work(data_dir: Path) -> Desk:
    return services.start.open_desk(data_dir, "tester", StepClock())


@pytest.fixture
def said(forum: Forum, data_dir: Path) -> Opinion:
    desk = at_work(data_dir)
    opinion = services.opinions.capture_opinion(
        desk, forum.id, text="ขอไฟหน้าตลาด", kind=OpinionKind.NEED
    )
    desk.close()
    return opinion


@pytest.fixture
def sealed(forum: Forum, data_dir: Path) -> Complaint:
    desk = at_work(data_dir)
    told = ComplaintIntake(
        kind="light", subject=WORDS, facts=WORDS, first_name="ลับ", last_name=NAME, is_sealed=True
    )
    made = services.complaints.lodge_complaint(desk, forum.id, told)
    desk.close()
    return made


@pytest.fixture
def typist(said: Opinion, sealed: Complaint, typist: Typist) -> Typist:
    """Sit down once both are kept."""
    assert said.reference != sealed.reference
    return typist


@pytest.fixture
def view(typist: Typist) -> FollowUpView:
    """Sit before the empty list."""
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    page.show_view("follow_up")
    made = cast("FollowUpView", page.current_view)
    typist.until(made.rows.hasFocus)
    return made


def known(view: FollowUpView) -> tuple[Assignment, ...]:
    return tuple(row.assignment for row in view.rows.records.rows())


def chosen(view: FollowUpView) -> Assignment:
    row = view.rows.chosen()
    assert row is not None
    return cast("Assignment", row.assignment)


def fill(typist: Typist, *answers: str) -> None:
    """Answer field after field; Enter leads on."""
    for answer in answers:
        if answer:
            typist.type(answer)
        typist.enter()


def order(typist: Typist, view: FollowUpView, source: str = "", task: str = TASK) -> Assignment:
    """Order something by the keyboard alone, as many keys as an officer needs."""
    before = {item.id for item in known(view)}
    typist.press(Qt.Key.Key_N)
    typist.until(view.order.task.hasFocus)
    fill(typist, task, "", "กองช่าง", "30/11/2599", "นายกเทศมนตรี")
    typist.until(view.order.source.hasFocus)
    fill(typist, source)
    typist.until(lambda: bool({item.id for item in known(view)} - before))
    # What is offered under a field is a window of its own, which this screen leaves in front.
    typist.window.activateWindow()
    return next(item for item in known(view) if item.id not in before)


def ask(typist: Typist, view: FollowUpView, key: Qt.Key, name: str, *answers: str) -> None:
    typist.press(key)
    typist.until(view.folds[name].isVisible)
    lines = [line for line in view.folds[name].lines.values() if line.isVisible()]
    for line in reversed(lines):
        line.clear()
        line.setFocus()
    fill(typist, *answers)


def reaches(view: FollowUpView, state: AssignmentState) -> Callable[[], bool]:
    return lambda: bool(known(view)) and chosen(view).state is state


def test_an_order_goes_its_whole_way_by_keys(typist: Typist, view: FollowUpView) -> None:
    made = order(typist, view)
    assert (made.task, made.unit, made.ordered_by) == (TASK, "กองช่าง", "นายกเทศมนตรี")
    assert made.due_on == date(2056, 11, 30)
    assert made.source is AssignmentSource.MEETING
    typist.until(view.rows.hasFocus)
    ask(typist, view, Qt.Key.Key_A, "acknowledge", "หัวหน้ากองช่าง")
    typist.until(reaches(view, AssignmentState.ACKNOWLEDGED))
    assert not view.keys.buttons[Qt.Key.Key_R].isEnabled(), "nothing to report yet"
    ask(typist, view, Qt.Key.Key_W, "answer", "เปลี่ยนหลอดแล้ว", "กองช่าง")
    typist.until(reaches(view, AssignmentState.ANSWERED))
    ask(typist, view, Qt.Key.Key_R, "report", "")
    typist.until(reaches(view, AssignmentState.REPORTED))
    assert chosen(view).report == "เปลี่ยนหลอดแล้ว"
    assert not any(
        view.keys.buttons[key].isEnabled() for key in (Qt.Key.Key_W, Qt.Key.Key_C, Qt.Key.Key_X)
    )
    typist.press(Qt.Key.Key_1 + list(AssignmentShow).index(AssignmentShow.OPEN), modifiers=ALT)
    typist.until(lambda: known(view) == ())


def test_it_comes_from_an_opinion_or_a_sealed_case_by_its_number(
    typist: Typist, view: FollowUpView, said: Opinion, sealed: Complaint
) -> None:
    from_opinion = order(typist, view, source=said.reference)
    assert (from_opinion.source, from_opinion.source_id) == (AssignmentSource.OPINION, said.id)
    typist.until(view.rows.hasFocus)
    from_case = order(typist, view, source=sealed.reference, task="")
    assert from_case.is_sealed
    typist.until(lambda: chosen(view).id == from_case.id)
    ask(typist, view, Qt.Key.Key_W, "answer", "กองช่าง")
    typist.until(reaches(view, AssignmentState.ANSWERED))
    shown = " ".join(
        (view.card._task.said(), *(str(view.rows.records.index(at).data()) for at in range(2)))
    )
    assert sealed.reference in shown
    assert WORDS not in shown
    assert [line.text for line in view.promises.records.rows()] == [TASK]


def test_a_mistyped_number_is_told_and_nothing_typed_is_lost(
    typist: Typist, view: FollowUpView, sealed: Complaint
) -> None:
    wrong = sealed.reference[:-1] + ("A" if sealed.reference[-1] != "A" else "B")
    typist.press(Qt.Key.Key_N)
    typist.until(view.order.task.hasFocus)
    fill(typist, TASK, "", "กองช่าง", "", "นายก")
    fill(typist, wrong)
    typist.until(view.page.message.isVisible)
    assert view.order.isVisible()
    assert (view.order.task.text(), view.order.source.text()) == (TASK, wrong)
    assert known(view) == ()


def test_it_is_put_right_and_withdrawn_with_a_reason(typist: Typist, view: FollowUpView) -> None:
    made = order(typist, view)
    typist.until(view.rows.hasFocus)
    typist.press(Qt.Key.Key_C)
    typist.until(view.order.task.hasFocus)
    view.order.task.selectAll()
    typist.type("ซ่อมไฟทั้งซอย")
    typist.enter(CTRL)
    typist.until(lambda: chosen(view).task == "ซ่อมไฟทั้งซอย")
    assert (chosen(view).number, chosen(view).due_on) == (made.number, made.due_on)
    typist.until(view.rows.hasFocus)
    ask(typist, view, Qt.Key.Key_X, "withdraw", "ทำไปแล้ว")
    typist.until(reaches(view, AssignmentState.WITHDRAWN))
    assert chosen(view).withdrawn == "ทำไปแล้ว"


def test_slip_and_list_are_written(typist: Typist, view: FollowUpView, tmp_path: Path) -> None:
    made = order(typist, view)
    view.acts.write_slip(made, tmp_path / "slip.pdf")
    view.acts.write_list(tmp_path / "list.pdf")
    typist.until((tmp_path / "list.pdf").exists)
    for name in ("slip.pdf", "list.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")


def test_what_an_earlier_forum_left_open_is_taken_over(
    typist: Typist, view: FollowUpView, data_dir: Path
) -> None:
    made = order(typist, view)
    window = typist.window
    opened: list[UUID] = []

    def begin_another(desk: Desk) -> Forum:
        return services.forums.create_forum(desk, replace(make_pack(), code="NEXT"))

    view.page.act(begin_another, lambda forum: opened.append(forum.id))
    typist.until(lambda: bool(opened))
    window.open_forum(opened[0])
    typist.until(lambda: view.overview.forum.id == opened[0])
    typist.visit(PageName.COMPLAINTS)
    typist.until(view.rows.hasFocus)
    assert known(view) == ()
    typist.press(Qt.Key.Key_O)
    typist.until(view.carry.forums.hasFocus)
    typist.enter()
    typist.until(lambda: len(known(view)) == 1)
    assert (chosen(view).number, chosen(view).carried_from) == (made.number, made.id)
