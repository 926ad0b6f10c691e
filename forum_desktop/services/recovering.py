"""A damaged file: what can be read of it, joined with what copies still hold, in a new file.

Nothing is done to the damaged file but that it is set aside at the end. What neighbours hold of
it comes back by the next exchange, as everything does.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

from forum_desktop.db.attachments import named_hashes
from forum_desktop.db.backup import backup
from forum_desktop.db.database import Database
from forum_desktop.db.driver import DriverError
from forum_desktop.db.keys.beside import keys_for
from forum_desktop.db.keys.opening import key_for
from forum_desktop.db.lock import lock_folder
from forum_desktop.db.restoring import restore
from forum_desktop.db.salvaging import Salvage, carry_own, gaps, raise_counters
from forum_desktop.errors import Refusal
from forum_desktop.files import PRIVATE_FOLDER
from forum_desktop.paths import ATTACHMENTS_NAME, BACKUPS_NAME, DATABASE_NAME, KEYS_NAME
from forum_desktop.records.backup import Lost, Recovered
from forum_desktop.records.operation import Operation
from forum_desktop.records.secret import Secret
from forum_desktop.services.backups import backups_in
from forum_desktop.sync.merging import merge


def recover(data_dir: Path, secret: Secret | None = None, others: Sequence[Path] = ()) -> Recovered:
    """Make a sound file of a damaged one and of every copy there is, and put it in place.

    `others` are folders with more copies, as the second place or a stick. The damaged file is
    kept aside. Raises Refusal where there is neither a readable row nor a copy, or no key.
    """
    path = data_dir / DATABASE_NAME
    lock_folder(data_dir).close()  # said before the work, not after it
    key = key_for(path, secret)
    opened = list(_opened((data_dir / BACKUPS_NAME, data_dir, *others), data_dir, secret))
    with ExitStack() as ends:
        work = Path(tempfile.mkdtemp(prefix=".recovering-", dir=data_dir))
        ends.callback(shutil.rmtree, work, ignore_errors=True)
        work.chmod(PRIVATE_FOLDER)
        shutil.copyfile(data_dir / KEYS_NAME, work / KEYS_NAME)
        database = Database.open_with_key(work, key)
        ends.callback(database.close)
        from_file, unread = _take_damaged(database, path, key, work)
        from_copies = sum(_take(database, _readable(*copy)) for copy in opened)
        if not from_file + from_copies:
            raise Refusal("recover.nothing", path=path)
        lost = tuple(_lost(database))
        with database.write() as writing:
            for source, known in (*reversed(opened), (path, key)):
                with suppress(Refusal, DriverError):
                    carry_own(writing, source, known)
            raise_counters(writing, sum(one.operations for one in lost))
        made = backup(database, work / "recovered.db")
        database.close()
        before = set(data_dir.glob("before-restore-*.db"))
        restore(data_dir, made, secret)
        aside = sorted(set(data_dir.glob("before-restore-*.db")) - before)
    return Recovered(
        from_file=from_file,
        unread=unread,
        from_copies=from_copies,
        lost=lost,
        attachments_lost=_attachments_lost(data_dir, secret),
        kept_aside=tuple(aside),
    )


def _opened(
    folders: Iterable[Path], data_dir: Path, secret: Secret | None
) -> Iterator[tuple[Path, str]]:
    """Yield every copy that opens, with its key: those that make themselves first, newest first."""
    named = [one.path for folder in folders for one in backups_in(folder)]
    aside = [path for folder in folders for path in sorted(folder.glob("*.db"))]
    for path in dict.fromkeys((*named, *aside)):
        if path.name not in {DATABASE_NAME, ATTACHMENTS_NAME}:
            with suppress(Refusal, DriverError):
                yield path, keys_for(path, data_dir, secret)[0]


def _readable(path: Path, key: str) -> Iterator[Operation]:
    with suppress(Refusal, DriverError):
        yield from Salvage(path, key).operations()


def _take_damaged(database: Database, path: Path, key: str, work: Path) -> tuple[int, int]:
    """Take what is genuine in a copy of the damaged file and of its log.

    Return how much that was, and how many rows do not answer any more.
    """
    copy = work / "damaged.db"
    for end in ("", "-wal"):
        if (part := path.with_name(path.name + end)).exists():
            shutil.copyfile(part, copy.with_name(copy.name + end))
    try:
        damaged = Salvage(copy, key)
        return _take(database, damaged.operations()), damaged.unread
    except (Refusal, DriverError):
        return 0, 0


def _take(database: Database, operations: Iterable[Operation]) -> int:
    with database.write() as writing:
        return merge(writing, operations).new


def _lost(database: Database) -> Iterator[Lost]:
    """Yield the gaps in every chain: acts that are known to have been, and are nowhere."""
    with database.read() as reading:
        for forum, replica, many, begun, ended in gaps(reading):
            from_at = None if begun is None else _time(begun)
            yield Lost(
                forum=forum, replica=replica, operations=many, from_at=from_at, to_at=_time(ended)
            )


def _time(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _attachments_lost(data_dir: Path, secret: Secret | None) -> tuple[str, ...]:
    database = Database.open(data_dir, secret)
    try:
        with database.read() as reading:
            return tuple(sorted(named_hashes(reading) - database.attachments.known()))
    finally:
        database.close()
