"""A mail box: what can be done with the files in it, whatever way leads there."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Protocol

PIECE = 256 * 1024
"""Bytes read or written at a time."""


class Source(Protocol):
    """What is read from here on, some bytes at a time."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes, none at its end."""
        ...


class Store(ABC):
    """One folder of headquarters. All raise Refusal("courier....") where the way there fails.

    Names are plain names of files in it.
    """

    continues: ClassVar[bool] = False
    """Whether a file that was broken off can be written on."""
    renames: ClassVar[bool] = True
    """Whether a file comes into its place by another name; where not, it comes whole anyway."""

    @abstractmethod
    def size(self, name: str) -> int | None:
        """Return how long a file is said to be, None where there is none."""

    @abstractmethod
    def read(self, name: str) -> Iterator[bytes]:
        """Yield a file piece by piece."""

    @abstractmethod
    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        """Write what is left of a source, `size` bytes, as a file or behind what is there of it."""

    @abstractmethod
    def rename(self, old: str, new: str) -> None:
        """Give a file another name, in place of what had it."""

    @abstractmethod
    def remove(self, name: str) -> None:
        """Remove a file; nothing where there is none."""

    def close(self) -> None:  # noqa: B027 - most have nothing to let go of
        """Let go of the way there."""
