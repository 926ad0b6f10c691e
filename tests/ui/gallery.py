"""Screenshots of every page with an invented forum: `python -m tests.ui.gallery FOLDER`.

Names of stages after the folder (`hall ranking`) take pictures of those parts alone.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).with_name('screens.json')}"
)

from PySide6.QtWidgets import QApplication, QWidget

from forum_desktop import services
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.ui.background import Background
from forum_desktop.ui.complaints.page import ComplaintsPage
from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.wording import Wording
from tests.ui.stages.camera import grab, settle, until

SIZES = ((1366, 768), (1920, 1080))


def populate(data_dir: Path) -> None:
    """Hold the reference forum with invented people."""
    desk = services.start.open_desk(data_dir)
    pack = next(p for p in services.packs.list_packs() if p.key.startswith("khon-kaen"))
    forum = services.rehearsal.hold_reference_forum(desk, pack, size=services.rehearsal.Size.SAMPLE)
    services.forums.rename_station(desk, forum.id, "โต๊ะหน้าห้องประชุม")
    desk.close()


def take(folder: Path, names: Collection[str] = ()) -> None:
    """Write the pictures of both languages and sizes: of the stages named, or of everything."""
    application = QApplication([])
    dress(application)
    dress_widgets(application)
    with tempfile.TemporaryDirectory() as place:
        if not names:
            _take_empty(Path(place) / "empty", folder)
        populate(Path(place) / "full")
        window = open_on(Path(place) / "full")
        for width, height in SIZES:
            window.resize(width, height)
            for _ in range(2):
                _take_all(window, folder, f"{window.words.language}-{width}", names)
                window.change_language()
        window.close()


def _take_empty(data_dir: Path, folder: Path) -> None:
    window = open_on(data_dir)
    until(lambda: not window.grab().isNull())
    settle(0.6)
    grab(window, folder / "th-1366-0-welcome.png")
    window.close()


def open_on(data_dir: Path) -> MainWindow:
    background = Background(lambda: services.start.open_desk(data_dir), data_dir / "reports")
    forums = services.start.glance(data_dir)
    window = MainWindow(Wording(), background, forums)
    window.resize(*SIZES[0])
    window.show()
    until(lambda: window.overview is not None or not forums)
    return window


def _take_all(window: MainWindow, folder: Path, name: str, names: Collection[str]) -> None:
    if not names:
        _take_pages(window, folder, name)
    for stage in stages(names):
        stage(window, folder, name)
    if not names:
        _grab_minutes(window, folder, name)


def _take_pages(window: MainWindow, folder: Path, name: str) -> None:
    for number, page in enumerate(PageName, start=1):
        window.visit(page)
        settle(0.3)
        _stage(window.current)
        settle(0.5)
        grab(window, folder / f"{name}-{number}-{page}.png")


def stages(names: Collection[str]) -> Iterator[Callable[[MainWindow, Path, str], None]]:
    """Yield what puts each part of the window into its telling states."""
    for module in sorted(Path(__file__).with_name("stages").glob("*.py")):
        if not names or module.stem in names:
            found = import_module(f"tests.ui.stages.{module.stem}")
            if hasattr(found, "stage"):
                yield found.stage


def _stage(page: QWidget) -> None:
    if isinstance(page, RegistrationPage):
        desk = page.desk
        desk.box.setText("สม")
        until(lambda: desk.found.records.rowCount() > 0)
        desk.enter()
    if isinstance(page, OpinionsPage):
        until(lambda: page.said.opinions.records.rowCount() > 0)
        page.chips.choose(2)
        page.capture.text.setPlainText("ขอให้เทศบาลซ่อมถนนและติดตั้งไฟส่องสว่างในซอยที่มืดและเกิดอุบัติเหตุบ่อยครั้ง")
    if isinstance(page, ComplaintsPage):
        _lodge(page)
    if isinstance(page, MinutesPage):
        until(lambda: bool(page.preview.drawn_pages()))
    if isinstance(page, ExchangePage):
        page.laptop.check()
        until(page.laptop.check_button.isEnabled)


def _lodge(page: ComplaintsPage) -> None:
    desk = page.desk
    taken = desk.recent.complaints.records
    before = taken.rowCount()
    desk.story.kind.setCurrentIndex(1)
    desk.story.subject.setText("ไฟฟ้าสาธารณะดับสามดวง")
    desk.story.facts.setPlainText("ดับมาแล้วสองสัปดาห์")
    desk.person.name.setText("นายตัวอย่าง สมมติ")
    for _ in range(2):
        desk.go_on()
    until(lambda: taken.rowCount() > before)


def _grab_minutes(window: MainWindow, folder: Path, name: str) -> None:
    window.visit(PageName.MINUTES)
    page = cast("MinutesPage", window.current)
    status, states = page.status, MinutesStatus
    page.editor.open_snippets()
    settle(0.3)
    grab(window, folder / f"{name}-5b-phrases.png")
    page.editor.snippets.close_up()
    page.editor.show_view("format")
    settle(0.5)
    grab(window, folder / f"{name}-5c-format.png")
    page.editor.show_view("texts")
    page.open_documents()
    until(page.export.form.is_ready)
    settle(0.6)
    grab(window, folder / f"{name}-5d-documents.png")
    page.export.form.choose(DocumentKind.RECEIPT)
    settle(0.3)
    grab(window, folder / f"{name}-5e-receipt.png")
    page.export.close_up()
    status.mark_checked()
    until(lambda: status.status() is states.CHECKED)
    status.ask_certify()
    settle(0.3)
    grab(window, folder / f"{name}-5f-certify.png")
    status.certify()
    until(lambda: status.status() is states.CERTIFIED)
    settle(0.8)
    grab(window, folder / f"{name}-5g-certified.png")
    status.ask_reopen()
    status.reopening.reason.setText("พิมพ์จำนวนผู้มาประชุมผิด")
    settle(0.3)
    grab(window, folder / f"{name}-5h-reopen.png")
    status.reopen()
    until(lambda: status.status() is states.DRAFT)


if __name__ == "__main__":
    take(Path(sys.argv[1]), sys.argv[2:])
