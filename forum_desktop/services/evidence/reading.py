"""Reading a file that somebody brought, of which nothing is believed: not even that it ends."""

import stat
from pathlib import Path
from typing import BinaryIO

from forum_desktop.errors import Refusal

MEGABYTE = 1024 * 1024
LARGEST_READ = 50 * MEGABYTE
"""Bytes of a file that is looked at; a photo of a phone has 3 to 15 million."""

_CHUNK = MEGABYTE


def read_file(path: Path) -> bytes:
    """Return a file's bytes, at most 50 MB.

    Raises Refusal("evidence.not_found", "evidence.no_file" for a folder or device,
    "evidence.too_big", "evidence.empty", or "evidence.cut_short" where it could not be read
    to its end).
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refusal("evidence.no_file")
        if found.st_size > LARGEST_READ:
            raise _too_big(found.st_size)
        with path.open("rb") as file:
            return read_whole(file, found.st_size)
    except FileNotFoundError as error:
        raise Refusal("evidence.not_found") from error
    except OSError as error:
        raise Refusal("evidence.cut_short") from error


def read_whole(file: BinaryIO, size: int) -> bytes:
    """Return `size` bytes, all that the file has; raises as `read_file`, and OSError."""
    parts, length = [], 0
    while part := file.read(_CHUNK):
        parts.append(part)
        length += len(part)
        if length > LARGEST_READ:
            raise _too_big(length)
    if length < size:
        raise Refusal("evidence.cut_short")
    if not length:
        raise Refusal("evidence.empty")
    return b"".join(parts)


def _too_big(size: int) -> Refusal:
    return Refusal(
        "evidence.too_big",
        megabytes=-(-size // MEGABYTE),
        largest=LARGEST_READ // MEGABYTE,
    )
