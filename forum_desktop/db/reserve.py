"""Room kept back on the disk, so that the last words can be saved when it is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from forum_desktop.files import PRIVATE

RESERVE_NAME = "forum-reserve"
RESERVE_SIZE = 512 * 1024
"""Bytes: some hundred acts, and the file's own bookkeeping."""
_SPARE = 8 * RESERVE_SIZE
"""Bytes that must be free besides before room is kept back."""


def make(folder: Path) -> bool:
    """Keep room back in a folder where there is plenty; tell whether it is kept."""
    path = folder / RESERVE_NAME
    try:
        if path.exists() and path.stat().st_size == RESERVE_SIZE:
            return True
        if shutil.disk_usage(folder).free < RESERVE_SIZE + _SPARE:
            return False
        _write(path)
    except OSError:
        release(folder)
        return False
    return True


def release(folder: Path) -> bool:
    """Give the room back; tell whether there was any."""
    path = folder / RESERVE_NAME
    if not path.exists():
        return False
    with suppress(OSError):  # then there is none to give
        path.unlink()
        return True
    return False


def _write(path: Path) -> None:
    # Chance, not zeros: some file systems keep no room for what is all the same.
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, PRIVATE)) as file:
        file.write(os.urandom(RESERVE_SIZE))
        file.flush()
        os.fsync(file.fileno())
