"""Attachments: the bytes of evidence, in a file of their own beside the database.

Encrypted with the same key. Content is kept first, then the act that names its hash: what no
act names is swept. The journal is a rollback journal, which writes a large row once where a
write-ahead log would write it twice.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any

from forum_desktop.db.driver import DriverError, open_with_key, refusal_of
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.files import PRIVATE

_VERSION = 1
# EXTRA: with FULL a power cut after the commit may bring the rollback journal back, and with it
# what was before, while the act that names the content stays.
_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON", "trusted_schema=OFF")
_TABLES = (
    "CREATE TABLE content(sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL)",
    "CREATE TABLE thumbnail(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
)
_KEEP = "INSERT OR IGNORE INTO content(sha256, size, bytes) VALUES (?, ?, ?)"
_KEEP_SMALL = "INSERT OR REPLACE INTO thumbnail(sha256, bytes) VALUES (?, ?)"
_OWN = (
    "SELECT evidence.sha256 FROM evidence JOIN operation ON operation.entity = evidence.id"
    " AND operation.clock = evidence.born AND operation.replica = (SELECT replica FROM head)"
)


class Attachments:
    """The contents of one laptop or of one backup, by their hash; made when first needed.

    Whoever keeps content and then names it holds the `lock`, so that no sweep comes between.
    """

    def __init__(self, path: Path, key: str) -> None:
        self.path = path
        self.lock = RLock()
        self._key = key

    def keep(self, content: bytes, thumbnail: bytes | None = None) -> str:
        """Keep content, synced to the disk, and return its hash (hexadecimal SHA-256)."""
        sha = sha256(content).hexdigest()
        with self._writing() as connection:
            connection.execute(_KEEP, (sha, len(content), content))
            if thumbnail is not None:
                connection.execute(_KEEP_SMALL, (sha, thumbnail))
        return sha

    def read(self, sha: str) -> bytes:
        """Return content by its hash.

        Raises Refusal("evidence.not_here") where it has not arrived, and
        Refusal("evidence.damaged") where it is not what its hash says.
        """
        content = self._one("content", sha)
        if content is None:
            raise Refusal("evidence.not_here")
        if sha256(content).hexdigest() != sha:
            raise Refusal("evidence.damaged")
        return content

    def read_thumbnail(self, sha: str) -> bytes | None:
        """Return the small picture of a photo (JPEG), or None for what has none."""
        return self._one("thumbnail", sha)

    def known(self) -> frozenset[str]:
        """Return the hashes of all that is here."""
        with self._reading() as connection:
            return frozenset(sha for (sha,) in connection.execute("SELECT sha256 FROM content"))

    def forget_all_but(self, named: Collection[str]) -> int:
        """Remove the content whose hash is not named; return how much was removed."""
        unnamed = self.known() - frozenset(named)
        if unnamed:
            with self._writing() as connection:
                for sha in unnamed:
                    connection.execute("DELETE FROM content WHERE sha256 = ?", (sha,))
                    connection.execute("DELETE FROM thumbnail WHERE sha256 = ?", (sha,))
        return len(unnamed)

    def take(
        self, other: "Attachments", wanted: Collection[str], *, passes_damaged: bool = False
    ) -> frozenset[str]:
        """Take in what is wanted, lacking here and known there; return what was taken.

        Raises Refusal("evidence.damaged") where something is not what its hash says, unless
        that is passed over.
        """
        lacking = (frozenset(wanted) & other.known()) - self.known()
        return frozenset(sha for sha in sorted(lacking) if self._took(other, sha, passes_damaged))

    def _took(self, other: "Attachments", sha: str, passes_damaged: bool) -> bool:  # noqa: FBT001
        try:
            content = other.read(sha)
        except Refusal as refusal:
            if passes_damaged and refusal.key == "evidence.damaged":
                return False
            raise
        self.keep(content, other.read_thumbnail(sha))
        return True

    def faults(self) -> Iterator[str]:
        """Yield what is not as it was kept."""
        with self._reading() as connection:
            for (answer,) in connection.execute("PRAGMA integrity_check"):
                if answer != "ok":
                    yield f"attachments: {answer}"
            for sha, size in connection.execute("SELECT sha256, size FROM content").fetchall():
                content = _bytes_of(connection, "content", sha) or b""
                if (sha256(content).hexdigest(), len(content)) != (sha, size):
                    yield f"attachment {sha[:12]}: its content is not what its hash says"

    def _one(self, table: str, sha: str) -> bytes | None:
        with self._reading() as connection:
            return _bytes_of(connection, table, sha)

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """Yield a connection; where there is no file yet, to nothing."""
        path = str(self.path) if self.path.exists() else ":memory:"
        with self._connected(path) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        if not self.path.exists():
            with suppress(OSError):  # the driver tells what is wrong with the folder
                self.path.touch(PRIVATE)
        with self.lock, self._connected(str(self.path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:  # a full disk has ended it already
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _connected(self, path: str) -> Iterator[Any]:
        connection = open_with_key(Path(path), self._key)
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            _prepare(connection, self.path)
            yield connection
        except DriverError as error:
            raise refusal_of(error, self.path) from error
        finally:
            connection.close()


def named_hashes(reading: Reading) -> frozenset[str]:
    """Return the hashes that the log names, whoever named them."""
    return frozenset(
        sha for (sha,) in reading.driver.execute("SELECT sha256 FROM evidence").fetchall()
    )


def sweep(reading: Reading, attachments: Attachments) -> int:
    """Remove content that no act names; return how much was removed."""
    return attachments.forget_all_but(named_hashes(reading)) if attachments.path.exists() else 0


def check_attachments(
    reading: Reading, attachments: Attachments
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Return the counts of what is here and of what has not arrived, and every fault.

    What another laptop named may be on its way; what this one named has to be here.
    """
    here, named = attachments.known(), named_hashes(reading)
    own = {sha for (sha,) in reading.driver.execute(_OWN).fetchall()}
    lost = (f"attachment {sha[:12]}: its content is missing" for sha in sorted(own - here))
    counts = (("attachment", len(here)), ("attachment not here", len(named - here)))
    return counts, (*attachments.faults(), *lost)


def attachments_beside(copy: Path) -> Path:
    """Return where the attachments of a backup stand."""
    return copy.with_name(f"{copy.name}.attachments")


def _prepare(connection: Any, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise Refusal("storage.newer_file", path=path, version=version, known=_VERSION)
    if version < _VERSION:
        connection.execute("BEGIN IMMEDIATE")
        for statement in (*_TABLES, f"PRAGMA user_version = {_VERSION}"):
            connection.execute(statement)
        connection.execute("COMMIT")


def _bytes_of(connection: Any, table: str, sha: str) -> bytes | None:
    row = connection.execute(f"SELECT bytes FROM {table} WHERE sha256 = ?", (sha,)).fetchone()
    return None if row is None else bytes(row[0])
