"""Evidence by keys: added, dropped, seen large, saved, withdrawn; refused in a sentence."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from forum_desktop import services
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.forum import Forum
from forum_desktop.records.sealed import AccessKind
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.complaints.register.evidence import EvidencePanel
from forum_desktop.ui.complaints.register.view import RegisterView
from forum_desktop.ui.pages import PageName
from tests.factory import StepClock
from tests.services import evidence_files as files
from tests.ui.keyboard import CTRL, NONE, Typist

STICK = "สมชายถ่ายเอง"
"""Files are called after people; that name is kept nowhere."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Bring a stick with honest files and others."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for name, content in {
        f"{STICK}.jpg": files.photo(640, 480),
        "two.png": files.photo(200, 100, kind="PNG"),
        "plan.pdf": files.pdf(),
        "voice.wav": files.wav(),
        "program.jpg": b"MZ" + b"\0" * 200,
        "cut.jpg": files.photo()[:200],
    }.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def case(forum: Forum, data_dir: Path) -> Complaint:
    """Take in a case that anybody may read."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    told = ComplaintIntake(
        kind="light", subject="ไฟดับ", facts="สามคืน", level=ComplaintLevel.ANONYMOUS
    )
    made = services.complaints.lodge_complaint(desk, forum.id, told)
    desk.close()
    return made


@pytest.fixture
def typist(case: Complaint, typist: Typist) -> Typist:
    """Sit down once the case is kept."""
    assert case
    return typist


@pytest.fixture
def view(typist: Typist) -> RegisterView:
    """Sit before the register with the case in hand."""
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    page.show_view("register")
    shown = cast("RegisterView", page.current_view)
    typist.until(lambda: shown.card.case is not None)
    return shown


@pytest.fixture
def panel(typist: Typist, view: RegisterView) -> EvidencePanel:
    """Open the evidence of the case by its key."""
    view.go_to_list()
    typist.press(Qt.Key.Key_E)
    shown = view.card.evidence
    typist.until(shown.isVisible)
    return shown


def choosing(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Let the dialog of the system answer with files."""
    chosen = ([str(path) for path in paths], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)


def saving_to(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[str]:
    """Let the dialog of the system answer with a place; return the names it is offered."""
    offered: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def drop(on: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(4, 4), copy, data, button, NONE)
    QCoreApplication.sendEvent(on, entered)
    assert entered.isAccepted()
    QCoreApplication.sendEvent(on, QDropEvent(QPoint(4, 4), copy, data, button, NONE))


def kept(data_dir: Path, complaint: Complaint) -> tuple[Evidence, ...]:
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    found = services.evidence.list_evidence(desk, complaint.id)
    desk.close()
    return found


def add_by_dialog(
    typist: Typist, panel: EvidencePanel, monkeypatch: pytest.MonkeyPatch, *paths: Path
) -> None:
    before = len(panel.shelf.pieces)
    choosing(monkeypatch, *paths)
    typist.press(Qt.Key.Key_A)
    typist.until(lambda: len(panel.shelf.pieces) == before + len(paths))


def test_photos_and_files_are_added_and_listed_by_kind(
    typist: Typist, panel: EvidencePanel, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist.until(panel._none.isVisible)
    names = (f"{STICK}.jpg", "two.png", "plan.pdf", "voice.wav")
    add_by_dialog(typist, panel, monkeypatch, *(stick / name for name in names))
    typist.until(lambda: "4" in panel._count.said())
    kinds = [panel.shelf.item(at).text() for at in range(4)]
    words = panel.words
    for line, kind in zip(kinds, ("photo", "photo", "document", "sound"), strict=True):
        assert words(f"evidence_view.kind.{kind}") in line
        assert STICK not in line
    assert [not piece.small.isNull() for piece in panel.shelf.pieces] == [True, True, False, False]
    assert panel.shelf.hasFocus()


def test_dropped_files_are_taken_and_every_refusal_is_told(
    typist: Typist, panel: EvidencePanel, stick: Path
) -> None:
    gone = stick / "gone.jpg"
    drop(panel, stick / "two.png", stick / "program.jpg", stick / "cut.jpg", gone)
    typist.until(lambda: len(panel.shelf.pieces) == 1 and not panel.adding.is_running)
    told = panel.adding.refused.said()
    for name, key in (
        ("program.jpg", "evidence.program"),
        ("cut.jpg", "evidence.damaged_photo"),
        ("gone.jpg", "evidence.not_found"),
    ):
        assert f"{name}: {panel.words(key)}" in told
    assert typist.said() == panel.words("evidence_view.added_some", count=1, of=4)


def test_five_hundred_files_end_at_twenty_with_one_sentence(
    typist: Typist, panel: EvidencePanel, stick: Path
) -> None:
    many = []
    for number in range(500):
        path = stick / f"{number}.txt"
        path.write_text(f"ข้อความ {number}", encoding="utf-8")
        many.append(path)
    drop(panel, *many)
    typist.until(lambda: not panel.adding.is_running and len(panel.shelf.pieces) == 20)
    told = panel.adding.refused.said().splitlines()
    assert len(told) == 1
    assert "477" in told[0]


def test_a_photo_is_seen_large_and_left_by_esc(
    typist: Typist, panel: EvidencePanel, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = (f"{STICK}.jpg", "plan.pdf", "two.png")
    add_by_dialog(typist, panel, monkeypatch, *(stick / name for name in names))
    typist.enter()
    typist.until(panel.large.isVisible)
    assert (panel.large.image.width(), panel.large.image.height()) == (640, 480)
    typist.press(Qt.Key.Key_Right)
    typist.until(lambda: panel.large.image.width() == 200)
    typist.press(Qt.Key.Key_Escape)
    assert panel.large.isHidden()
    assert panel.large.image.isNull()
    assert panel.shelf.hasFocus()
    panel.shelf.setCurrentRow(1)
    typist.enter()
    assert typist.said() == panel.words("evidence_view.only_photos")
    typist.press(Qt.Key.Key_Escape)
    assert panel.card.task is None


def test_the_curtain_takes_a_large_picture_away(
    typist: Typist, panel: EvidencePanel, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_by_dialog(typist, panel, monkeypatch, stick / "two.png")
    typist.enter()
    typist.until(panel.large.isVisible)
    typist.press(Qt.Key.Key_F12)
    assert panel.large.isHidden()
    assert panel.large.image.isNull()


def test_a_copy_is_saved_under_a_name_that_names_nobody(
    typist: Typist,
    panel: EvidencePanel,
    stick: Path,
    case: Complaint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_by_dialog(typist, panel, monkeypatch, stick / f"{STICK}.jpg")
    offered = saving_to(monkeypatch, stick / "copy")
    typist.press(Qt.Key.Key_S)
    typist.until((stick / "copy.jpg").exists)
    assert offered == [f"{case.reference}-1.jpg"]
    assert files.GPS_WORDS not in (stick / "copy.jpg").read_bytes()


def test_a_stick_pulled_out_while_saving_is_told(
    typist: Typist, panel: EvidencePanel, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_by_dialog(typist, panel, monkeypatch, stick / "two.png")
    saving_to(monkeypatch, stick / "no such folder" / "copy.png")
    typist.press(Qt.Key.Key_S)
    typist.until(lambda: "copy.png" in typist.said())
    assert len(panel.shelf.pieces) == 1


def test_a_piece_is_withdrawn_with_a_reason_and_stays_listed(
    typist: Typist,
    panel: EvidencePanel,
    stick: Path,
    case: Complaint,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_by_dialog(typist, panel, monkeypatch, stick / "two.png")
    typist.press(Qt.Key.Key_W)
    typist.enter(CTRL)
    assert typist.said() == panel.words("evidence_view.reason_first")
    typist.type("ส่งภาพผิด")
    typist.enter(CTRL)
    typist.until(lambda: any(one.evidence.withdrawn_at for one in panel.shelf.pieces))
    assert "ส่งภาพผิด" in panel.shelf.item(0).text()
    assert panel.shelf.hasFocus()
    typist.press(Qt.Key.Key_W)
    assert typist.said() == panel.words("evidence.is_withdrawn")
    typist.window.close()
    assert [one.withdrawn for one in kept(data_dir, case)] == ["ส่งภาพผิด"]


def test_what_is_sealed_asks_why_before_it_is_seen(
    typist: Typist,
    view: RegisterView,
    stick: Path,
    forum: Forum,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Complaint] = []
    told = ComplaintIntake(
        kind="light",
        subject="ก",
        facts="ก",
        level=ComplaintLevel.ANONYMOUS,
        is_sealed=True,
    )
    view.page.look_up(
        lambda desk: services.complaints.lodge_complaint(desk, forum.id, told), made.append
    )
    typist.until(lambda: bool(made))
    view.reload()
    typist.until(lambda: view.cases.records.rowCount() == 2)
    view.cases.choose(0)
    typist.until(lambda: view.card.case is not None and view.card.case.complaint.is_sealed)
    view.go_to_list()
    typist.press(Qt.Key.Key_E)
    panel = view.card.evidence
    typist.until(panel.isVisible)
    add_by_dialog(typist, panel, monkeypatch, stick / f"{STICK}.jpg")
    assert panel.shelf.pieces[0].small.isNull()
    typist.enter()
    assert typist.said() == panel.words("evidence_view.opening_first")
    assert panel.why.reason.hasFocus()
    typist.type("ตรวจสำนวน")
    typist.enter()
    typist.until(panel.large.isVisible)
    assert panel.large.timer.isActive()
    panel.large.timer.timeout.emit()  # a minute is over
    assert panel.large.isHidden()
    typist.window.close()
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    opened = services.complaints.who_opened(desk, made[0].id)
    desk.close()
    assert [(one.what, one.reason) for one in opened] == [(AccessKind.CASE, "ตรวจสำนวน")]


def test_the_desk_adds_to_the_complaint_taken_in_last(
    typist: Typist,
    stick: Path,
    case: Complaint,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typist.visit(PageName.COMPLAINTS)
    page = cast("ComplaintsPage", typist.window.current)
    page.show_view("desk")
    choosing(monkeypatch, stick / "two.png", stick / "program.jpg")
    typist.press(Qt.Key.Key_O, CTRL)
    assert not page.desk.receipt.adding.is_running
    page.desk.receipt.show_complaint(case)
    typist.press(Qt.Key.Key_O, CTRL)
    receipt = page.desk.receipt
    typist.until(lambda: "program.jpg" in receipt.adding.refused.said())
    drop(receipt, stick / "voice.wav")
    typist.until(lambda: typist.said() == page.words("evidence_view.added", count=1))
    typist.window.close()
    assert len(kept(data_dir, case)) == 2
