"""Putting what is ready in the place of the folder's files, or forgetting it: see `restoring`."""

import os
from pathlib import Path

from forum_desktop.files import PRIVATE, sync_folder
from forum_desktop.paths import ATTACHMENTS_NAME, DATABASE_NAME

_MARK = f".{DATABASE_NAME}.restored"
_ENDINGS = ("", "-wal", "-shm", "-journal")


def incoming_of(path: Path) -> Path:
    """Return where a file is made that shall come into the place of `path`."""
    return path.with_name(f".{path.name}.incoming")


def ready_of(path: Path) -> Path:
    """Return where that file waits once it is whole."""
    return path.with_name(f".{path.name}.ready")


def end_what_was_begun(folder: Path) -> None:
    """Put in place what waits for a file that was taken away; forget what waits beside one."""
    if not ready_of(folder / DATABASE_NAME).exists():
        forget_unready(folder)
    elif (folder / DATABASE_NAME).exists():
        # Its mark goes first: alone it would say that the file that stays was restored.
        take_mark_off(folder)
        forget_unready(folder)
    else:
        put_in_place(folder)


def put_in_place(folder: Path) -> None:
    """Give the folder the files that are ready, and mark it as restored.

    The log of the file that goes is removed before the other comes, which it would be taken for.
    """
    _write_mark(folder / _MARK)
    for name in (DATABASE_NAME, ATTACHMENTS_NAME):
        for end in _ENDINGS:
            (folder / f"{name}{end}").unlink(missing_ok=True)
    sync_folder(folder)
    # The database last: as long as it waits, the next opening goes on here.
    for name in (ATTACHMENTS_NAME, DATABASE_NAME):
        ready = ready_of(folder / name)
        if ready.exists():
            ready.replace(folder / name)
    sync_folder(folder)


def forget_unready(folder: Path) -> None:
    """Remove what was made for a restoring that did not happen."""
    for name in (DATABASE_NAME, ATTACHMENTS_NAME):
        for path in (ready_of(folder / name), incoming_of(folder / name)):
            for end in _ENDINGS:
                path.with_name(path.name + end).unlink(missing_ok=True)


def is_marked(folder: Path) -> bool:
    """Tell whether a folder was restored and goes on under its old name still."""
    return (folder / _MARK).exists()


def take_mark_off(folder: Path) -> None:
    """Tell that a restored folder goes on under another name."""
    (folder / _MARK).unlink(missing_ok=True)
    sync_folder(folder)


def _write_mark(path: Path) -> None:
    handle = os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE)
    os.fsync(handle)
    os.close(handle)
