"""Keys that seal an open case and name other kinds; the ID warning; a draft thrown away."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.db.tables import metadata
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.records.forum import Forum
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.factory import StepClock
from tests.ui.keyboard import CTRL, Typist

WORD, NAME = "เรียกรับเงินทอน", "ลับสมมติ"
INVENTED = "๑-๑๐๐๘-๐๐๔๔๗-๘๙-๙"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def case(forum: Forum, data_dir: Path) -> Complaint:
    """Take in an open case."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    told = ComplaintIntake(
        kind="light", subject=WORD, facts=WORD, level=ComplaintLevel.OPEN, first_name=NAME
    )
    made = services.complaints.lodge_complaint(desk, forum.id, told)
    desk.close()
    return made


@pytest.fixture
def page(typist: Typist) -> ComplaintsPage:
    """Sit before the complaint desk."""
    typist.visit(PageName.COMPLAINTS)
    return cast("ComplaintsPage", typist.window.current)


def register(typist: Typist, page: ComplaintsPage, case: Complaint) -> RegisterView:
    page.show_view("register")
    view = cast("RegisterView", page.current_view)
    view.reload()
    typist.until(lambda: view.card.case is not None and view.card.case.complaint.id == case.id)
    view.go_to_list()
    return view


def everything(data_dir: Path) -> str:
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    with desk.look() as look:
        rows = [look.connection.execute(table.select()).all() for table in metadata.sorted_tables]
    desk.close()
    return repr(rows)


@pytest.fixture
def typist(case: Complaint, typist: Typist) -> Typist:
    """Sit down once the case is kept."""
    assert case
    return typist


def test_an_open_case_is_sealed_by_its_key(
    typist: Typist, page: ComplaintsPage, case: Complaint, data_dir: Path
) -> None:
    view = register(typist, page, case)
    typist.press(Qt.Key.Key_Z)
    typist.enter(CTRL)
    typist.until(lambda: typist.said() == page.words("text.empty"))
    typist.type("เกี่ยวกับเจ้าหน้าที่")
    typist.enter(CTRL)
    typist.until(lambda: view.card.case is not None and view.card.case.complaint.is_sealed)
    assert typist.said() == page.words("evidence_view.seal_done", number=case.reference)
    typist.press(Qt.Key.Key_Z)
    assert typist.said() == page.words("case_register.not_now", number=case.reference)
    typist.window.close()
    assert WORD not in everything(data_dir)


def test_other_kinds_are_chosen_and_kept_with_a_reason(
    typist: Typist, page: ComplaintsPage, case: Complaint
) -> None:
    view = register(typist, page, case)
    typist.press(Qt.Key.Key_K)
    panel = view.card.kinds
    assert panel.kind.hasFocus()
    typist.press(Qt.Key.Key_Down)
    typist.tab()
    typist.tab()
    typist.enter()
    assert typist.said() == page.words("case_register.reason_first")
    typist.type("ผู้ร้องชี้แจง")
    typist.enter()
    typist.until(lambda: view.card.case is not None and view.card.case.complaint.kind == "drain")
    typist.until(lambda: typist.said() != "")
    assert typist.said() == page.words("evidence_view.kinds_done", number=case.reference)


def test_an_id_number_is_warned_of_and_stops_nobody(typist: Typist, page: ComplaintsPage) -> None:
    story = page.desk.story
    story.facts.setFocus()
    typist.type("โทร 081-234-5678 ")
    assert story.id_warning.isHidden()
    typist.type(f"เลขบัตร {INVENTED}")
    assert story.id_warning.isVisible()
    story.facts.clear()
    assert story.id_warning.isHidden()
    typist.visit(PageName.OPINIONS)
    opinions = cast("OpinionsPage", typist.window.current)
    typist.until(opinions.capture.text.hasFocus)
    typist.type(f"ของ {INVENTED}")
    assert opinions.capture.id_warning.isVisible()


def test_a_half_typed_case_is_thrown_away_when_asked_twice(
    typist: Typist, page: ComplaintsPage, data_dir: Path
) -> None:
    desk = page.desk
    desk.story.subject.setFocus()
    typist.type(WORD[::-1])
    desk.person.name.setText(f"นาย{NAME}คนนั้น มากสมมติ")
    desk.drafts.keep_now()
    typist.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert typist.said() == page.words("evidence_view.give_up_sure")
    assert desk.typed()
    typist.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    typist.until(lambda: typist.said() == page.words("evidence_view.given_up"))
    assert not desk.typed()
    typist.window.close()
    told = everything(data_dir)
    assert WORD[::-1] not in told
    assert "มากสมมติ" not in told
