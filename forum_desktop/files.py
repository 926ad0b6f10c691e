"""Files written whole or not at all, for this user's eyes, and read only where they are small."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import BinaryIO

from forum_desktop.errors import Refusal

PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
_PART = "forum-part"
_YOUNG = 60.0
"""Seconds in which a half-written file, of another process maybe, is surely left alone."""

if sys.platform != "win32":
    import fcntl


@contextmanager
def replacing(target: Path, *, mode: int = PRIVATE) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of `target` only when the block ends well.

    `mode` holds from its first byte, less what the user's mask takes away.

    Written beside, synced, renamed, folder synced (as POSIX rename(2) needs for durability).
    Raises Refusal("files.not_written") when the folder or disk will not take it; the old
    file is then untouched.
    """
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.{_PART}")
    try:
        sweep_parts(target.parent)
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            is_taken(file)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    finally:
        with suppress(OSError):  # what the block raised is the news, not this
            beside.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes, *, mode: int = PRIVATE) -> None:
    """Write `content` to `target`, whole or not at all."""
    with replacing(target, mode=mode) as file:
        file.write(content)


def sweep_parts(folder: Path, spared: float = _YOUNG) -> None:
    """Remove what a process that was killed left half written in a folder.

    Whoever still writes holds a lock, which ends with the process (Windows refuses to remove
    what is open). Files of the last `spared` seconds stay: they may be about to be locked.
    """
    for part in folder.glob(f".*.{_PART}"):
        with suppress(OSError):
            if abs(time() - part.stat().st_mtime) >= spared and _is_left(part):
                part.unlink(missing_ok=True)


def is_taken(file: BinaryIO) -> bool:
    """Lock an open file for this process until it is closed; tell whether that was possible.

    Some file systems know no locks; what is written there goes on all the same.
    """
    if sys.platform == "win32":
        return True  # what is open cannot be removed there
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def make_private(path: Path) -> None:
    """Take from others what they may do with a file or folder that is ours; do what is possible.

    A file system without permissions (a stick) has none to take.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError):
        found = path.stat()
        if found.st_uid == os.geteuid() and found.st_mode & 0o077:
            path.chmod(found.st_mode & 0o700)


def read_small(path: Path, largest: int, family: str) -> bytes:
    """Return a file of at most `largest` bytes.

    Raises Refusal("<family>.not_found", ".not_readable" or ".too_big").
    """
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError as error:
        raise Refusal(f"{family}.not_found", file=path.name) from error
    except OSError as error:
        raise Refusal(f"{family}.not_readable", file=path.name, reason=error.strerror) from error
    if len(content) > largest:
        raise Refusal(f"{family}.too_big", file=path.name, megabytes=largest // 1024**2)
    return content


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut (Windows has no such call, nor need)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_left(path: Path) -> bool:
    with path.open("rb") as file:
        return is_taken(file)
