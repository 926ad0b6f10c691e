"""Backups that make themselves, in the data folder and in a second place, and stay few."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from forum_desktop.db import backup, settings
from forum_desktop.db.attachments import attachments_beside
from forum_desktop.db.keys.beside import keys_beside
from forum_desktop.db.rotation import kept
from forum_desktop.errors import Refusal
from forum_desktop.paths import BACKUPS_NAME
from forum_desktop.records.backup import Backup, BackupMade, BackupState
from forum_desktop.services.desk import Desk

_SECOND, _LAST = "backup/second", "backup/last"
_NAME = re.compile(r"forum-(\d{8}-\d{6})\.db")
_SHAPE = "%Y%m%d-%H%M%S"
_NEWEST_OPERATION = "SELECT COALESCE(MAX(number), 0) FROM operation"


def make_backup(desk: Desk) -> BackupMade:
    """Write a verified copy to each place that is there, and remove those of before that are many.

    Raises Refusal where the first copy could not be written; a second place that is not in or
    full is told, not refused.
    """
    now, second = desk.clock(), second_place(desk)
    written = _newest_operation(desk)
    made = [_make(desk, _first(desk), now)]
    if second is not None:
        with suppress(Refusal):
            made.append(_make(desk, second, now, is_second=True))
    with desk.act() as act:
        settings.keep(act, _LAST, str(written))
    is_missing = second is not None and len(made) == 1
    return BackupMade(made=tuple(made), is_second_missing=is_missing)


def make_if_changed(desk: Desk) -> BackupMade | None:
    """Make one where something was done since the last; None where nothing was."""
    with desk.look() as look:
        last = settings.read(look, _LAST)
    return None if last == str(_newest_operation(desk)) else make_backup(desk)


def read_state(desk: Desk) -> BackupState:
    """Return the copies there are, the newest first, and where they are made."""
    second = second_place(desk)
    found = [*_backups_in(_first(desk)), *(_backups_in(second, is_second=True) if second else ())]
    newest = sorted(found, key=lambda one: one.made_at, reverse=True)
    is_there = second is not None and second.is_dir()
    return BackupState(backups=tuple(newest), second=second, is_second_there=is_there)


def second_place(desk: Desk) -> Path | None:
    """Return where copies are made besides the data folder, if anywhere."""
    with desk.look() as look:
        told = settings.read(look, _SECOND)
    return Path(told) if told else None


def choose_second_place(desk: Desk, folder: Path | None) -> BackupState:
    """Make copies in a folder too, best on a stick or another disk; None for no longer.

    Raises Refusal("backup.place_not_there") or Refusal("backup.place_is_ours").
    """
    if folder is not None:
        if not folder.is_dir():
            raise Refusal("backup.place_not_there", path=folder)
        if folder.resolve().is_relative_to(desk.database.folder.resolve()):
            raise Refusal("backup.place_is_ours", path=folder)
    with desk.act() as act:
        settings.keep(act, _SECOND, "" if folder is None else str(folder))
        settings.keep(act, _LAST, "")  # the new place has none yet
    return read_state(desk)


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the copies in a folder, the newest first."""
    return tuple(sorted(_backups_in(folder), key=lambda one: one.made_at, reverse=True))


def _first(desk: Desk) -> Path:
    folder = desk.database.folder / BACKUPS_NAME
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _make(desk: Desk, folder: Path, now: datetime, *, is_second: bool = False) -> Backup:
    """Write a copy; the attachments of the newest are carried on, as they mostly are the same."""
    target = folder / f"forum-{now.strftime(_SHAPE)}.db"
    for before in backups_in(folder)[:1]:
        held, comes = attachments_beside(before.path), attachments_beside(target)
        if held.exists() and not comes.exists():
            with suppress(OSError):  # then all of them are written anew
                shutil.copyfile(held, comes)
    backup.backup(desk.database, target)
    _rotate(folder, now)
    return Backup(
        path=target, made_at=_moment(target, now), size=_size(target), is_second=is_second
    )


def _rotate(folder: Path, now: datetime) -> None:
    copies = {one.made_at: one.path for one in _backups_in(folder)}
    staying = kept(copies, now)
    for moment, path in copies.items():
        if moment not in staying:
            for part in (path, attachments_beside(path), keys_beside(path)):
                part.unlink(missing_ok=True)


def _backups_in(folder: Path, *, is_second: bool = False) -> Iterator[Backup]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return  # a stick that is not in
    for path in paths:
        if _NAME.fullmatch(path.name):
            moment = _moment(path, datetime.now().astimezone())
            yield Backup(path=path, made_at=moment, size=_size(path), is_second=is_second)


def _moment(path: Path, near: datetime) -> datetime:
    """Return when a copy was made, as its name tells, by the clock on the wall."""
    told = _NAME.fullmatch(path.name)
    assert told is not None
    return datetime.strptime(told[1], _SHAPE).replace(tzinfo=near.tzinfo)


def _size(path: Path) -> int:
    parts = (path, attachments_beside(path))
    return sum(part.stat().st_size for part in parts if part.exists())


def _newest_operation(desk: Desk) -> int:
    with desk.look() as look:
        return int(look.driver.execute(_NEWEST_OPERATION).fetchone()[0])
