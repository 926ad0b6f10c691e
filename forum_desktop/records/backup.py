"""Copies of the file, where they lie, and what of a damaged file could be saved."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy: its file, when it was made, its size in bytes with what is attached."""

    path: Path
    made_at: datetime
    size: int
    is_second: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupMade:
    """What one backing up made; `is_second_missing` where the second place is not in."""

    made: tuple[Backup, ...]
    is_second_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """The copies there are, the newest first, and the places where they are made."""

    backups: tuple[Backup, ...]
    second: Path | None = None
    is_second_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What of one laptop's work in one forum is nowhere: how many acts, between which moments.

    `to_at` None: they are the last ones that are known to have been.
    """

    forum: str
    replica: str
    operations: int
    from_at: datetime | None
    to_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What a recovery saved: operations from the file and from copies, and what it could not.

    `unread` are rows of the file that did not answer; copies may have held some of them.
    """

    from_file: int
    unread: int
    from_copies: int
    lost: tuple[Lost, ...]
    attachments_lost: tuple[str, ...]
    kept_aside: tuple[Path, ...]
