"""Acts on the file itself: check, back up, restore."""

from pathlib import Path

from forum_desktop.db import backup as _backup
from forum_desktop.db.checking import check_file
from forum_desktop.records.report import CheckReport
from forum_desktop.services.desk import Desk


def check(desk: Desk) -> CheckReport:
    """Check the pages of the file, the log's hashes and chains, and the tables against it."""
    with desk.look() as look:
        return check_file(look.connection)


def backup(desk: Desk, target: Path) -> Path:
    """Write an encrypted copy of the file, verified, and its key beside it."""
    return _backup.backup(desk.database, target)


def restore(data_dir: Path, source: Path) -> Path:
    """Put a backup in the place of this folder's file; the file it replaces is kept."""
    return _backup.restore(data_dir, source)
