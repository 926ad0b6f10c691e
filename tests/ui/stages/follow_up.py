"""Pictures of the follow-up in its telling states."""

from datetime import date, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.follow_up.view import FollowUpView
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

_TASKS = (
    ("ซ่อมไฟสาธารณะหน้าตลาดสดให้สว่างตลอดแนว", "กองช่าง", 3),
    ("ลอกท่อระบายน้ำถนนหลังวัดก่อนฤดูฝน และแจ้งชุมชนล่วงหน้าอย่างน้อยเจ็ดวัน", "กองช่าง", 30),
    ("จัดรถรับส่งผู้สูงอายุไปโรงพยาบาลสัปดาห์ละสองวัน", "กองสวัสดิการสังคม", 12),
    ("ตรวจคุณภาพน้ำประปาชุมชนริมน้ำ", "กองสาธารณสุข", 5),
)


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the list, an order being typed, and what is asked."""
    window.activateWindow()
    window.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", window.current)
    page.show_view("follow_up")
    view = cast("FollowUpView", page.current_view)
    _order_some(page)
    until(lambda: view.rows.records.rowCount() >= len(_TASKS))

    def shot(what: str) -> None:
        settle(0.4)
        grab(window, folder / f"{name}-4-follow-up-{what}.png")

    shot("a-list")
    view.keys.take(Qt.Key.Key_N)
    view.order.task.setText("ปรับปรุงสนามเด็กเล่น")
    shot("b-order")
    view.fold_all()
    view.keys.take(Qt.Key.Key_W)
    shot("c-answer")
    view.fold_all()
    view.keys.take(Qt.Key.Key_O)
    settle(0.4)
    shot("d-carry")
    view.fold_all()


def _order_some(page: ComplaintsPage) -> None:
    done: list[object] = []
    forum_id = page.forum_id

    def job(desk: Desk) -> None:
        if services.assignments.list_assignments(desk, forum_id):
            return
        made = [_ordered(desk, forum_id, *task) for task in _TASKS]
        acts = services.assignments
        acts.acknowledge(desk, made[1], "หัวหน้ากองช่าง (ตัวอย่าง)")
        acts.answer_assignment(desk, made[3], "ตรวจแล้ว อยู่ในเกณฑ์ดี", "กองสาธารณสุข")
        acts.report_assignment(desk, made[3])

    page.act(job, done.append)
    until(lambda: bool(done))
    page.current_view.reload()


def _ordered(desk: Desk, forum_id: UUID, task: str, unit: str, days: int) -> UUID:
    due = desk.clock().date() + timedelta(days=days)
    assert due > date.min
    return services.assignments.assign(
        desk,
        forum_id,
        task=task,
        ordered_by="นายกเทศมนตรี (ตัวอย่าง)",
        to_officer="หัวหน้ากอง (ตัวอย่าง)",
        unit=unit,
        due_on=due,
    ).id
