"""A laptop with a passphrase, and its window built as the app builds it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forum_desktop import app, services
from forum_desktop.records.forum import Forum
from forum_desktop.records.secret import Secret
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.wording import Wording
from tests.factory import StepClock

PASSPHRASE = "น้ำใส ปลาว่าย"


class Locked(NamedTuple):
    """A protected folder, what opens it, and windows on it."""

    folder: Path
    code: str
    open: Callable[..., MainWindow]


@pytest.fixture
def locked(qtbot: QtBot, qapp: QApplication, data_dir: Path, forum: Forum) -> Iterator[Locked]:
    """Protect the folder of the forum; its windows begin locked."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    code = services.protection.new_code()
    services.protection.set_passphrase(desk, PASSPHRASE, code)
    desk.close()
    opened: list[MainWindow] = []

    def open_window(secret: Secret | None = None) -> MainWindow:
        window = app.build(data_dir, Wording("th"), qapp, secret)
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield Locked(data_dir, code, open_window)
    for window in opened:
        window.close()
