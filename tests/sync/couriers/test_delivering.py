"""What is brought to a mail box is there whole, once, and as it was sent, by every way."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.records.courier import Credential
from forum_desktop.sync.couriers.delivering import Watch, bring, fetch
from forum_desktop.sync.couriers.opening import open_store
from forum_desktop.sync.couriers.store import Source, Store
from tests.sync.couriers.servers import Box, free_port

NAME = "KK65-A-0123456789abcdef.forumbundle"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_bytes(os.urandom(1_500_000))
    return path


@pytest.fixture
def store(box: Box) -> Iterator[Store]:
    with closing(open_store(box.address, box.credential)) as store:
        yield store


def content(store: Store, name: str = NAME) -> bytes | None:
    return fetch(store, name, 10_000_000)


def test_a_file_arrives_whole_and_is_not_brought_twice(store: Store, source: Path) -> None:
    heard: list[float] = []
    brought = bring(store, source, NAME, Watch(tell=heard.append))
    assert (brought.was_there, brought.resumed_at) == (False, 0)
    assert content(store) == source.read_bytes()
    assert store.size(f"{NAME}.part") is None
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert bring(store, source, NAME, Watch()).was_there
    assert fetch(store, "nothing.forumreceipt", 10) is None
    with pytest.raises(Refusal, match=r"courier\.too_big"):
        fetch(store, NAME, 10)
    store.remove(NAME)
    store.remove(NAME)
    assert content(store) is None


def test_another_content_under_the_name_gives_way(
    store: Store, source: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_bytes(bytes(source.stat().st_size))
    bring(store, wrong, NAME, Watch())
    assert not bring(store, source, NAME, Watch()).was_there
    assert content(store) == source.read_bytes()


def test_what_was_stopped_is_not_there_and_goes_on_the_next_time(
    store: Store, source: Path
) -> None:
    heard: list[float] = []
    with pytest.raises(Cancelled):
        bring(store, source, NAME, Watch(heard.append, lambda: len(heard) > 2))
    assert store.size(NAME) is None
    brought = bring(store, source, NAME, Watch())
    assert (brought.resumed_at > 0) == store.continues
    assert content(store) == source.read_bytes()


def test_half_of_something_else_is_not_gone_on_with(store: Store, source: Path) -> None:
    if not store.continues:
        pytest.skip("nothing is gone on with by this way")
    with source.with_name("rubbish").open("wb+") as rubbish:
        rubbish.write(b"rubbish" * 1000)
        rubbish.seek(0)
        store.write(f"{NAME}.part", rubbish, 7000, goes_on=False)
    assert bring(store, source, NAME, Watch()).resumed_at == 0
    assert content(store) == source.read_bytes()


class _Dropping(Store):
    """A store that loses the last byte of everything, and tells the right sizes."""

    def __init__(self, store: Store, size: int) -> None:
        self._store, self._size = store, size

    def size(self, name: str) -> int | None:
        found = self._store.size(name)
        return found if found is None else self._size

    def read(self, name: str) -> Iterator[bytes]:
        yield from self._store.read(name)

    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        first = source.read(size - 1)
        self._store.write(name, _Piece(first), size - 1, goes_on=goes_on)

    def rename(self, old: str, new: str) -> None:
        self._store.rename(old, new)

    def remove(self, name: str) -> None:
        self._store.remove(name)


class _Piece:
    def __init__(self, content: bytes) -> None:
        self._left = content

    def read(self, size: int = -1, /) -> bytes:
        piece, self._left = self._left[:size], self._left[size:]
        return piece


def test_a_server_that_keeps_less_and_says_otherwise_is_found_out(
    store: Store, source: Path
) -> None:
    lying = _Dropping(store, source.stat().st_size)
    with pytest.raises(Refusal, match=r"courier\.not_as_sent"):
        bring(lying, source, NAME, Watch())
    assert store.size(NAME) is None


def test_nobody_answering_is_told(box: Box) -> None:
    if not box.port:
        address = replace(box.address, folder=f"{box.address.folder}/nowhere")
        with pytest.raises(Refusal, match=r"courier\.no_folder"):
            open_store(address, box.credential)
        return
    address = replace(box.address, port=free_port())
    with pytest.raises(Refusal, match=r"courier\.unreachable"):
        open_store(address, box.credential)


def test_a_wrong_secret_is_told(box: Box, tmp_path: Path) -> None:
    if not box.port:
        pytest.skip("a folder asks for nothing")
    wrong = Credential(secret="another-word")
    with pytest.raises(Refusal, match=r"courier\.login_refused"):
        open_store(box.address, wrong)


def test_a_folder_that_is_not_there_is_told(box: Box) -> None:
    if box.folder is None:
        address = replace(box.address, folder="nowhere/inbox")
    else:
        address = replace(box.address, folder=f"{box.address.folder}/nowhere")
    with pytest.raises(Refusal, match=r"courier\.no_folder"):
        open_store(address, box.credential)
