"""Pictures of the evidence of a case, of sealing it later, and of the warning of an ID number."""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PIL import Image, ImageDraw
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.services.desk import Desk
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.services import evidence_files as files
from tests.ui.stages.camera import grab, settle, until

_INVENTED = "1-1008-00447-89-9"


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the list, refusals, a large picture, a sealed case, and the questions of sealing."""
    window.activateWindow()
    window.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", window.current)

    def shot(what: str) -> None:
        settle(0.4)
        grab(window, folder / f"{name}-4-evidence-{what}.png")

    with tempfile.TemporaryDirectory() as stick:
        paths = _files(Path(stick))
        plain, sealed = _keep(page, paths)
        _stage_desk(page, plain, paths, shot)
        page.show_view("register")
        view = cast("RegisterView", page.current_view)
        _open(view, plain)
        shot("a-list")
        view.card.evidence.add(paths[-2:])
        until(lambda: not view.card.evidence.adding.is_running)
        shot("b-refused")
        view.card.evidence.shelf.setCurrentRow(0)
        view.card.evidence.see()
        until(view.card.evidence.large.isVisible)
        shot("c-large")
        view.card.evidence.large.go_back()
        view.card.evidence.ask_to_withdraw()
        shot("d-withdraw")
        view.card.close_task()
        for key, what in (("K", "e-kinds"), ("Z", "f-seal")):
            view.card.acts.take(ord(key))
            shot(what)
            view.card.close_task()
        _open(view, sealed)
        shot("g-sealed")
        view.card.close_task()
    page.show_view("desk")


def _stage_desk(
    page: ComplaintsPage, number: str, paths: tuple[Path, ...], shot: Callable[[str], None]
) -> None:
    page.show_view("desk")
    desk, done = page.desk, list[Complaint]()
    forum_id = page.forum_id
    find = services.complaints.find_complaint
    page.look_up(lambda look: find(look, forum_id, number), done.append)
    until(lambda: bool(done))
    desk.receipt.show_complaint(done[0])
    desk.receipt.adding.add(done[0].id, paths[-1:])
    until(lambda: not desk.receipt.adding.is_running)
    desk.story.subject.setText("เพื่อนบ้านถูกแอบอ้างชื่อ")
    desk.story.facts.setPlainText(f"ผู้ร้องแจ้งว่ามีผู้นำเลขบัตร {_INVENTED} ไปใช้ลงทะเบียน")
    shot("h-desk")
    desk.give_up()
    desk.give_up()
    until(lambda: not desk.typed())


def _open(view: RegisterView, number: str) -> None:
    until(lambda: any(row.complaint.reference == number for row in view.cases.records.rows()))
    rows = view.cases.records.rows()
    view.cases.choose(next(at for at, row in enumerate(rows) if row.complaint.reference == number))
    until(lambda: view.card.case is not None and view.card.case.complaint.reference == number)
    view.card.acts.take(int(Qt.Key.Key_E))
    until(lambda: len(view.card.evidence.shelf.pieces) > 0)


def _files(folder: Path) -> tuple[Path, ...]:
    made = {
        "a.jpg": _street(),
        "b.jpg": _street(night=True),
        "c.pdf": files.pdf(),
        "d.wav": files.wav(3),
        "e.mp4": files.film(),
        "รูปจากโทรศัพท์.heic": b"\0\0\0\x18ftypheic" + b"\0" * 200,
        "program.jpg": b"MZ" + b"\0" * 400,
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in made)


def _street(*, night: bool = False) -> bytes:
    """Draw a street with its lamps: nobody's photo."""
    sky, road = ((18, 26, 48), (40, 44, 52)) if night else ((160, 200, 232), (120, 120, 118))
    image = Image.new("RGB", (1600, 1200), sky)
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 1200), (1600, 1200), (980, 560), (620, 560)], fill=road)
    for at, lit in ((200, not night), (420, False), (1150, False), (1380, night)):
        draw.rectangle((at, 260, at + 16, 1000), fill=(70, 70, 74))
        draw.ellipse((at - 34, 200, at + 50, 284), fill=(255, 226, 120) if lit else (90, 90, 92))
    target = io.BytesIO()
    image.save(target, "JPEG", quality=85)
    return target.getvalue()


def _keep(page: ComplaintsPage, paths: tuple[Path, ...]) -> tuple[str, str]:
    done: list[str] = []
    assert page.overview is not None
    forum_id, kinds = page.forum_id, page.overview.pack.complaint_kinds

    def keep(desk: Desk) -> None:
        for is_sealed in (False, True):
            told = ComplaintIntake(
                kind=kinds[0].code,
                subject="ไฟฟ้าสาธารณะดับสามดวงหน้าโรงเรียน",
                facts="ดับมาแล้วสองสัปดาห์",
                level=ComplaintLevel.ANONYMOUS,
                is_sealed=is_sealed,
            )
            made = services.complaints.lodge_complaint(desk, forum_id, told)
            adds = services.evidence.add_evidence
            kept = [
                adds(desk, made.id, path, name="" if at else "หน้าโรงเรียน")
                for at, path in enumerate(paths[: 3 if is_sealed else 5])
            ]
            services.evidence.withdraw_evidence(desk, kept[2].id, "ผู้ร้องส่งผิดแฟ้ม")
            done.append(made.reference)

    page.look_up(keep, lambda _: None)
    until(lambda: len(done) == 2)
    return done[0], done[1]
