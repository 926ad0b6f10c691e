"""Build what is installed: a folder that needs no Python, packed for this system.

`python packaging/build.py --out FOLDER` makes the folder and, on Linux, a `.tar.gz` and a `.deb`
of it; on macOS PyInstaller makes the app, and on Windows `windows.iss` packs the folder. Every
build begins from the locked packages in an environment of its own and ends with a trial of what
it made. Standard library only.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LOCK = ROOT / "requirements-package.lock"
NAME = "forum-desktop"
_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def main(words: Sequence[str]) -> int:
    """Build, try and pack; print each file that was made."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    out: Path = asked.parse_args(words).out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    folder = build_folder(out)
    try_it(folder)
    for made in pack(folder, out):
        print(made)
    return 0


def build_folder(out: Path) -> Path:
    """Return the folder of the app, built from the locked packages alone."""
    with tempfile.TemporaryDirectory() as work:
        python = _environment(Path(work) / "environment")
        places = ("--distpath", str(out), "--workpath", str(Path(work) / "work"))
        spec = str(HERE / f"{NAME}.spec")
        _run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, spec)
    return out / NAME


def try_it(folder: Path) -> None:
    """Hold the reference forum with what was built, where no Python of ours can be found."""
    program = str(folder / NAME)
    with tempfile.TemporaryDirectory() as home:
        bare = {"HOME": home, "PATH": os.defpath, "LOCALAPPDATA": home, "LANG": "C.UTF-8"}
        if root := os.environ.get("SYSTEMROOT"):
            bare["SYSTEMROOT"] = root  # without it nothing starts on Windows
        demo = (program, "demo", "--out", str(Path(home) / "out"), "--json")
        subprocess.run(demo, env=bare, check=True, stdout=subprocess.DEVNULL)
        checked = subprocess.run(
            (program, "check", "--json"), env=bare, check=True, capture_output=True, text=True
        )
        json.loads(checked.stdout)
        assert (Path(home) / "out" / "minutes.pdf").read_bytes().startswith(b"%PDF")


def pack(folder: Path, out: Path) -> list[Path]:
    """Return what the folder was packed into on this system."""
    if sys.platform != "linux":
        return [folder]
    return [folder, pack_tar(folder, out), pack_deb(folder, out)]


def pack_tar(folder: Path, out: Path) -> Path:
    """Pack the folder for a stick: unpack it anywhere and start `forum-desktop/forum-desktop`."""
    target = out / f"{NAME}-{version(folder)}-linux-{platform.machine()}.tar.gz"
    with tarfile.open(target, "w:gz") as packed:
        packed.add(folder, NAME, filter=_of_nobody)
    return target


def pack_deb(folder: Path, out: Path) -> Path:
    """Pack a Debian package that puts the app into /opt and its sign into the menu."""
    machine = _MACHINES[platform.machine()]
    target = out / f"{NAME}_{version(folder)}_{machine}.deb"
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place)
        tree.chmod(0o755)
        shutil.copytree(folder, tree / "opt" / NAME)
        _put_menu(tree)
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir(mode=0o755)
        control.parent.chmod(0o755)  # whatever the mask of this user
        control.write_text(_control(version(folder), machine, tree), encoding="utf-8")
        _run("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", str(tree), str(target))
    return target


def version(folder: Path) -> str:
    """Return the version that the app tells of itself."""
    told = subprocess.run(
        (str(folder / NAME), "--version"), check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def needed_packages() -> list[str]:
    """Return the packages of the system that the window needs, as `start.py` installs them."""
    sys.path.insert(0, str(ROOT))
    import start  # noqa: PLC0415 - the one place where they are told

    return [*start.WINDOW_PACKAGES, *start.SCREEN_PACKAGES]


def _control(number: str, machine: str, tree: Path) -> str:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    # Releases after 12 rename libraries whose times are of 64 bits.
    named = [f"{name} | {name}t64" for name in needed_packages()]
    return (
        f"Package: {NAME}\nVersion: {number}\nArchitecture: {machine}\nSection: misc\n"
        f"Priority: optional\nInstalled-Size: {size}\nDepends: {', '.join(named)}\n"
        "Maintainer: Forum Desktop <forum-desktop@localhost>\n"
        "Description: Facilitators' record of Thai municipal planning forums\n"
        " From the door to the signed minutes, on one laptop, with no network.\n"
    )


def _put_menu(tree: Path) -> None:
    entry = tree / "usr" / "share" / "applications" / f"{NAME}.desktop"
    icon = tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    for path, source in ((entry, HERE / f"{NAME}.desktop"), (icon, HERE / f"{NAME}.svg")):
        path.parent.mkdir(parents=True)
        shutil.copyfile(source, path)
    command = tree / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{NAME}/{NAME}")


def _environment(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    lock = ("--require-hashes", "--requirement", str(LOCK))
    _run(python, "-m", "pip", "install", "--quiet", "--only-binary=:all:", *lock)
    return python


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
