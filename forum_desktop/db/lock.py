"""One app a folder, by a lock of the operating system that ends with the process."""

import sys
from pathlib import Path
from typing import BinaryIO

from forum_desktop.errors import Refusal

LOCK_NAME = "forum.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_folder(folder: Path) -> BinaryIO:
    """Take the folder for this process; closing the returned file lets it go.

    Raises Refusal("storage.folder_refused") where the folder cannot be written, and
    Refusal("storage.already_open") where another process has it.
    """
    file = _open_lock(folder)
    try:
        _take(file)
    except OSError as error:
        file.close()
        raise Refusal("storage.already_open", path=folder) from error
    return file


def _open_lock(folder: Path) -> BinaryIO:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return (folder / LOCK_NAME).open("a+b")
    except OSError as error:
        raise Refusal("storage.folder_refused", path=folder, reason=error.strerror) from error
