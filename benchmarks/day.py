"""A day of eight hours in one window: `python -m benchmarks.day`.

Every hour people are registered, opinions taken down, a complaint lodged, every page and view
visited, the language changed and a copy made, as in the hall but without the pauses. What the
process holds after the eighth hour is compared with what it held after the first; then the window
is left alone, page by page, and the share of one processor that it takes is measured.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from benchmarks.figures import Figure
from forum_desktop.scratch import scratch

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.main_window import MainWindow

HOURS, PEOPLE, OPINIONS = 8, 120, 200
GROWTH, IDLE = 1.1, 1.0
"""Memory after the last hour in the first hour's; percent of one processor while nobody types."""
_IDLE_SECONDS = 6.0
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def measure() -> Iterator[Figure]:
    """Yield the figures of a day, held in a process of its own."""
    with scratch() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "benchmarks.day", str(folder)]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    hours, idle = ended.stdout.split("\n")[:2]
    held = [float(one) for one in hours.split()]
    print(f"  megabytes by hours: {hours}")
    yield Figure(
        name="memory after eight hours beside the first",
        value=held[-1],
        baseline=held[0],
        unit="MB",
        bound=GROWTH,
    )
    worst = max(float(one) for one in idle.split())
    yield Figure(name="idle processor, the worst page", value=worst, unit="%", bound=IDLE)


def _hold(folder: Path) -> None:
    """Hold the day; print the megabytes after each hour, and the idle share of each page."""
    from PySide6.QtWidgets import QApplication

    from forum_desktop import services
    from forum_desktop.app import build
    from forum_desktop.wording import Wording

    desk = services.start.open_desk(folder)
    pack = services.packs.find_pack("khon-kaen-2565")
    forum_id = services.forums.create_forum(desk, pack).id
    desk.close()
    application = QApplication([])
    window = build(folder, Wording("th"), application)
    window.show()
    _until(lambda: window.overview is not None)
    print(*(_hour(window, forum_id, hour) for hour in range(HOURS)), flush=True)
    print(*_idle_shares(window), flush=True)
    window.close()


def _hour(window: "MainWindow", forum_id: "UUID", hour: int) -> str:
    from forum_desktop.ui.news import Kind

    _act(window, lambda desk: _work(desk, forum_id, hour))
    window.news.announce(*Kind)
    for _ in range(3):
        for _ in _views(window):
            _settle(window)
    window.change_language()
    _act(window, lambda desk: desk.actor)
    window.change_language()
    _settle(window)
    _wait(0.5)  # a loop that waits also deletes what the window let go of
    return f"{_resident():.1f}"


def _work(desk: "Desk", forum_id: "UUID", hour: int) -> bool:
    from forum_desktop import services
    from forum_desktop.records.opinion import OpinionKind

    for number in range(PEOPLE):
        services.registration.register_walk_in(
            desk,
            forum_id,
            full_name=f"สมมติ{hour} ตัวอย่างที่{number}",
            sector="people",
        )
    for number in range(OPINIONS):
        services.opinions.capture_opinion(
            desk, forum_id, text=f"ขอให้ซ่อมถนนสายที่ {hour}-{number}", kind=OpinionKind.NEED
        )
    services.backups.make_backup(desk)
    return True


def _views(window: "MainWindow") -> Iterator[None]:
    from forum_desktop.ui.pages import PageName
    from forum_desktop.ui.viewed import ViewedPage

    for name in PageName:
        window.visit(name)
        page = window.current
        for sign in page.signs if isinstance(page, ViewedPage) else ():
            cast("ViewedPage", page).show_view(sign.name)
            yield
        yield
        _wait(0.02)


def _idle_shares(window: "MainWindow") -> Iterator[str]:
    from forum_desktop.ui.pages import PageName

    for name in PageName:
        window.visit(name)
        _settle(window)
        _wait(1.5)  # what was asked for is painted, and kept from being asked again
        begun, used = time.perf_counter(), time.process_time()
        _wait(_IDLE_SECONDS)
        share = (time.process_time() - used) / (time.perf_counter() - begun)
        yield f"{share * 100:.2f}"


def _wait(seconds: float) -> None:
    """Let the window wait for events, as it does when nobody touches it."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _act(window: "MainWindow", job: "Callable[[Desk], Any]") -> None:
    from forum_desktop.ui.background import Ends

    told: list[object] = []
    window.background.save(job, Ends(done=told.append))
    _until(lambda: bool(told))


def _settle(window: "MainWindow") -> None:
    from forum_desktop.ui.background import Ends

    told: list[object] = []
    window.background.look_up(lambda desk: desk.actor, Ends(done=told.append))
    _until(lambda: bool(told))


def _until(holds: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    while not holds():
        QApplication.processEvents()


def _resident() -> float:
    """Return the memory that this process holds now, in megabytes."""
    import gc

    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * _PAGE_BYTES / 1e6


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _hold(Path(sys.argv[1]))
    else:
        for figure in measure():
            print(f"  {figure}")
