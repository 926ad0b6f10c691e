"""Temporary files: in a folder of ours that nobody else may enter, and gone when work ends.

The system's own folder for such files is shared by everybody on the laptop, and keeps what a
killed program left. What we left is swept by the next start, told apart by a lock that ends
with its process.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import time

from forum_desktop.errors import Refusal
from forum_desktop.files import PRIVATE_FOLDER, is_taken

_LOCK = ".lock"
_YOUNG = 60.0
"""Seconds in which a folder without a lock is surely left alone: it may be in the making."""


@contextmanager
def scratch(root: Path | None = None) -> Iterator[Path]:
    """Yield an empty folder for temporary files; it goes with all in it when the block ends.

    Raises Refusal("files.not_written") where there is no place for it.
    """
    try:
        home = root or _own_root()
        sweep_scratch(home)
        folder = Path(tempfile.mkdtemp(dir=home))  # mode 0700, as mkdtemp promises
        lock = (folder / _LOCK).open("xb")
    except OSError as error:
        path = root or tempfile.gettempdir()
        raise Refusal("files.not_written", path=path, reason=error.strerror) from error
    try:
        with closing(lock):
            is_taken(lock)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_scratch(root: Path | None = None) -> None:
    """Remove the temporary files of processes that have ended, however they did."""
    with suppress(OSError):
        for folder in (root or _own_root()).iterdir():
            with suppress(OSError):
                if folder.is_dir() and _is_left(folder):
                    shutil.rmtree(folder, ignore_errors=True)


def _own_root() -> Path:
    """Return this user's own folder, made with mode 0700; raises OSError where it is another's."""
    if sys.platform == "win32":
        root = Path(tempfile.gettempdir()) / "forum-desktop"  # in the profile already
        root.mkdir(exist_ok=True)
        return root
    root = Path(tempfile.gettempdir()) / f"forum-desktop-{os.geteuid()}"
    with suppress(FileExistsError):
        root.mkdir(mode=PRIVATE_FOLDER)
    found = root.lstat()
    if root.is_symlink() or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        # Somebody else laid it there before us: a folder with a name nobody can foresee.
        return Path(tempfile.mkdtemp(prefix="forum-desktop-"))
    return root


def _is_left(folder: Path) -> bool:
    lock = folder / _LOCK
    if not lock.exists():
        return time() - folder.stat().st_mtime > _YOUNG
    if sys.platform == "win32":
        with suppress(PermissionError):
            lock.unlink()
            return True
        return False
    with lock.open("rb") as file:
        return is_taken(file)
