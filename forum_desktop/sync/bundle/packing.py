"""Packing parts: compressed by zstd (RFC 8878), sealed by age (age-encryption.org/v1).

Everything flows: neither a part nor what it unpacks to is ever whole in memory, and nothing
readable touches the disk.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from forum_desktop.errors import Refusal

ZSTD, AGE, BOTH = "zstd", "age", "zstd+age"
_LEVEL = 9
_MOST_WINDOW = 64 * 1024 * 1024
_PIECE = 1024 * 1024


def pack(pieces: Iterable[bytes], target: BinaryIO, packed: str, recipients: Sequence[str]) -> int:
    """Write pieces packed; return how many bytes they were."""
    counted = _Counted(pieces)
    if packed == ZSTD:
        _compress(counted, target)
    elif packed == AGE:
        with _sealing(target, recipients) as sealing:
            _write_all(counted, sealing)
    else:
        with _sealing(target, recipients) as sealing:
            _compress(counted, sealing)
    return counted.bytes


def unpack(source: BinaryIO, packed: str, unpacked: int, secrets: Sequence[str]) -> Iterator[bytes]:
    """Yield what a part holds, which must be `unpacked` bytes and no more.

    Raises Refusal("bundle.damaged") where it is more or less, "bundle.not_for_us" where no
    secret opens it, and "bundle.newer" for a packing that is not known here.
    """
    if packed == ZSTD:
        yield from _bounded(_decompressed(source), unpacked)
    elif packed in {AGE, BOTH}:
        with _opening(source, secrets) as opened:
            pieces = _decompressed(opened) if packed == BOTH else _read_all(opened)
            yield from _bounded(pieces, unpacked)
    else:
        raise Refusal("bundle.newer")


class _Counted:
    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self.bytes = pieces, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.bytes += len(piece)
            yield piece


def _compress(pieces: Iterable[bytes], target: BinaryIO) -> None:
    import zstandard  # noqa: PLC0415 - 50 ms, only where a bundle is made

    with zstandard.ZstdCompressor(level=_LEVEL).stream_writer(target, closefd=False) as writing:
        for piece in pieces:
            writing.write(piece)


def _decompressed(source: BinaryIO) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415

    try:
        reader = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).stream_reader(
            source, closefd=False
        )
        yield from _read_all(reader)
    except zstandard.ZstdError as error:
        raise Refusal("bundle.damaged") from error


def _bounded(pieces: Iterator[bytes], unpacked: int) -> Iterator[bytes]:
    left = unpacked
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise Refusal("bundle.damaged")
        yield piece
    if left:
        raise Refusal("bundle.damaged")


def _read_all(source: BinaryIO) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _write_all(pieces: Iterable[bytes], target: BinaryIO) -> None:
    for piece in pieces:
        target.write(piece)


@contextmanager
def _sealing(target: BinaryIO, recipients: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file whose content goes sealed into `target`."""
    import pyrage  # noqa: PLC0415

    known = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    reading, writing = _pipe()
    with _beside(lambda: pyrage.encrypt_io(reading, target, known), reading), writing:
        yield writing


@contextmanager
def _opening(source: BinaryIO, secrets: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file of what `source` holds sealed."""
    import pyrage  # noqa: PLC0415

    known = [pyrage.x25519.Identity.from_str(secret) for secret in secrets]
    reading, writing = _pipe()

    def open_it() -> None:
        try:
            pyrage.decrypt_io(source, writing, known)
        except pyrage.DecryptError as error:
            raise Refusal("bundle.not_for_us") from error

    with _beside(open_it, writing), reading:
        yield reading


@contextmanager
def _beside(work: Callable[[], object], ends: BinaryIO) -> Iterator[None]:
    """Do work on a thread of its own while the block runs; its error is raised at the end."""
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BrokenPipeError:
            pass  # Whoever reads had enough: told by what it met itself.
        except BaseException as error:  # noqa: BLE001 - raised again where the work was asked
            errors.append(error)
        finally:
            ends.close()

    thread = threading.Thread(target=run, name="bundle")
    thread.start()
    try:
        yield
    finally:
        thread.join()
        if errors:
            raise errors[0]


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")
