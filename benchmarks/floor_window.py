"""A process with a real window on the floor, driven by keys; prints JSON."""

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

from benchmarks.hands import CTRL, Eyes, Hands, settle, until
from forum_desktop import services
from forum_desktop.app import build
from forum_desktop.db.driver import connect
from forum_desktop.db.keys.opening import key_for
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.hall import HallScene, HallStream
from forum_desktop.ui.hall.canvas import HallCanvas
from forum_desktop.ui.hall.window import HallWindow
from forum_desktop.ui.keys import ALT
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.hall.choosing import SCENES
from forum_desktop.ui.meeting.hall.view import HallControl
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.record_list import Line
from forum_desktop.wording import Wording

ROUNDS = 80
ROWS, STEPS = 100_000, 200
AFTER_WORDS, AFTER_OPINION = (0.05, 0.5), (0.1, 1.2)
"""Seconds: some opinions meet the page while it looks for others like them, or reads again."""
WORDS = "ขอให้ซ่อมไฟส่องสว่างหน้าโรงเรียนก่อนถึงหน้าฝน จุดที่ {}"


def main(folder: Path) -> None:
    """Measure on the newest forum of a folder's file."""
    forum = services.start.glance(folder)[0]
    application = QApplication([])
    window = build(folder, Wording("th"), application)
    # The app puts faults into a report; here they belong on the screen.
    sys.excepthook = sys.__excepthook__
    window.show()
    window.activateWindow()
    until(lambda: window.overview is not None or window.isVisible())
    window.open_forum(forum.id)
    until(lambda: window.overview is not None and window.overview.forum.id == forum.id)
    settle(1.0)
    hall = _hall(window)
    bare = _Bare(folder, window)
    told = {**_capture(window, hall, bare), "bare_hall": list(_bare_hall(hall)), "scroll": []}
    bare.close()
    hall.window().close()
    if len(services.start.glance(folder)) == 1:
        told |= {"scroll": list(_scroll(window)), "bare_scroll": list(_scroll_bare(window))}
    window.close()
    print(json.dumps(told), flush=True)


def _hall(window: MainWindow) -> HallCanvas:
    """Put the stream of opinions on the hall's screen; return what is painted there."""
    window.visit(PageName.MEETING)
    page, hands = cast("MeetingPage", window.current), Hands(window)
    page.show_view("hall")
    control = cast("HallControl", page.current_view)
    settle(0.5)
    hands.press(Qt.Key.Key_0 + 1 + SCENES.index(HallScene.STREAM), modifiers=ALT)
    until(lambda: isinstance(control.preview.view(), HallStream))
    hands.press(Qt.Key.Key_F9)
    hands.press(Qt.Key.Key_F12)
    settle(0.5)
    opened = QApplication.topLevelWidgets()
    canvas = next(shown.canvas for shown in opened if isinstance(shown, HallWindow))
    until(lambda: isinstance(canvas.view(), HallStream))
    # The offscreen platform gives every window that appears the focus; a desktop does not.
    window.activateWindow()
    settle(0.2)
    return canvas


def _capture(window: MainWindow, hall: HallCanvas, bare: "_Bare") -> dict[str, list[float]]:
    """Return milliseconds until each opinion was painted and the hall saw it, and its keys."""
    window.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    until(page.capture.text.hasFocus)
    settle(1.0)
    rolled, hands = random.Random(67), Hands(window)  # noqa: S311 - the same pauses in every run
    told: dict[str, list[float]] = {"kept": [], "hall": [], "bare": [], "keys": []}
    for number in range(ROUNDS):
        hands.pressed = 0
        _type(page, hands, WORDS.format(number))
        settle(rolled.uniform(*AFTER_WORDS))
        kept, shown = _keep(page, hall, hands, WORDS.format(number))
        told["kept"].append(kept)
        told["hall"].append(shown)
        told["keys"].append(hands.pressed)
        settle(rolled.uniform(*AFTER_OPINION))
        told["bare"].append(bare.commit_and_paint(WORDS.format(number)))
        window.activateWindow()
        until(page.capture.text.hasFocus)
    return told


def _type(page: OpinionsPage, hands: Hands, words: str) -> None:
    """Code an opinion; the words themselves come in one piece."""
    hands.press(Qt.Key.Key_2, modifiers=ALT)
    hands.press(Qt.Key.Key_F7)
    page.capture.text.insertPlainText(words)


def _keep(page: OpinionsPage, hall: HallCanvas, hands: Hands, words: str) -> tuple[float, float]:
    eyes = Eyes(page.said.opinions.viewport(), lambda: _top(page) == words)
    public = Eyes(hall, lambda: words in str(hall.view()))
    begin = time.perf_counter()
    hands.press(Qt.Key.Key_Return, "\r", CTRL)
    eyes.wait()
    kept = 1000 * (time.perf_counter() - begin)
    public.wait()
    shown = 1000 * (time.perf_counter() - begin)
    assert page.capture.text.hasFocus()
    return kept, shown


def _top(page: OpinionsPage) -> str:
    listed = page.said.feed.opinions()
    return listed[0].opinion.text if listed else ""


class _Bare:
    """A bare commit into the same file, and a bare list of the window's size that shows it."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self._connection = connect(folder / DATABASE_NAME, key_for(folder / DATABASE_NAME))
        self._connection.execute("CREATE TABLE IF NOT EXISTS bare (text TEXT)")
        self._model, self._list = QStringListModel(), QListView()
        self._list.setModel(self._model)
        self._list.resize(window.size())
        self._list.show()
        until(self._list.isVisible)
        window.activateWindow()

    def commit_and_paint(self, words: str) -> float:
        """Return the milliseconds that it took."""
        rows = [words, *self._model.stringList()]

        def work() -> None:
            self._connection.execute("INSERT INTO bare VALUES (?)", (words,))
            self._model.setStringList(rows)

        return _until_painted(self._list.viewport(), work)

    def close(self) -> None:
        """Leave the file as it was."""
        self._list.close()
        self._connection.execute("DROP TABLE bare")
        self._connection.close()


def _bare_hall(hall: HallCanvas) -> Iterator[float]:
    """Yield the milliseconds in which the hall's screen is painted anew, nothing read for it."""
    for _ in range(ROUNDS):
        yield _until_painted(hall, hall.update)


def _scroll(window: MainWindow) -> Iterator[float]:
    """Yield the milliseconds of each step through a list of very many rows."""
    long_list = LongList(lambda text: Line(text=text, under="A-0001  ·  09.30 น."), badge_width=46)
    long_list.resize(window.width(), 560)
    long_list.set_rows([WORDS.format(number) * (1 + number % 3) for number in range(ROWS)])
    long_list.show()
    until(long_list.isVisible)
    settle(0.3)
    yield from _steps(long_list)
    long_list.close()


def _scroll_bare(window: MainWindow) -> Iterator[float]:
    """Yield the same of a bare list whose rows are all one line high."""
    model, bare = QStringListModel([WORDS.format(number) for number in range(ROWS)]), QListView()
    bare.setUniformItemSizes(True)
    bare.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    bare.setModel(model)
    bare.resize(window.width(), 560)
    bare.show()
    until(bare.isVisible)
    settle(0.3)
    yield from _steps(bare)
    bare.close()


def _steps(listed: QListView) -> Iterator[float]:
    bar = listed.verticalScrollBar()
    for number in range(STEPS):
        step = 120 if number % 10 else bar.maximum() // 25
        yield _until_painted(listed.viewport(), partial(bar.setValue, bar.value() + step))


def _until_painted(widget: QWidget, work: Callable[[], object]) -> float:
    eyes = Eyes(widget, lambda: True)
    begin = time.perf_counter()
    work()
    eyes.wait()
    return 1000 * (time.perf_counter() - begin)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
