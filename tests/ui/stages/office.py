"""Pictures of headquarters: its key is asked, nothing there yet, a report, what a search found."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from forum_desktop import services
from forum_desktop.records.headquarters import OfficePlace
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.office.page import OfficePage
from forum_desktop.ui.pages import PageName
from tests.factory import make_pack
from tests.ui.stages.camera import grab, settle, until

_SAID = ("ถนนหน้าตลาดน้ำท่วมทุกครั้งที่ฝนตก", "ขอไฟทางในซอยโรงเรียน", "ขอสวนสาธารณะใกล้บ้าน")


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the page in its telling states."""
    window.visit(PageName.OFFICE)
    page = cast("OfficePage", window.current)
    settle(0.4)
    grab(window, folder / f"{name}-8-office-key.png")
    with TemporaryDirectory() as made:
        place = Path(made)
        files = _sent(place)
        page.open_place(OfficePlace(key_file=place / "hq.key"))
        until(lambda: page.is_open)
        settle(0.4)
        grab(window, folder / f"{name}-8-office-first.png")
        page.take_in(files)
        until(lambda: page.table.records.rowCount() > len(files))
        settle(0.4)
        grab(window, folder / f"{name}-8-office-attendance.png")
        page.typed.setText("น้ำท่วม")
        page.search()
        until(lambda: page.table.records.columnCount() == 3)
        settle(0.4)
        grab(window, folder / f"{name}-8-office-found.png")


def _sent(place: Path) -> Sequence[Path]:
    keys = services.headquarters.make_keys(place / "hq.key")
    files = []
    for number in range(1, 5):
        pack = replace(make_pack(), code=f"ตย{number}", hq_recipient=keys.recipient)
        with closing(Desk.open(place / f"laptop{number}")) as desk:
            forum = services.forums.create_forum(desk, pack)
            for text in _SAID:
                services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)
            files.append(place / f"{number}.forumbundle")
            services.exchange.write_bundle(desk, forum.id, files[-1])
    return files
