"""What the program writes is its user's alone, whatever the mask it was started with."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.files import write_whole
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the profile's access list")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def wide_mask() -> Iterator[None]:
    """Start with the mask most systems have, under which new files are everybody's to read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """Return what others may do with a folder and all that is in it."""
    found = (folder, *folder.rglob("*"))
    return {path.name: path.stat().st_mode & 0o077 for path in found}


def test_a_data_folder_in_use_is_its_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with closing(Desk.open(folder, clock=StepClock())) as desk:
        services.forums.create_forum(desk, make_pack())
        services.drafts.keep_draft(desk, "capture", "ขอไฟส่องสว่าง")
        desk.database.attachments.keep(b"photo")
        services.storage.backup(desk, folder / "copy.db")
        found = modes(folder)
    assert "forum.db-wal" in found
    assert "attachments.db" in found
    assert {name: mode for name, mode in found.items() if mode} == {}


def test_what_was_open_to_all_is_closed_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    Desk.open(folder).close()
    (folder / "forum.db").chmod(0o644)
    (folder / "holiday.jpg").touch(0o644)
    Desk.open(folder).close()
    assert modes(folder)["forum.db"] == 0
    assert modes(folder)["holiday.jpg"] == 0o044  # not ours to close


def test_an_export_is_its_users_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "minutes.pdf", b"x")
    assert (tmp_path / "minutes.pdf").stat().st_mode & 0o777 == 0o600


def test_every_file_of_a_command_is_its_users_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "forum_desktop", "demo", "--out", str(tmp_path / "out")]
    command += ["--data-dir", str(tmp_path / "data")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert len(modes(tmp_path / "out")) > 10
    for name in ("out", "data"):
        assert {path: mode for path, mode in modes(tmp_path / name).items() if mode} == {}


def test_a_report_of_a_fault_is_its_users_alone(tmp_path: Path) -> None:
    report = services.fault_reports.write_report(tmp_path / "data" / "reports", ValueError())
    assert report is not None
    assert set(modes(tmp_path / "data" / "reports").values()) == {0}
    assert report.name.startswith(f"fault-{datetime.now(UTC).astimezone():%Y}")
