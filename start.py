"""Set everything up and open the app: `python3 start.py`. Tests: `python3 start.py test`.

Standard library only. A second run finds all in place and needs no network.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
STAMP_NAME = "forum-desktop-ready"
OLDEST_PYTHON = (3, 11)

RUN_LOCK = HERE / "requirements.lock"
TEST_LOCK = HERE / "requirements-test.lock"
"""The test lock holds the run lock's packages at the same versions, and the tools."""

VENV_PACKAGES = ("python3-venv",)
WINDOW_PACKAGES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libthai0",
)
SCREEN_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)


class CannotStart(Exception):
    """Something only the user can mend; its text says what to do."""


def main(words: Sequence[str]) -> int:
    """Set up, then open the app, run a command of it, or run the tests."""
    if sys.version_info < OLDEST_PYTHON:
        say("ต้องใช้ Python 3.11 ขึ้นไป", "Python 3.11 or newer is needed")
        return 2
    testing = list(words[:1]) == ["test"]
    try:
        install_system_packages(needed_packages(words, testing=testing))
        make_environment(TEST_LOCK if testing else RUN_LOCK)
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1
    return run_tests(words[1:]) if testing else run_app(words)


def run_tests(words: Sequence[str]) -> int:
    """Run all tests, without a screen."""
    say("กำลังทดสอบ", "Running the tests")
    quiet = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE)}
    command = [str(environment_python()), "-m", "pytest", *words]
    return subprocess.run(command, cwd=HERE, env={**os.environ, **quiet}, check=False).returncode


def run_app(words: Sequence[str]) -> int:
    """Open the window; where there is no screen, hold the reference forum instead."""
    if not words and not has_screen():
        say("ไม่มีจอภาพ จะจัดเวทีตัวอย่างแทน", "No screen: holding the reference forum instead")
        words = ("demo", "--out", "out")
    command = [str(environment_python()), "-m", "forum_desktop", *words]
    return subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(HERE)}, check=False
    ).returncode


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_environment(lock: Path) -> None:
    """Make `.venv` with the packages of a lock, or keep the one that is ready.

    The stamp is written last, so an environment without one is a half-finished try.
    """
    if is_ready(lock):
        return
    if not (ENVIRONMENT / STAMP_NAME).exists() or not environment_works():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        say("สร้างสภาพแวดล้อม .venv", "Making the environment .venv")
        call([sys.executable, "-m", "venv", str(ENVIRONMENT)])
    (ENVIRONMENT / STAMP_NAME).unlink(missing_ok=True)
    say("ติดตั้งส่วนประกอบ", f"Installing the packages of {lock.name}")
    install = ["-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    call([str(environment_python()), *install, "--requirement", str(lock)])
    write_stamp(lock)


def is_ready(lock: Path) -> bool:
    """Tell whether the environment holds what a lock asks for."""
    stamp = ENVIRONMENT / STAMP_NAME
    if not stamp.exists():
        return False
    ready = {stamp_of(lock), stamp_of(TEST_LOCK)}
    return stamp.read_text(encoding="ascii") in ready and environment_python().exists()


def environment_works() -> bool:
    """Tell whether the environment's Python still starts (it may have been moved away)."""
    try:
        command = [str(environment_python()), "-c", "import pip"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def write_stamp(lock: Path) -> None:
    """Mark the environment as ready, in one step."""
    beside = ENVIRONMENT / f"{STAMP_NAME}.part"
    beside.write_text(stamp_of(lock), encoding="ascii")
    beside.replace(ENVIRONMENT / STAMP_NAME)


def stamp_of(lock: Path) -> str:
    """Return what tells one state of lock and Python from another."""
    facts = lock.read_bytes() + repr((sys.version_info[:3], sys.executable)).encode()
    return hashlib.sha256(facts).hexdigest()


def environment_python() -> Path:
    """Return the Python of `.venv`."""
    windows = sys.platform == "win32"
    return ENVIRONMENT / ("Scripts/python.exe" if windows else "bin/python")


def needed_packages(words: Sequence[str], *, testing: bool) -> list[str]:
    """Return the Debian packages that this run stands on; other systems need none."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return []
    needed: list[str] = []
    if importlib.util.find_spec("ensurepip") is None and not environment_works():
        needed += VENV_PACKAGES
    if testing or (not words and has_screen()):
        needed += WINDOW_PACKAGES
    if not testing and not words and has_screen():
        needed += SCREEN_PACKAGES
    return [name for name in needed if not is_installed(name)]


def is_installed(package: str) -> bool:
    """Tell whether Debian has a package in place."""
    query = ["dpkg-query", "--show", "--showformat=${Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return answer.endswith(" installed")


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages where we may; otherwise raise with the line to type."""
    if not packages:
        return
    before = privilege()
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if before is None:
        typed = f"sudo apt-get update && sudo {' '.join(line)}"
        raise CannotStart(f"โปรดพิมพ์คำสั่งนี้แล้วเริ่มใหม่ / Please type this, then start again:\n  {typed}")
    say("ติดตั้งส่วนของระบบ", f"Installing system packages: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    call([*before, "apt-get", "update"])
    call([*before, *line])


def privilege() -> list[str] | None:
    """Return the words that let us install packages, or None where we may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def call(command: Sequence[str]) -> None:
    """Run a step of the set-up; raise with all it printed where it failed."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise CannotStart(
            f"{done.stdout}\nขั้นตอนนี้ไม่สำเร็จ โปรดตรวจเครือข่ายแล้วเริ่มใหม่ / "
            f"This step failed; check the network and start again:\n  {' '.join(command)}"
        )


def say(thai: str, english: str) -> None:
    """Say what is being done, in both languages."""
    print(f"{thai} / {english}", flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
