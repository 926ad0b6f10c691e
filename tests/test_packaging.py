"""What installs the app names everything the app needs. The build itself tries what it made."""

import importlib.util
import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

import start

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"


@pytest.fixture
def build() -> ModuleType:
    """Return the module that builds."""
    spec = importlib.util.spec_from_file_location("build", PACKAGING / "build.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="Debian's packages are made on Linux")
def test_a_debian_package_needs_what_the_window_needs(build: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "forum-desktop"
    folder.mkdir()
    program = folder / "forum-desktop"
    program.write_text("#!/bin/sh\necho 9.8.7\n", encoding="utf-8")
    program.chmod(0o755)
    made = build.pack_deb(folder, tmp_path)
    told = subprocess.run(
        ("dpkg-deb", "--field", str(made)), check=True, capture_output=True, text=True
    ).stdout
    assert "Version: 9.8.7" in told
    for package in (*start.WINDOW_PACKAGES, *start.SCREEN_PACKAGES):
        assert f"{package} |" in told
    inside = subprocess.run(
        ("dpkg-deb", "--contents", str(made)), check=True, capture_output=True, text=True
    ).stdout
    assert "./opt/forum-desktop/forum-desktop" in inside
    assert "./usr/bin/forum-desktop -> /opt/forum-desktop/forum-desktop" in inside
    assert "root/root" in inside.splitlines()[0]


def test_the_build_starts_from_locked_packages_the_app_runs_with() -> None:
    locks = [_pins(ROOT / name) for name in ("requirements.lock", "requirements-package.lock")]
    assert "pyinstaller" in locks[1]
    assert {name: locks[1].get(name) for name in locks[0]} == locks[0]


def test_the_menu_names_the_app_in_thai_too() -> None:
    menu = ConfigParser(interpolation=None)
    menu.optionxform = str  # type: ignore[assignment,method-assign]
    menu.read(PACKAGING / "forum-desktop.desktop", encoding="utf-8")
    assert menu["Desktop Entry"]["Name[th]"] == "ประชาคมเมือง"
    assert menu["Desktop Entry"]["Exec"] == "forum-desktop"
    assert ET.parse(PACKAGING / "forum-desktop.svg").getroot().get("viewBox")


def _pins(lock: Path) -> dict[str, str]:
    text = lock.read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", text, re.MULTILINE))
