"""A fault that ends the program at once is reported by the next start, without folders."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop.services.fault_reports import list_reports
from forum_desktop.services.hard_faults import report_left, watching

ROOT = Path(__file__).resolve().parents[2]

_DIE = (
    "import os, sys\n"
    "from pathlib import Path\n"
    "from forum_desktop.process import keep_private\n"
    "from forum_desktop.services.hard_faults import watching\n"
    "def capture_words(words):\n"
    "    os.kill(os.getpid(), int(sys.argv[2]))\n"
    "keep_private()\n"
    "with watching(Path(sys.argv[1])):\n"
    "    capture_words('คำพูดของสมหญิง')\n"
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def die(folder: Path, sign: signal.Signals) -> None:
    """Let a program end at once, in a script whose folder names somebody."""
    script = folder.parent / "สมหญิง" / "child.py"
    script.parent.mkdir(exist_ok=True)
    script.write_text(_DIE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), str(folder), str(sign.value)]
    subprocess.run(command, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("sign", [signal.SIGSEGV, signal.SIGABRT])
def test_the_next_start_reports_it(tmp_path: Path, sign: signal.Signals) -> None:
    folder = tmp_path / "reports"
    die(folder, sign)
    assert list_reports(folder) == ()
    (left,) = folder.iterdir()
    assert left.stat().st_mode & 0o777 == 0o600
    with watching(folder):
        (report,) = list_reports(folder)
        assert not left.exists()
    assert "Fatal Python error" in report.text
    assert "child.py:6 capture_words" in report.text
    assert "สมหญิง" not in report.text
    assert str(tmp_path) not in report.text
    assert [path.name for path in folder.iterdir()] == [report.name]


def test_a_run_that_was_killed_or_ended_well_leaves_no_report(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    die(folder, signal.SIGKILL)
    with watching(folder):
        report_left(folder)
        assert len(list(folder.iterdir())) == 1, "its own, and it still runs"
    assert list(folder.iterdir()) == []


def test_lines_nobody_knows_are_left_out(tmp_path: Path) -> None:
    left = tmp_path / "last-words-0.part"
    left.write_text("Fatal Python error: Aborted\nสมหญิง\nExtension modules: x\n", encoding="utf-8")
    report_left(tmp_path)
    (report,) = list_reports(tmp_path)
    assert report.text.splitlines()[-1] == "Fatal Python error: Aborted"
    assert "สมหญิง" not in report.text


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file where the folder should be")
    with watching(tmp_path / "reports"):
        pass
