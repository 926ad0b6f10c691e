"""An archive in one encrypted file, as a laptop's is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from forum_desktop.db.database import Database
from forum_desktop.sync.bundle.reading import Bundle
from forum_desktop.sync.hq.archive import KeptBundle, note_kept
from forum_desktop.sync.hq.tables import archive_metadata
from forum_desktop.sync.incoming import TakenIn, take_in


class LocalArchive:
    """An archive on the file of a data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with self.act() as connection:
            archive_metadata.create_all(connection)

    def take(self, bundle: Bundle, secrets: Sequence[str], kept: KeptBundle) -> TakenIn:
        """Merge a bundle and note it."""
        with self._database.write() as writing:
            taken = take_in(writing, bundle, secrets)
            note_kept(writing.connection, kept, taken)
        return taken

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """Yield one consistent look."""
        with self._database.read() as reading:
            yield reading.connection

    @contextmanager
    def act(self) -> Iterator[Connection]:
        """Yield a transaction."""
        with self._database.write() as writing:
            yield writing.connection

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
