"""A second start on the same folder brings the first window to the front and ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.ui.instances import Answering, call_first
from forum_desktop.ui.main_window import MainWindow


def test_the_first_window_comes_to_the_front(
    window_on: Callable[[], MainWindow], data_dir: Path, qtbot: QtBot
) -> None:
    window = window_on()
    qtbot.waitUntil(lambda: services.start.is_open_elsewhere(data_dir))
    Answering(window, data_dir)
    window.showMinimized()
    command = [sys.executable, "-m", "forum_desktop", "--data-dir", str(data_dir)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
        assert second.stderr is not None
        assert second.stderr.read() == b""
    qtbot.waitUntil(lambda: not window.isMinimized())


def test_nobody_answers_for_a_folder_that_is_not_open(tmp_path: Path, qapp: object) -> None:
    assert not services.start.is_open_elsewhere(tmp_path)
    assert not call_first(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there goes with its process")
def test_what_a_killed_window_left_behind_does_not_keep_the_name(
    window_on: Callable[[], MainWindow], data_dir: Path, qtbot: QtBot
) -> None:
    window = window_on()
    first = Answering(window, data_dir)
    second = Answering(window, data_dir)
    assert second.is_listening
    first.deleteLater()
    assert call_first(data_dir)
