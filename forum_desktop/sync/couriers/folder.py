"""The mail box that is a folder: a stick, a share, or what the office's own cloud carries on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.files import sync_folder
from forum_desktop.sync.couriers.store import PIECE, Source, Store


class FolderStore(Store):
    """A folder that this laptop sees; what is written is on its disk before it is told of."""

    continues = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with self._told():
            if not folder.is_dir():
                raise Refusal("courier.no_folder", folder=str(folder))

    def size(self, name: str) -> int | None:
        """Return how long a file is, None where there is none."""
        with self._told():
            path = self._folder / name
            # A link could lead out of the folder: it is no file of ours.
            return path.stat().st_size if path.is_file() and not path.is_symlink() else None

    def read(self, name: str) -> Iterator[bytes]:
        """Yield a file piece by piece."""
        with self._told(), (self._folder / name).open("rb") as file:
            while piece := file.read(PIECE):
                yield piece

    def write(self, name: str, source: Source, size: int, *, goes_on: bool) -> None:
        """Write what is left of a source."""
        path = self._folder / name
        with self._told():
            if path.is_symlink():
                path.unlink()
            with path.open("ab" if goes_on else "wb") as file:
                while piece := source.read(PIECE):
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())

    def rename(self, old: str, new: str) -> None:
        """Give a file another name."""
        with self._told():
            (self._folder / old).replace(self._folder / new)
            sync_folder(self._folder)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._told():
            (self._folder / name).unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Refusal(
                "courier.folder_failed", folder=str(self._folder), reason=error.strerror or ""
            ) from error
