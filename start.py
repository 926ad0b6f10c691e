"""Set everything up and open the app: `python3 start.py`. Tests: `python3 start.py test`.

Standard library only. A second run finds all in place and needs no network.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
STAMP_NAME = "forum-desktop-ready"
OLDEST_PYTHON = (3, 11)
STOPPED_BY_KEYBOARD = 130

if sys.version_info < OLDEST_PYTHON:
    # Said here, because an older Python cannot even read the annotations below.
    print("ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 or newer is needed", file=sys.stderr)
    sys.exit(2)

RUN_LOCK = HERE / "requirements.lock"
TEST_LOCK = HERE / "requirements-test.lock"
"""The test lock holds the run lock's packages at the same versions, and the tools."""

VENV_PACKAGE = f"python3.{sys.version_info.minor}-venv"
WINDOW_PACKAGES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libthai0": "libthai.so.0",
}
"""What Qt needs, and what tells that it is there: newer releases rename packages, not files."""
SCREEN_PACKAGES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
TEST_PACKAGES = {
    "gcc": "/usr/bin/gcc",
    "libc6-dev": "/usr/include/stdio.h",
    "openssh-server": "/usr/sbin/sshd",
    "postgresql": "/usr/lib/postgresql",
}
"""What tests start for real, and the file that tells that it is there."""
SERVERS_LOCK = HERE / "requirements-servers.lock"
SERVERS = ENVIRONMENT / "servers"
"""Servers that tests start, apart: what they need would not go together with what the app needs."""


class CannotStart(Exception):
    """Something only the user can mend; its text says what to do."""


def main(words: Sequence[str]) -> int:
    """Set up, then open the app, run a command of it, or run the tests."""
    testing = list(words[:1]) == ["test"]
    try:
        install_system_packages(needed_packages(words, testing=testing))
        make_environment(TEST_LOCK if testing else RUN_LOCK)
        if testing:
            install_servers()
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 1
    return run_tests(words[1:]) if testing else run_app(words)


def run_tests(words: Sequence[str]) -> int:
    """Run all tests, without a screen."""
    say("กำลังทดสอบ", "Running the tests")
    quiet = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE),
        "FORUM_TEST_SERVERS": str(SERVERS),
    }
    command = [str(environment_python()), "-m", "pytest", *words]
    return exit_code(subprocess.run(command, cwd=HERE, env={**os.environ, **quiet}, check=False))


def run_app(words: Sequence[str]) -> int:
    """Open the window; where there is no screen, hold the reference forum instead."""
    if opens_window(words) and not has_screen():
        say("ไม่มีจอภาพ จะจัดเวทีตัวอย่างแทน", "No screen: holding the reference forum instead")
        words = ("demo", "--out", "out")
    command = [str(environment_python()), "-m", "forum_desktop", *words]
    place = {"PYTHONPATH": str(HERE)}
    return exit_code(subprocess.run(command, env={**os.environ, **place}, check=False))


def exit_code(done: "subprocess.CompletedProcess[bytes]") -> int:
    """Return the exit code to pass on; one killed by a signal is told as shells tell it."""
    return done.returncode if done.returncode >= 0 else 128 - done.returncode


def opens_window(words: Sequence[str]) -> bool:
    """Tell whether these words name no command, so that the app opens its window."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir")
    parser.add_argument("--lang")
    return not parser.parse_known_args(words)[1]


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
        call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    say("ติดตั้งส่วนประกอบ", f"Installing the packages of {lock.name}")
    install(lock)
    write_stamp(lock)


def install(lock: Path) -> None:
    """Install the packages of a lock; where they cannot be fetched, keep what was there.

    pip fetches all before it changes anything. So a failed fetch puts the stamp back (the app
    still opens without a network), and only a try that was killed leaves none.
    """
    stamp, aside = ENVIRONMENT / STAMP_NAME, ENVIRONMENT / f"{STAMP_NAME}.aside"
    if stamp.exists():
        stamp.replace(aside)
    pip = ["-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    try:
        call([str(environment_python()), *pip, "--requirement", str(lock)])
    except CannotStart:
        if aside.exists():
            aside.replace(stamp)
        raise
    aside.unlink(missing_ok=True)


def install_servers() -> None:
    """Install the servers that tests start; where they cannot run, those tests say so."""
    stamp = SERVERS / STAMP_NAME
    wanted = stamp_of(SERVERS_LOCK)
    if not sys.platform.startswith("linux") or (stamp.exists() and stamp.read_text() == wanted):
        return
    say("ติดตั้งเซิร์ฟเวอร์สำหรับการทดสอบ", "Installing servers for the tests")
    shutil.rmtree(SERVERS, ignore_errors=True)
    pip = ["-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    place = ["--target", str(SERVERS), "--requirement", str(SERVERS_LOCK)]
    call([str(environment_python()), *pip, *place])
    stamp.write_text(wanted, encoding="ascii")


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
    """Return the Debian packages still missing for this run; other systems need none."""
    if shutil.which("apt-get") is None:
        return []
    needed: list[str] = []
    if importlib.util.find_spec("ensurepip") is None and not environment_works():
        needed.append(VENV_PACKAGE)
    on_screen = not testing and opens_window(words) and has_screen()
    libraries = {**WINDOW_PACKAGES, **(SCREEN_PACKAGES if on_screen else {})}
    if testing or on_screen:
        needed += [name for name, file in libraries.items() if not is_loadable(file)]
    if testing:
        needed += [name for name, file in TEST_PACKAGES.items() if not Path(file).exists()]
    return needed


def is_loadable(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


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
    # Only the app is told the passphrase, no installer.
    rest = {name: value for name, value in os.environ.items() if name != "FORUM_PASSPHRASE"}
    done = subprocess.run(
        command, env=rest, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        told = done.stdout.decode(errors="replace")
        raise CannotStart(
            f"{told}\nขั้นตอนนี้ไม่สำเร็จ โปรดตรวจเครือข่ายแล้วเริ่มใหม่ / "
            f"This step failed; check the network and start again:\n  {' '.join(command)}"
        )


def say(thai: str, english: str) -> None:
    """Say what is being done, in both languages."""
    print(f"{thai} / {english}", flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(STOPPED_BY_KEYBOARD)
