"""Pictures of the register of complaints in its telling states."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel, ComplaintState
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

_STORY = (
    "ไฟฟ้าสาธารณะในซอยดับมาแล้วสองสัปดาห์ เด็กนักเรียนเดินกลับบ้านตอนค่ำไม่เห็นทาง "
    "เคยแจ้งด้วยวาจาไปแล้วหนึ่งครั้ง ขอให้ส่งช่างมาตรวจและแจ้งวันที่จะซ่อมให้ชุมชนทราบ"
)
_OWNER = "นางตัวอย่าง สมมติ"


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the list, a case with a history, and the tasks that its keys begin."""
    window.activateWindow()
    window.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", window.current)
    _keep_some(page)
    page.show_view("register")
    view = cast("RegisterView", page.current_view)
    until(lambda: view.card.case is not None)
    until(lambda: any(row.complaint.owner for row in view.cases.records.rows()))

    def shot(what: str) -> None:
        settle(0.4)
        grab(window, folder / f"{name}-4-register-{what}.png")

    _choose(view, lambda row: len(row.complaint.owner) > 0)
    shot("a-case")
    view.card.acts.take(Qt.Key.Key_B)
    shot("b-reopen")
    view.card.close_task()
    _choose(view, lambda row: row.complaint.state is ComplaintState.RECEIVED and _is_plain(row))
    for key, what in (("S", "c-send"), ("L", "d-link"), ("P", "e-plan"), ("C", "f-correct")):
        view.card.acts.take(ord(key))
        shot(what)
        view.card.close_task()
    _stage_opening(view, shot)
    view.filters.search.setText("ไม่มีคำนี้")
    until(lambda: view.cases.records.rowCount() == 0)
    shot("i-nothing")
    view.filters.clear()
    page.show_view("desk")


def _stage_opening(view: RegisterView, shot: Callable[[str], None]) -> None:
    view.card.acts.take(Qt.Key.Key_O)
    view.card.opening.reason.setText("โทรนัดวันที่ช่างจะเข้าตรวจ")
    view.card.keep()
    until(lambda: view.card.opening.shown() != "")
    shot("g-opened")
    view.card.close_task()
    _choose(view, lambda row: row.complaint.is_sealed)
    shot("h-sealed")


def _choose(view: RegisterView, fits: Callable[..., bool]) -> None:
    rows = view.cases.records.rows()
    view.cases.choose(next(at for at, row in enumerate(rows) if fits(row)))
    until(lambda: view.card.case is not None)


def _is_plain(row: object) -> bool:
    complaint = row.complaint  # type: ignore[attr-defined]
    return complaint.level is ComplaintLevel.OPEN and not complaint.is_sealed


def _keep_some(page: ComplaintsPage) -> None:
    done: list[bool] = []
    assert page.overview is not None
    forum_id, kinds = page.forum_id, page.overview.pack.complaint_kinds
    told = ComplaintIntake(
        kind=kinds[0].code,
        subject="ไฟฟ้าสาธารณะดับสามดวงหน้าโรงเรียน",
        facts=_STORY,
        wanted="ซ่อมไฟและแจ้งกำหนด",
        community=page.overview.pack.communities[0].name,
        place="ซอย 5",
        landmark="หน้าโรงเรียน",
        since="ต้นเดือนนี้",
        affected="นักเรียนและผู้สูงอายุในซอย",
        title="นาย",
        first_name="ตัวอย่าง",
        last_name="สมมติ",
        phone="0800000000",
    )

    def keep(desk: Desk) -> None:
        acts = services.complaints
        first = acts.lodge_complaint(desk, forum_id, told)
        acts.send_to(desk, first.id, "กองช่าง", owner=_OWNER)
        reason = "ซ่อมแล้วสามดวง ผู้ร้องรับทราบ"
        acts.take_step(desk, first.id, ComplaintState.NOTED, reason=reason, owner=_OWNER)
        sealed = replace(told, subject="เรื่องเจ้าหน้าที่", is_sealed=True, urgency=1)
        acts.lodge_complaint(desk, forum_id, sealed)
        acts.lodge_complaint(desk, forum_id, replace(told, subject="ไฟกระพริบ", urgency=2))
        acts.lodge_complaint(desk, forum_id, told)

    page.look_up(keep, lambda _: done.append(True))
    until(lambda: bool(done))
