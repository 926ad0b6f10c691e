"""Temporary and half-written files are private, and gone, also where the program was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop.files import replacing, write_whole
from forum_desktop.scratch import scratch, sweep_scratch
from forum_desktop.services.desk import Desk

ROOT = Path(__file__).resolve().parents[2]

_HALF_WRITTEN = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from forum_desktop.files import replacing\n"
    "with replacing(Path(sys.argv[1])) as file:\n"
    "    file.write(b'words of people')\n"
    "    file.flush()\n"
    "    print('half', flush=True)\n"
    "    time.sleep(600)\n"
)
_IN_SCRATCH = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from forum_desktop.scratch import scratch\n"
    "with scratch(Path(sys.argv[1])) as folder:\n"
    "    (folder / 'part').write_bytes(b'words of people')\n"
    "    print('half', flush=True)\n"
    "    time.sleep(600)\n"
)


def start(script: str, *words: Path) -> "subprocess.Popen[bytes]":
    """Start a program that is in the middle of its work when this returns."""
    command = [sys.executable, "-c", script, *map(str, words)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"half\n"
    return child


def kill(child: "subprocess.Popen[bytes]") -> None:
    """End a program as a dead battery does."""
    child.send_signal(signal.SIGKILL)
    child.communicate()


def grow_old(folder: Path) -> None:
    """Let all files of a folder be an hour old."""
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_a_killed_export_left_is_swept_by_the_next_one(tmp_path: Path) -> None:
    child = start(_HALF_WRITTEN, tmp_path / "minutes.pdf")
    (left,) = tmp_path.iterdir()
    assert left.stat().st_mode & 0o777 == 0o600
    grow_old(tmp_path)
    write_whole(tmp_path / "other.pdf", b"x")
    assert left.exists(), "somebody still writes it"
    kill(child)
    write_whole(tmp_path / "other.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["other.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("clock", [0, 1, 2**33])
def test_a_half_written_key_goes_when_the_folder_is_opened_again(
    tmp_path: Path, clock: int
) -> None:
    folder = tmp_path / "data"
    Desk.open(folder).close()
    before = {path.name for path in folder.iterdir()}
    kill(start(_HALF_WRITTEN, folder / "keys.json"))
    (left,) = [path for path in folder.iterdir() if path.name not in before]
    if clock:
        os.utime(left, (clock, clock))  # the clock jumped meanwhile
    Desk.open(folder).close()
    assert not left.exists()


def test_two_exports_to_one_file_do_not_meet(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    with replacing(target) as one, replacing(target) as other:
        one.write(b"one")
        other.write(b"other")
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_temporary_files_are_private_and_go(tmp_path: Path) -> None:
    with scratch() as folder:
        (folder / "part").write_bytes(b"words of people")
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_a_killed_program_left_is_swept_by_the_next_one(tmp_path: Path) -> None:
    child = start(_IN_SCRATCH, tmp_path)
    (left,) = tmp_path.iterdir()
    grow_old(tmp_path)
    sweep_scratch(tmp_path)
    assert left.exists(), "somebody still works in it"
    kill(child)
    with scratch(tmp_path):
        assert not left.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the profile's own folder")
def test_a_folder_laid_out_by_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trap = tmp_path / f"forum-desktop-{os.geteuid()}"
    trap.mkdir()
    trap.chmod(0o777)
    with scratch() as folder:
        assert not folder.is_relative_to(trap)
        assert folder.parent.stat().st_mode & 0o077 == 0
