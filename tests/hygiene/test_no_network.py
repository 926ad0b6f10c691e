"""Nothing leaves: forum, documents, backups and the window work without network or temp files."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hygiene.lonely import CAN_FORBID

ROOT = Path(__file__).resolve().parents[2]


def alone(work: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Do something in a process that may not have a network."""
    command = [sys.executable, "-m", "tests.hygiene.lonely_child", work, str(folder)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize("work", ["look_after", "open_window"])
def test_work_asks_for_no_network_and_no_other_folder(tmp_path: Path, work: str) -> None:
    done = alone(work, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize("work", ["call_out", "write_elsewhere"])
def test_whoever_goes_out_is_caught(tmp_path: Path, work: str) -> None:
    done = alone(work, tmp_path)
    assert done.returncode == 1
    assert "WentOut" in done.stderr


@pytest.mark.skipif(not CAN_FORBID, reason="the filter of the kernel is Linux's")
@pytest.mark.parametrize("work", ["call_out_natively", "call_out_by_another"])
def test_a_library_or_another_program_that_asks_is_caught(tmp_path: Path, work: str) -> None:
    assert alone(work, tmp_path).returncode not in {0, 1}
