"""Files written whole or not at all, and read only where they are small."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from forum_desktop.errors import Refusal


@contextmanager
def replacing(target: Path, *, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of `target` only when the block ends well.

    `mode` holds from its first byte, less what the user's mask takes away.

    Written beside, synced, renamed, folder synced (as POSIX rename(2) needs for durability).
    Raises Refusal("files.not_written") when the folder or disk will not take it; the old
    file is then untouched.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with open(beside, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise Refusal("files.not_written", path=target, reason=error.strerror) from error
    finally:
        beside.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write `content` to `target`, whole or not at all."""
    with replacing(target, mode=mode) as file:
        file.write(content)


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
