"""start.py sets up once, mends a half-finished try, and asks for nothing the second time."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SET_UP = "import start; start.make_environment(start.RUN_LOCK)"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a house with a lock that asks for nothing, set up once."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "start.py", folder)
    for lock in ("requirements.lock", "requirements-test.lock"):
        (folder / lock).write_text(f"# {lock}\n")
    done = run(folder, SET_UP)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Path:
    """Copy the set-up house, to break it at will."""
    shutil.copytree(made, tmp_path / "house", symlinks=True)
    return tmp_path / "house"


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_second_run_calls_no_pip(house: Path) -> None:
    for pip in house.glob(".venv/lib/*/site-packages/pip"):
        shutil.rmtree(pip)
    done = run(house, SET_UP)
    assert done.returncode == 0, done.stdout
    assert done.stdout == ""


@pytest.mark.parametrize("broken", ["forum-desktop-ready", "bin/python", "pyvenv.cfg"])
def test_a_half_finished_try_is_made_anew(house: Path, broken: str) -> None:
    (house / ".venv" / broken).unlink()
    (house / ".venv" / "left-over").write_text("from the earlier try")
    done = run(house, f"{SET_UP}; assert start.is_ready(start.RUN_LOCK)")
    assert done.returncode == 0, done.stdout
    if broken != "pyvenv.cfg":
        assert not (house / ".venv" / "left-over").exists()


def test_another_lock_is_installed_into_the_same_environment(house: Path) -> None:
    (house / "requirements.lock").write_text("# a newer lock\n")
    (house / ".venv" / "kept").write_text("")
    done = run(house, f"{SET_UP}; assert start.is_ready(start.RUN_LOCK)")
    assert done.returncode == 0, done.stdout
    assert "requirements.lock" in done.stdout
    assert (house / ".venv" / "kept").exists()


def test_the_test_environment_serves_the_app_too(house: Path) -> None:
    script = (
        "import start; start.write_stamp(start.TEST_LOCK); assert start.is_ready(start.RUN_LOCK)"
    )
    assert run(house, script).returncode == 0


def test_a_failed_install_shows_why_and_leaves_no_stamp(house: Path) -> None:
    (house / "requirements.lock").write_text("no-such-package==1 --hash=sha256:00\n")
    done = run(house, SET_UP)
    assert done.returncode != 0
    assert "no-such-package" in done.stdout
    assert not (house / ".venv" / "forum-desktop-ready").exists()


def test_without_the_right_to_install_the_line_to_type_is_shown(house: Path) -> None:
    script = (
        "import start\n"
        "start.privilege = lambda: None\n"
        "start.install_system_packages(['libgl1', 'libegl1'])"
    )
    done = run(house, script)
    assert done.returncode != 0
    line = "sudo apt-get install --yes --no-install-recommends libgl1 libegl1"
    assert line in done.stdout


def test_the_locks_hold_hashes_and_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert text.count("--hash=sha256:") > 50
        assert "http" not in text
    run_lock, test_lock = (
        set(_pins(ROOT / name)) for name in ("requirements.lock", "requirements-test.lock")
    )
    assert run_lock < test_lock


def _pins(lock: Path) -> list[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if "==" in line and not line.startswith(" ")]
