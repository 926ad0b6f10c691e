"""What mail boxes on servers have in common: a file system of fsspec and a folder in it."""

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from forum_desktop.errors import Refusal
from forum_desktop.sync.couriers.store import PIECE, Store

PATIENCE = 30.0
"""Seconds that a server may be silent."""


def load(name: str) -> ModuleType:
    """Return a library that only this way needs; raises Refusal("courier.not_installed")."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Refusal("courier.not_installed", library=name.partition(".")[0]) from error


class RemoteStore(Store):
    """A folder of a server. `faults` is what its library raises."""

    faults: tuple[type[Exception], ...] = (OSError, EOFError)

    def __init__(self, files: Any, folder: str, server: str) -> None:
        self._files, self._folder, self._server = files, folder, server

    def size(self, name: str) -> int | None:
        """Return how long a file is said to be; -1 where the server does not say."""
        with self._told():
            try:
                told = self._files.info(self._path(name))
            except FileNotFoundError:
                return None
            size = told.get("size")
            return size if isinstance(size, int) else -1

    def read(self, name: str) -> Iterator[bytes]:
        """Yield a file piece by piece."""
        with self._told(), self._files.open(self._path(name), "rb") as file:
            while piece := file.read(PIECE):
                yield piece

    def rename(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told():
            self._files.mv(self._path(old), self._path(new))

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._told(), suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    @abstractmethod
    def refusal_of(self, error: Exception) -> Refusal:
        """Return what an error of the library means."""

    def said(self, what: str, reason: object = "") -> Refusal:
        """Return a refusal that names the server and what it said."""
        return Refusal(f"courier.{what}", server=self._server, reason=str(reason) or "-")

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self.faults as error:
            raise self.refusal_of(error) from error
