"""Pictures of the hall's screen in all its scenes, and of the one who minds it."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from forum_desktop import services
from forum_desktop.records.hall import HallScene
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.ui.hall.canvas import HallCanvas
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.hall.choosing import SCENES
from forum_desktop.ui.meeting.hall.view import HallControl
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.news import Kind
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until
from tests.ui.stages.in_session import in_session

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.services.desk import Desk

_NOTICE = "พัก 15 นาที เชิญรับอาหารว่างด้านหลังห้องประชุม\nเริ่มประชุมต่อเวลา 10.45 น."
_LONG = (
    "ขอให้เทศบาลปรับปรุงถนนซอยหลังวัดถึงหน้าโรงเรียนซึ่งเป็นหลุมเป็นบ่อตลอดสาย น้ำท่วมขังทุกครั้งที่ฝนตก "
    "นักเรียนต้องเดินลุยน้ำไปโรงเรียน รถจักรยานยนต์ล้มแล้วหลายราย ชาวบ้านเคยทำหนังสือแจ้งสองครั้ง "
    "และขอให้ติดตั้งไฟส่องสว่างพร้อมท่อระบายน้ำทั้งสองฝั่งในคราวเดียวกัน"
)
_RANKED = {
    "ก่อสร้างท่อระบายน้ำคอนกรีตเสริมเหล็กพร้อมบ่อพักตลอดซอยหลังวัดถึงหน้าโรงเรียนเทศบาล": 61,
    "ติดตั้งไฟส่องสว่างสาธารณะพลังงานแสงอาทิตย์": 45,
    "ปรับปรุงสนามกีฬาชุมชน": 45,
    "ศูนย์ดูแลผู้สูงอายุกลางวันประจำเขต": 38,
    "อบรมอาชีพเสริมสำหรับแม่บ้าน": 22,
    "กล้องวงจรปิดทางแยกเข้าตลาด": 17,
    "ถังขยะแยกประเภทหน้าชุมชน": 9,
    "ห้องสมุดดิจิทัลสำหรับเยาวชน": 4,
}


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Show every scene: the operator's page, and the picture of the hall as large as it gets."""
    window.visit(PageName.MEETING)
    page = cast("MeetingPage", window.current)
    page.show_view("hall")
    control = cast("HallControl", page.current_view)
    with in_session(window):
        _speak(page)
    for scene in SCENES:
        control.choose(scene)
        if scene is HallScene.NOTICE:
            control.about.notice.setPlainText(_NOTICE)
        until(lambda: control.preview.view() is not None)
        settle(0.3)
        control.take()
        settle(0.2)
        grab(window, folder / f"{name}-8-hall-{scene}.png")
        _pictures(control, window.size(), folder, f"{name}-8-projector-{scene}")
    _stage_states(window, control, folder, name)
    page.message.hide()


def _stage_states(window: MainWindow, control: HallControl, folder: Path, name: str) -> None:
    """Show what the operator sees of a held and of a black screen."""
    control.freeze()
    control.choose(HallScene.STREAM)
    settle(0.3)
    grab(window, folder / f"{name}-8-hall-frozen.png")
    control.freeze()
    control.blank()
    settle(0.2)
    grab(window, folder / f"{name}-8-hall-blank.png")
    control.blank()
    control.bar.turn_window()
    settle(0.2)
    grab(window, folder / f"{name}-8-hall-open.png")
    control.bar.turn_window()


def _pictures(control: HallControl, size: QSize, folder: Path, name: str) -> None:
    """Write what is on air, page by page, as a projector of this size shows it."""
    canvas = HallCanvas(control.words)
    canvas.resize(size)
    canvas.show_view(control.live.view())
    for part in range(canvas.count_parts()):
        canvas.show_view(control.live.view(), part)
        picture = QPixmap(size)
        canvas.render(picture)
        picture.save(str(folder / f"{name}{f'-{part + 1}' if part else ''}.png"))


def _speak(page: MeetingPage) -> None:
    """Let a long opinion be heard, a ranking be held, and somebody have the floor."""
    forum_id = page.forum_id
    done: list[object] = []
    page.act(lambda desk: _happen(desk, forum_id), done.append, Kind.MEETING, Kind.OPINIONS)
    until(lambda: bool(done))


def _happen(desk: "Desk", forum_id: "UUID") -> bool:
    strategy = services.forums.read_overview(desk, forum_id).strategies[1]
    services.opinions.capture_opinion(
        desk,
        forum_id,
        text=_LONG,
        kind=OpinionKind.PROBLEM,
        strategy_id=strategy.id,
        on_behalf_of="ชุมชนตัวอย่างริมคลอง",
    )
    services.priorities.record_ranking(
        desk,
        forum_id,
        title="ลำดับความสำคัญของโครงการด้านโครงสร้างพื้นฐานที่ควรทำก่อนในปีแรกของแผน",
        method=RankingMethod.DOTS,
        points=_RANKED,
        voters=86,
        tie_rule="โครงการที่ประชาชนได้รับประโยชน์มากกว่ามาก่อน",
    )
    newest, *_ = services.opinions.recent_opinions(desk, forum_id)
    services.answering.answer(
        desk,
        newest.id,
        "สำนักช่างรับไปสำรวจพร้อมตัวแทนชุมชน",
        promise="สำรวจแนวท่อระบายน้ำตลอดซอยพร้อมประมาณราคา และแจ้งผลให้ชุมชนทราบก่อนฤดูฝน",
        promised_until=services.forums.read_overview(desk, forum_id).forum.held_on,
    )
    labels = ("ชุมชนตัวอย่างริมคลอง", "กลุ่มสตรีแม่บ้านและผู้ดูแลผู้สูงอายุ", "ผู้ประกอบการ", "สภาเด็กและเยาวชน")
    turns = [services.speakers.ask_for_floor(desk, forum_id, label=label) for label in labels]
    services.speakers.give_floor(desk, turns[0].id)
    return True
