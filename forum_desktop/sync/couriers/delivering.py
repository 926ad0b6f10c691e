"""Bringing one file to a mail box: whole, once, and read back."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.sync.couriers.store import PIECE, Store

PART = ".part"
"""Behind the name of what is not whole yet: headquarters passes it by."""


class Watch(NamedTuple):
    """How whoever waits hears of it (0 to 1), and stops it."""

    tell: Callable[[float], object] = lambda _: None
    is_cancelled: Callable[[], bool] = lambda: False


class Brought(NamedTuple):
    """Whether a file was there already, and from which byte on it was written."""

    was_there: bool
    resumed_at: int


def bring(store: Store, source: Path, name: str, watch: Watch) -> Brought:
    """Bring a file to a mail box under a name, and read it back.

    What was broken off is written on where the way allows that. The same file is never brought
    twice. Raises Refusal("courier.not_as_sent") where the mail box does not hold what was sent,
    whatever it says itself, and Cancelled; what is there by then is gone on with the next time.
    """
    size = source.stat().st_size
    if store.size(name) == size and _is_same(store, source, name, size, watch):
        return Brought(was_there=True, resumed_at=size)
    beside = f"{name}{PART}" if store.renames else name
    resumed_at = _begun(store, beside, size)
    _write(store, source, beside, resumed_at, watch)
    if resumed_at and not _is_same(store, source, beside, size, watch):
        resumed_at = 0  # what was there was another's, or damaged
        _write(store, source, beside, 0, watch)
    if not _is_same(store, source, beside, size, watch):
        store.remove(beside)
        raise Refusal("courier.not_as_sent", file=name)
    if beside != name:
        store.rename(beside, name)
    if store.size(name) != size:
        raise Refusal("courier.not_as_sent", file=name)
    watch.tell(1.0)
    return Brought(was_there=False, resumed_at=resumed_at)


def fetch(store: Store, name: str, most: int) -> bytes | None:
    """Return a small file, None where there is none; raises Refusal("courier.too_big")."""
    if store.size(name) is None:
        return None
    content = bytearray()
    for piece in store.read(name):
        content += piece
        if len(content) > most:
            raise Refusal("courier.too_big", file=name)
    return bytes(content)


class _Watched:
    """A source that tells how far it was read, and stops where nobody waits any more."""

    def __init__(self, file: BinaryIO, size: int, watch: Watch) -> None:
        self._file, self._size, self._watch = file, max(size, 1), watch

    def read(self, size: int = -1, /) -> bytes:
        if self._watch.is_cancelled():
            raise Cancelled
        piece = self._file.read(size)
        self._watch.tell(self._file.tell() / self._size / 2)
        return piece


def _write(store: Store, source: Path, name: str, start: int, watch: Watch) -> None:
    with source.open("rb") as file:
        file.seek(start)
        size = source.stat().st_size
        store.write(name, _Watched(file, size, watch), size - start, goes_on=start > 0)


def _begun(store: Store, name: str, size: int) -> int:
    """Return from where a file can be written on; whether what is there is right shows later."""
    there = store.size(name) if store.continues else None
    return there if there and there <= size else 0


def _is_same(store: Store, source: Path, name: str, size: int, watch: Watch) -> bool:
    """Tell whether a file in the mail box is the first `size` bytes of the source."""
    found, length = hashlib.sha256(), 0
    for piece in store.read(name):
        if watch.is_cancelled():
            raise Cancelled
        length += len(piece)
        if length > size:  # nobody reads on for ever
            return False
        found.update(piece)
        watch.tell(0.5 + length / size / 2)
    return length == size and found.digest() == _digest(source, size)


def _digest(source: Path, size: int) -> bytes:
    told = hashlib.sha256()
    for piece in _pieces(source, size):
        told.update(piece)
    return told.digest()


def _pieces(source: Path, size: int) -> Iterator[bytes]:
    with source.open("rb") as file:
        while size and (piece := file.read(min(PIECE, size))):
            size -= len(piece)
            yield piece
