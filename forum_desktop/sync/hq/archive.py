"""An archive: bundles go in, tables come out; the same for a file and for PostgreSQL."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from typing import Protocol

from sqlalchemy import Connection, select

from forum_desktop.sync.bundle.reading import Bundle
from forum_desktop.sync.hq.tables import kept_bundle, pinned_forum
from forum_desktop.sync.incoming import TakenIn


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBundle:
    """A bundle that was taken in; `received_at` in milliseconds of the wall clock."""

    sha256: str
    forum: str
    station: str
    replica: str
    received_at: int
    new: int = 0
    known: int = 0


class Archive(Protocol):
    """What headquarters does with its database, whichever it is."""

    def take(self, bundle: Bundle, secrets: Sequence[str], kept: KeptBundle) -> TakenIn:
        """Merge a bundle and note that it was taken in, all in one transaction.

        Raises as `sync.incoming.take_in`.
        """

    def look(self) -> AbstractContextManager[Connection]:
        """Yield one consistent look at all tables."""

    def act(self) -> AbstractContextManager[Connection]:
        """Yield a transaction on the archive's own tables."""

    def close(self) -> None:
        """Let go of the database."""


def is_kept(connection: Connection, sha256: str) -> bool:
    """Tell whether a bundle was taken in before."""
    chosen = select(kept_bundle.c.sha256).where(kept_bundle.c.sha256 == sha256)
    return connection.execute(chosen).first() is not None


def note_kept(connection: Connection, kept: KeptBundle, taken: TakenIn) -> None:
    """Note that a bundle was taken in."""
    told = {**asdict(kept), "new": taken.new, "known": taken.known}
    connection.execute(kept_bundle.insert().values(told))


def pinned_key(connection: Connection, forum: str) -> str:
    """Return the key that signs a forum's laptops; nothing where it is not known yet."""
    chosen = select(pinned_forum.c.member_key).where(pinned_forum.c.forum == forum)
    return str(connection.execute(chosen).scalar() or "")


def pin(connection: Connection, forum: str, code: str, member_key: str) -> None:
    """Hold to a key for a forum from now on."""
    told = {"forum": forum, "code": code, "member_key": member_key}
    connection.execute(pinned_forum.insert().values(told))
