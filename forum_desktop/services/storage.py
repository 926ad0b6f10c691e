"""Acts on the file itself: check, back up, restore."""

from pathlib import Path

from forum_desktop.db import backup as _backup
from forum_desktop.db import restoring
from forum_desktop.db.attachments import check_attachments
from forum_desktop.db.checking import check_file
from forum_desktop.db.keys.beside import keys_for
from forum_desktop.errors import Refusal
from forum_desktop.records.report import CheckReport
from forum_desktop.records.secret import Secret
from forum_desktop.services.desk import Desk


def check(desk: Desk) -> CheckReport:
    """Check pages, the log's hashes and chains, the tables against it, and every attachment."""
    with desk.look() as look:
        report = check_file(look.connection)
        counts, faults = check_attachments(look, desk.database.attachments)
    return CheckReport(counts=report.counts + counts, faults=report.faults + faults)


def backup(desk: Desk, target: Path) -> Path:
    """Write a verified copy: the encrypted file, its attachments and its wrapped key."""
    return _backup.backup(desk.database, target)


def restore(data_dir: Path, source: Path, secret: Secret | None = None) -> Path:
    """Put a backup in the place of this folder's file; the file it replaces is kept.

    The secret opens the backup, the folder or both; see `db.restoring.restore`.
    """
    return restoring.restore(data_dir, source, secret)


def look_at_backup(data_dir: Path, source: Path, secret: Secret | None = None) -> None:
    """Read a copy through before it is put back; raises Refusal where that could not be done."""
    if not source.is_file():
        raise Refusal("storage.no_backup", path=source)
    key, _ = keys_for(source, data_dir, secret)
    _backup.verify(source, key)
