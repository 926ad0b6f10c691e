"""A real window on a real file, driven by key events as a keyboard sends them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

# The first import of Qt reads this; the usual offscreen screen is too small for the window.
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screens.json')}"

import pytest
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.ui.background import Background
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.wording import Wording
from tests.factory import StepClock, make_pack
from tests.ui.keyboard import Typist

PATIENCE = 20_000
"""Milliseconds; a wait ends as soon as it is over."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say what it cannot do; no window can help it."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Return the folder of the window's file."""
    return tmp_path / "data"


@pytest.fixture
def window_on(qtbot: QtBot, qapp: object, data_dir: Path) -> Iterator[Callable[[], MainWindow]]:
    """Open windows on the file, one after the other, as after a restart."""
    opened: list[MainWindow] = []
    dress(qapp)  # type: ignore[arg-type]
    dress_widgets(qapp)  # type: ignore[arg-type]

    def open_window() -> MainWindow:
        if opened:
            opened[-1].close()
        clock = StepClock()
        background = Background(
            lambda: services.start.open_desk(data_dir, "tester", clock), data_dir / "reports"
        )
        window = MainWindow(Wording("th"), background, services.start.glance(data_dir))
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield open_window
    for window in opened:
        window.close()


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum of an invented municipality in the file."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    created = services.forums.create_forum(desk, make_pack())
    desk.close()
    return created


@pytest.fixture
def window(window_on: Callable[[], MainWindow], forum: Forum, qtbot: QtBot) -> MainWindow:
    """Open a window whose forum is open: it is the only one."""
    opened = window_on()
    qtbot.waitUntil(lambda: opened.overview is not None, timeout=PATIENCE)
    assert opened.overview is not None
    assert opened.overview.forum.id == forum.id
    return opened


@pytest.fixture
def typist(window: MainWindow, qtbot: QtBot) -> Typist:
    """Sit at the keyboard of the window."""
    return Typist(window, qtbot)


@pytest.fixture
def pages() -> tuple[PageName, ...]:
    """Return every page."""
    return tuple(PageName)
