"""A whole run of the window: what fails in it is noted and reported, and nothing is printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.services.fault_reports import list_reports

ROOT = Path(__file__).resolve().parents[2]
NAME = "สมหญิงไม่มีจริง"

_RUN = (
    "import logging, sys, threading\n"
    "from PySide6.QtCore import QTimer, qWarning\n"
    "from forum_desktop import app\n"
    "from forum_desktop.cli import main\n"
    "from forum_desktop.errors import Refusal\n"
    f"name = '{NAME}'\n"
    "build = app.build\n"
    "def fail(*_):\n"
    "    raise ValueError(name)\n"
    "def refuse(_desk):\n"
    "    raise Refusal('text.empty', name=name)\n"
    "class Broken:\n"
    "    def __del__(self):\n"
    "        raise KeyError(name)\n"
    "def work():\n"
    "    qWarning(name)\n"
    "    logging.getLogger('sqlalchemy.pool').warning(name)\n"
    "    threading.Thread(target=fail).start()\n"
    "    window.background.run(refuse)\n"
    "    window.background.run(fail)\n"
    "    QTimer.singleShot(0, fail)\n"
    "    Broken()\n"
    "    QTimer.singleShot(1500, window.close)\n"
    "def build_and_work(*facts):\n"
    "    global window\n"
    "    window = build(*facts)\n"
    "    QTimer.singleShot(500, work)\n"
    "    return window\n"
    "app.build = build_and_work\n"
    "sys.exit(main(['--data-dir', sys.argv[1]]))\n"
)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Run the window once, with all kinds of faults in it; return its folder and what it said."""
    folder = tmp_path_factory.mktemp("run") / "data"
    services.start.open_desk(folder).close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _RUN, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout + done.stderr


def test_nothing_is_printed(ran: tuple[Path, str]) -> None:
    assert ran[1] == ""


def test_each_fault_is_reported(ran: tuple[Path, str]) -> None:
    told = [report.text for report in list_reports(ran[0] / "reports")]
    assert sorted("KeyError" if "KeyError" in text else "ValueError" for text in told) == [
        *("KeyError", "ValueError", "ValueError", "ValueError"),
    ]
    assert not any(NAME in text for text in told)


def test_the_log_tells_the_run(ran: tuple[Path, str]) -> None:
    lines = (ran[0] / "logs" / "forum.log").read_text("ascii").splitlines()
    told = [" ".join(line.split()[3:5]) for line in lines]
    assert told[0] == "started open_window"
    assert told[-1] == "ended open_window"
    assert {"desk_opened -", "refused text.empty", "library sqlalchemy", "fault -"} <= set(told)
    assert any(line.startswith("qt default") for line in told)


def test_all_it_left_is_its_users_alone(ran: tuple[Path, str]) -> None:
    open_to_others = [path for path in ran[0].rglob("*") if path.stat().st_mode & 0o077]
    assert sys.platform == "win32" or open_to_others == []
    assert list(ran[0].glob("reports/last-words-*")) == []
