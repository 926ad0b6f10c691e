"""Servers that die, lie and refuse: it is told, and nothing counts as sent that is not."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import ModuleType

import pytest

from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Credential
from forum_desktop.sync.couriers import s3, sftp, webdav
from forum_desktop.sync.couriers.delivering import Watch, bring, fetch
from forum_desktop.sync.couriers.folder import FolderStore
from forum_desktop.sync.couriers.opening import open_store
from tests.sync.couriers.servers import Box, free_port

NAME = "KK65-A-0123456789abcdef.forumbundle"
Open = Callable[[str], Box]
REMOTE = ("sftp", "webdav", "s3")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_bytes(os.urandom(1_500_000))
    return path


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("500", "server_fault"),
        ("507", "server_full"),
        ("403", "server_refused"),
        ("cut", "not_as_sent"),
        ("other", "not_as_sent"),
        ("long", "not_as_sent"),
        ("endless", "not_as_sent"),
        ("dies", "broken_off"),
    ],
)
def test_a_server_that_does_wrong_is_told_of_and_later_gone_on_with(
    open_box: Open, source: Path, fault: str, reason: str
) -> None:
    box = open_box("webdav")
    assert box.folder is not None
    told = box.folder.parent / "fault"
    told.write_text(fault)
    with (
        closing(open_store(box.address, box.credential)) as store,
        pytest.raises(Refusal, match=rf"courier\.{reason}$|courier\.{reason} "),
    ):
        bring(store, source, NAME, Watch())
    told.unlink()
    if fault == "dies":
        return
    with closing(open_store(box.address, box.credential)) as store:
        bring(store, source, NAME, Watch())
        assert fetch(store, NAME, 10_000_000) == source.read_bytes()
        assert [path.name for path in box.folder.iterdir()] == [NAME]


class Cutting:
    """A way to a server that hangs up once so much went there."""

    def __init__(self, port: int, most: int) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self._port, self._left = port, most
        self._open: list[socket.socket] = []
        Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        for one in (self.listener, *self._open):
            _hang_up(one)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
                self._open += [client, server]
                Thread(target=self._pump, args=(client, server, 1), daemon=True).start()
                Thread(target=self._pump, args=(server, client, 0), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, counted: int) -> None:
        with suppress(OSError):
            while piece := source.recv(16_384):
                self._left -= counted * len(piece)
                if self._left < 0:
                    break
                target.sendall(piece)
        for one in (source, target):
            _hang_up(one)


def _hang_up(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)


@contextmanager
def cut_after(port: int, most: int) -> Iterator[int]:
    """Yield a port that leads to another one, and hangs up once so much went there."""
    with closing(Cutting(port, most)) as cutting:
        yield cutting.listener.getsockname()[1]


@pytest.mark.parametrize("way", REMOTE)
@pytest.mark.parametrize("most", [500, 60_000, 700_000])
def test_a_line_that_breaks_at_any_point_loses_nothing(
    open_box: Open, source: Path, way: str, most: int
) -> None:
    box = open_box(way)
    with (
        cut_after(box.port, most) as port,
        pytest.raises(Refusal, match=r"courier\."),
        closing(open_store(replace(box.address, port=port), box.credential)) as store,
    ):
        bring(store, source, NAME, Watch())
    with closing(open_store(box.address, box.credential)) as store:
        assert store.size(NAME) is None, "half of it is never under its name"
        brought = bring(store, source, NAME, Watch())
        assert not brought.was_there
        assert fetch(store, NAME, 10_000_000) == source.read_bytes()


def test_a_password_is_never_told_to_a_server_that_is_not_known(open_box: Open) -> None:
    box = open_box("sftp")
    unknown = replace(box.address, fingerprint="")
    with pytest.raises(Refusal, match=r"courier\.new_server") as told:
        open_store(unknown, Credential(secret="a word"))
    assert told.value.details["fingerprint"] == box.address.fingerprint
    other = replace(box.address, fingerprint="SHA256:AAAA")
    with pytest.raises(Refusal, match=r"courier\.other_server"):
        open_store(other, Credential(secret="a word"))


@pytest.mark.parametrize(("way", "module"), [("sftp", sftp), ("webdav", webdav), ("s3", s3)])
def test_a_server_that_says_nothing_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch, open_box: Open, way: str, module: ModuleType
) -> None:
    box = open_box(way)
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = replace(box.address, port=silent.getsockname()[1])
        with pytest.raises(Refusal, match=r"courier\.(unreachable|broken_off)"):
            open_store(address, Credential(user="office", secret="a word"))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, source: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    store = FolderStore(box)
    (box / f"{NAME}.part").mkdir()
    with pytest.raises(Refusal, match=r"courier\.folder_failed"):
        bring(store, source, NAME, Watch())
    (box / f"{NAME}.part").rmdir()
    box.rmdir()
    with pytest.raises(Refusal, match=r"courier\.folder_failed"):
        bring(store, source, NAME, Watch())
    with pytest.raises(Refusal, match=r"courier\.no_folder"):
        FolderStore(box)


def test_a_full_stick_is_told_and_gone_on_with(tmp_path: Path, source: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    words = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(stick))
    if subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("A FULL STICK IS NOT PROVEN HERE: nothing can be mounted")
    try:
        with pytest.raises(Refusal, match=r"courier\.folder_failed"):
            bring(FolderStore(stick), source, NAME, Watch())
        assert not (stick / NAME).exists()
        subprocess.run(("mount", "-o", "remount,size=8m", str(stick)), check=True)
        assert bring(FolderStore(stick), source, NAME, Watch()).resumed_at > 0
        assert (stick / NAME).read_bytes() == source.read_bytes()
    finally:
        subprocess.run(("umount", str(stick)), check=True)


def test_a_link_that_lies_there_is_not_written_through(tmp_path: Path, source: Path) -> None:
    box, precious = tmp_path / "box", tmp_path / "precious"
    box.mkdir()
    precious.write_text("keep me", encoding="utf-8")
    for name in (NAME, f"{NAME}.part"):
        (box / name).symlink_to(precious)
    bring(FolderStore(box), source, NAME, Watch())
    assert precious.read_text(encoding="utf-8") == "keep me"
    assert (box / NAME).read_bytes() == source.read_bytes()
    assert not (box / NAME).is_symlink()


def test_nobody_listens(open_box: Open) -> None:
    box = open_box("webdav")
    with pytest.raises(Refusal, match=r"courier\.unreachable"):
        open_store(replace(box.address, port=free_port()), box.credential)
