"""A program that dies leaves no copy of its memory; a secret is in no list of programs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "ช้างสามเชือกข้ามโขง"

_DIE = (
    "import os, resource\n"
    "{first}\n"
    "from forum_desktop.process import keep_private\n"
    "{then}\n"
    "os.abort()\n"
)
_WIDE = (
    "most = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
    "resource.setrlimit(resource.RLIMIT_CORE, (most, most))"
)
_WITH_CHILD = (
    "import subprocess, sys\n"
    "from forum_desktop.cli import main\n"
    "code = main(['new', '--pack', 'khon-kaen-2565', '--data-dir', sys.argv[1]])\n"
    "line = open('/proc/self/cmdline', 'rb').read()\n"
    "child = subprocess.run(['env'], capture_output=True, check=True).stdout\n"
    "sys.stdout.buffer.write(line + child)\n"
    "sys.exit(code)\n"
)


def die(folder: Path, *, then: str) -> list[Path]:
    """Let a program abort in a folder, core files allowed; return what it left."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = _DIE.format(first=_WIDE, then=then)
    command = [sys.executable, "-c", script]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return list(folder.iterdir())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's core files")
def test_a_dying_program_leaves_no_memory_behind(tmp_path: Path) -> None:
    (tmp_path / "told").mkdir()
    assert die(tmp_path / "told", then="keep_private()") == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's core files")
def test_the_limit_also_stops_a_program_that_collects_memory() -> None:
    script = (
        "import resource\n"
        "from forum_desktop.cli import main\n"
        "main(['check', '--data-dir', '/nowhere/at/all'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] in {"(1, 1)", "(0, 0)"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_passphrase_is_in_no_argument_and_no_childs_environment(tmp_path: Path) -> None:
    environment = {**os.environ, "FORUM_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, "-c", _WITH_CHILD, str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"PATH=" in done.stdout
    assert PASSPHRASE.encode() not in done.stdout


def test_setting_up_tells_no_installer_the_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORUM_PASSPHRASE", PASSPHRASE)
    told = "import os, sys; sys.exit('FORUM_PASSPHRASE' in os.environ)"
    start.call([sys.executable, "-c", told])
