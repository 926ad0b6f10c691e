"""Packing parts: compressed by zstd (RFC 8878), sealed by age (age-encryption.org/v1).

Everything flows: neither a part nor what it unpacks to is ever whole in memory, and nothing
readable touches the disk.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, cast

from forum_desktop.errors import Refusal
from forum_desktop.sealing.streams import Source, Target, opened_with, sealing_to

ZSTD, AGE, BOTH = "zstd", "age", "zstd+age"
_LEVEL = 9
_MOST_WINDOW = 64 * 1024 * 1024
_PIECE = 1024 * 1024


def pack(pieces: Iterable[bytes], target: Target, packed: str, recipients: Sequence[str]) -> int:
    """Write pieces packed; return how many bytes they were."""
    counted = _Counted(pieces)
    if packed == ZSTD:
        _compress(counted, target)
    elif packed == AGE:
        with sealing_to(target, recipients) as sealing:
            _write_all(counted, sealing)
    else:
        with sealing_to(target, recipients) as sealing:
            _compress(counted, sealing)
    return counted.bytes


def unpack(source: Source, packed: str, unpacked: int, secrets: Sequence[str]) -> Iterator[bytes]:
    """Yield what a part holds, which must be `unpacked` bytes and no more.

    Raises Refusal("bundle.damaged") where it is more or less, "bundle.not_for_us" where no
    secret opens it, and "bundle.newer" for a packing that is not known here.
    """
    if packed == ZSTD:
        yield from _bounded(_decompressed(source), unpacked)
    elif packed in {AGE, BOTH}:
        with opened_with(source, secrets) as opened:
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


def _compress(pieces: Iterable[bytes], target: Target) -> None:
    import zstandard  # noqa: PLC0415 - 50 ms, only where a bundle is made

    with zstandard.ZstdCompressor(level=_LEVEL).stream_writer(
        cast("IO[bytes]", target), closefd=False
    ) as writing:
        for piece in pieces:
            writing.write(piece)


def _decompressed(source: Source) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415

    try:
        reader = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).stream_reader(
            cast("IO[bytes]", source), closefd=False
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


def _read_all(source: Source) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _write_all(pieces: Iterable[bytes], target: Target) -> None:
    for piece in pieces:
        target.write(piece)
