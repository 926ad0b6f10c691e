"""Streams sealed to keys (the age format): neither side is ever whole in memory."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol

from forum_desktop.errors import Refusal


class Source(Protocol):
    """What can be read to its end."""

    def read(self, most: int = ..., /) -> bytes:
        """Return at most so many bytes, none at the end."""


class Target(Protocol):
    """What can be written."""

    def write(self, piece: bytes, /) -> Any:
        """Take some bytes."""

    def flush(self) -> None:
        """Hand on what was taken."""


@contextmanager
def sealing_to(target: Target, recipients: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file whose content goes sealed into `target`."""
    import pyrage  # noqa: PLC0415 - loaded where something is sealed

    known = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    reading, writing = _pipe()
    with _beside(lambda: pyrage.encrypt_io(reading, target, known), reading), writing:
        yield writing


@contextmanager
def opened_with(source: Source, secrets: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a file of what `source` holds sealed.

    Raises Refusal("bundle.not_for_us") where no secret opens it.
    """
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
