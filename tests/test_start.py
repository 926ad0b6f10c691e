"""start.py sets up once, mends a half-finished try, and asks for nothing the second time."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parent.parent
UNKNOWN_PACKAGE = "no-such-package==1"
SET_UP = "import start; start.make_environment(start.RUN_LOCK)"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a house with a lock that asks for nothing, set up once."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "start.py", folder)
    for lock in ("requirements.lock", "requirements-test.lock"):
        (folder / lock).write_text(f"# {lock}\n")
    app = folder / "forum_desktop" / "__main__.py"
    app.parent.mkdir()
    app.write_text("import sys; print('words:', *sys.argv[1:]); sys.exit(7)\n")
    done = run(folder, SET_UP)
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Path:
    """Copy the set-up house, to break it at will."""
    shutil.copytree(made, tmp_path / "house", symlinks=True)
    return tmp_path / "house"


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a house, with no screen and no package to fetch."""
    away = {"PIP_NO_INDEX": "1", "DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, **away},
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


def test_a_failed_install_shows_why_and_keeps_the_app_usable(house: Path) -> None:
    (house / "requirements-test.lock").write_text(f"{UNKNOWN_PACKAGE} --hash=sha256:00\n")
    done = run(house, "import start; start.make_environment(start.TEST_LOCK)")
    assert done.returncode != 0
    assert UNKNOWN_PACKAGE in done.stdout
    assert run(house, "import start; assert start.is_ready(start.RUN_LOCK)").returncode == 0
    assert run(house, "import start; assert start.is_ready(start.TEST_LOCK)").returncode != 0


def test_a_first_install_that_fails_leaves_no_stamp(house: Path) -> None:
    (house / ".venv" / start.STAMP_NAME).unlink()
    (house / "requirements.lock").write_text(f"{UNKNOWN_PACKAGE} --hash=sha256:00\n")
    assert run(house, SET_UP).returncode != 0
    assert not (house / ".venv" / start.STAMP_NAME).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_an_install_that_was_killed_is_not_taken_for_a_whole_one(house: Path) -> None:
    (pip,) = house.glob(".venv/lib/*/site-packages/pip/__main__.py")
    pip.write_text("import os, signal; os.kill(os.getppid(), signal.SIGKILL)\n")
    (house / "requirements.lock").write_text("# a newer lock\n")
    assert run(house, SET_UP).returncode < 0
    assert not (house / ".venv" / start.STAMP_NAME).exists()


START = "import sys, start; sys.exit(start.main(sys.argv[1:] or {words!r}))"


@pytest.mark.parametrize(
    ("words", "passed_on"),
    [
        (["check", "--json"], "check --json"),
        ([], "demo --out out"),
        # Invented people never go where real ones live.
        (["--data-dir", "precious"], "demo --out out"),
    ],
)
def test_words_and_exit_code_pass_through(house: Path, words: list[str], passed_on: str) -> None:
    done = run(house, START.format(words=words))
    assert done.returncode == 7, done.stdout
    assert done.stdout.splitlines()[-1] == f"words: {passed_on}"


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--lang", "en", "--data-dir", "x"], True),
        (["demo", "--out", "out"], False),
        (["--data-dir", "x", "check"], False),
        (["--version"], False),
    ],
)
def test_only_words_without_a_command_open_the_window(words: list[str], window: bool) -> None:
    assert start.opens_window(words) == window


def test_missing_libraries_are_found_by_their_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(sys.executable, tmp_path / "apt-get")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(start, "WINDOW_PACKAGES", {"gone": "libnot-there.so.9"})
    assert start.needed_packages(["check"], testing=False) == []
    assert start.needed_packages([], testing=True) == ["gone"]


def test_an_older_python_is_told_in_a_sentence(tmp_path: Path) -> None:
    script = (
        f"import sys; sys.version_info = (3, 8); sys.path.insert(0, {str(ROOT)!r}); import start"
    )
    done = run(tmp_path, script)
    assert done.returncode == 2
    assert done.stdout.splitlines() == ["ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 or newer is needed"]
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))


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
        assert "://" not in text
    run_lock, test_lock = (
        set(_pins(ROOT / name)) for name in ("requirements.lock", "requirements-test.lock")
    )
    assert run_lock < test_lock


def _pins(lock: Path) -> list[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if "==" in line and not line.startswith(" ")]
