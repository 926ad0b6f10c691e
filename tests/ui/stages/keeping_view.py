"""Pictures of the desk's keeping in its telling states."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.keeping.view import KeepingView
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

_NAME = "ตัวอย่าง นามสมมติ"


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the access log, the passphrase, the paper, and what a person may ask for."""
    window.activateWindow()
    window.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", window.current)
    _keep_some(page)
    page.show_view("keeping")
    view = cast("KeepingView", page.current_view)
    until(lambda: view.log.openings.records.rowCount() > 2 and len(view.paper.unused) > 0)

    def shot(what: str) -> None:
        settle(0.4)
        grab(window, folder / f"{name}-4-keeping-{what}.png")

    shot("a-log")
    for key, what in ((Qt.Key.Key_P, "b-passphrase"), (Qt.Key.Key_U, "c-again")):
        view._take(key)
        shot(what)
        view.leave()
    view.key.handing.begin()
    shot("d-hand-over")
    view.leave()
    view._show_side("rights")
    shot("e-find")
    view.rights.form.lines["name"].setText(_NAME)
    view.rights.form.lines["reason"].setText("เจ้าของข้อมูลขอใช้สิทธิ")
    view.rights.form.go_on()
    until(lambda: view.rights.found.records.rowCount() > 0)
    shot("f-found")
    for letter, what in (("E", "g-copy"), ("C", "h-correct"), ("A", "i-redact"), ("D", "j-erase")):
        view._take(ord(letter))
        shot(what)
    view._show_side("log")
    view._take(ord("W"))
    shot("k-officer")
    view.leave()
    _correct_in_the_register(page)
    settle(0.4)
    grab(window, folder / f"{name}-4-register-z-person.png")
    page.show_view("desk")


def _correct_in_the_register(page: ComplaintsPage) -> None:
    page.show_view("register")
    register = cast("RegisterView", page.current_view)
    until(lambda: register.card.case is not None)
    register.card.amend()


def _keep_some(page: ComplaintsPage) -> None:
    done: list[bool] = []
    assert page.overview is not None
    forum_id, kinds = page.forum_id, page.overview.pack.complaint_kinds
    first, last = _NAME.split()
    told = ComplaintIntake(
        kind=kinds[0].code,
        subject="ไฟฟ้าสาธารณะดับหน้าโรงเรียน",
        facts="ดับมาแล้วสองสัปดาห์",
        title="นาง",
        first_name=first,
        last_name=last,
        phone="0800000001",
    )

    def keep(desk: Desk) -> None:
        acts = services.complaints
        for _ in range(2):
            one = acts.lodge_complaint(desk, forum_id, told)
        acts.name_officer(desk, forum_id, "นางสาวประจำโต๊ะ สมมติ")
        acts.open_identity(desk, one.id, "โทรนัดวันที่ช่างจะเข้าตรวจ")
        acts.find_complaints_of(desk, forum_id, full_name=_NAME, reason="เจ้าของข้อมูลขอทราบ")
        acts.amend_identity(desk, one.id, {"phone": "0800000002"}, "ผู้ร้องแจ้งหมายเลขใหม่")
        acts.reserve_numbers(desk, forum_id, 12)

    page.look_up(keep, lambda _: done.append(True))
    until(lambda: bool(done))
