"""A real PC/SC service with a reader on its desk, into which cards that exist only here are put.

The reader is the driver of vsmartcard-vpcd. It listens on a port; a card is a connection to it
that is told "power on", "power off", "reset" or a command, each behind its length in two bytes,
and answers what asks for an answer in the same way.
"""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import pytest

scard: Any = import_module("smartcard.scard") if find_spec("smartcard") else None
"""The service as programs see it; None where the extra is not installed."""
PROGRAM = Path("/usr/sbin/pcscd")
DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
MUST_RUN = "FORUM_DESKTOP_CARD_TESTS_MUST_RUN"
"""The name of a variable of the environment that turns skipping into failing."""
PATIENCE = 20.0
"""Seconds; a wait ends as soon as it is over."""
_READER = """FRIENDLYNAME "Virtual reader"
DEVICENAME /dev/null:{port:#x}
LIBPATH {driver}
CHANNELID {port:#x}
"""
_SLOTS = 2
"""The driver gives every reader two slots, each with a port of its own."""
_POWER_ON, _RESET, _ATR = 1, 2, 4


class Card(Protocol):
    """What can be put into the reader."""

    atr: bytes

    def wake(self) -> None: ...

    def send(self, command: bytes) -> bytes: ...


def reason_to_skip() -> str:
    """Return why there can be no service here, or an empty text."""
    if scard is None:
        return "the extra [smartcard] is not installed"
    if not PROGRAM.exists() or not DRIVER.exists():
        return "the packages pcscd and vsmartcard-vpcd are not installed"
    if os.geteuid() != 0:
        return "pcscd can only be started by root"
    return "another pcscd is running" if _is_answering() else ""


class Service:
    """The service of the system, started and stopped at will; only one runs on a machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._cards: list[InsertedCard] = []
        self._port = 0

    def start(self, readers: int = 1) -> None:
        """Start it with a reader, or with none; return when programs can ask it."""
        config = self._folder / "readers"
        config.mkdir(exist_ok=True)
        self._port = _free_ports()
        text = _READER.format(port=self._port, driver=DRIVER) * readers
        (config / "virtual").write_text(text, encoding="ascii")
        command = [str(PROGRAM), "--foreground", "--config", str(config)]
        log = (self._folder / "pcscd.log").open("wb")
        with log:
            self._process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        until(_is_answering)
        until(lambda: len(slots()) == readers * _SLOTS)

    def insert(self, card: Card, slot: int = 0) -> None:
        """Put a card into the reader; return when programs see it."""
        self._cards.append(InsertedCard(card, self._port + slot))
        until(lambda: _is_present(slot))

    def take_out(self) -> None:
        """Take out the card in the first slot; return when programs see that it is gone."""
        self._cards.pop(0).pull_out()
        until(lambda: not _is_present(0))

    def stop(self) -> None:
        """Stop the service; its cards fall out."""
        for card in self._cards:
            card.pull_out()
        self._cards.clear()
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
            self._process = None


class InsertedCard:
    """A card in the reader: answers in a thread of its own until it is pulled out.

    A card that raises OSError while it answers is pulled out at that moment.
    """

    def __init__(self, card: Card, port: int) -> None:
        self._card = card
        self._line = _connected(port)
        self._thread = threading.Thread(target=self._serve, name="card", daemon=True)
        self._thread.start()

    def pull_out(self) -> None:
        """Take the card out of the reader."""
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)

    def _serve(self) -> None:
        with self._line, suppress(OSError):
            while True:
                answer = self._answer(self._hear())
                if answer is not None:
                    self._line.sendall(len(answer).to_bytes(2, "big") + answer)

    def _answer(self, told: bytes) -> bytes | None:
        if len(told) > 1:
            return self._card.send(told)
        if told[0] in {_POWER_ON, _RESET}:
            self._card.wake()
        return self._card.atr if told[0] == _ATR else None

    def _hear(self) -> bytes:
        return self._exactly(int.from_bytes(self._exactly(2), "big"))

    def _exactly(self, length: int) -> bytes:
        heard = b""
        while len(heard) < length:
            part = self._line.recv(length - len(heard))
            if not part:
                raise OSError("pulled out")
            heard += part
        return heard


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


@contextmanager
def context() -> Iterator[int | None]:
    """Ask the service for a context; None where nothing answers."""
    result, handle = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    try:
        yield handle if result == scard.SCARD_S_SUCCESS else None
    finally:
        scard.SCardReleaseContext(handle)


def slots() -> list[str]:
    """Return the names of the slots that the service knows."""
    with context() as handle:
        return [] if handle is None else list(scard.SCardListReaders(handle, [])[1])


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Return a service that is not started yet; skip where there can be none."""
    if reason := reason_to_skip():
        # Where all is installed on purpose, nothing may be passed over in silence.
        (pytest.fail if MUST_RUN in os.environ else pytest.skip)(reason)
    made = Service(tmp_path)
    yield made
    made.stop()


def _is_answering() -> bool:
    with context() as handle:
        return handle is not None


def _is_present(slot: int) -> bool:
    with context() as handle:
        asked = [(slots()[slot], scard.SCARD_STATE_UNAWARE)]
        _, (state, *_) = scard.SCardGetStatusChange(handle, 0, asked)
        return bool(state[1] & scard.SCARD_STATE_PRESENT)


def _free_ports() -> int:
    """Return the first of as many free ports as a reader needs."""
    while True:
        with socket.socket() as one, socket.socket() as next_one:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            with suppress(OSError, OverflowError):
                next_one.bind(("127.0.0.1", port + 1))
                return port


def _connected(port: int) -> socket.socket:
    """Connect to a slot, which listens some moments after the service knows it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.005)
