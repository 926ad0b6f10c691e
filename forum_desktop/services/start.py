"""The start: a first look for the first page, then the desk for the worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.paths import DATABASE_NAME

if TYPE_CHECKING:
    from forum_desktop.clock import Clock
    from forum_desktop.records.forum import Forum
    from forum_desktop.records.secret import Secret
    from forum_desktop.services.desk import Desk


def glance(data_dir: Path) -> "tuple[Forum, ...]":
    """Return the forums of a data folder, newest first, without loading the database layer.

    Raises Refusal("keys.needed") where the folder is protected.
    """
    if not (data_dir / DATABASE_NAME).exists() and not _is_on_its_way(data_dir):
        return ()
    from forum_desktop.db import glance as first_look  # noqa: PLC0415 - only where needed

    return first_look.glance(data_dir)


def _is_on_its_way(data_dir: Path) -> bool:
    """Put in place what a power cut kept from it; tell whether there is a file now."""
    if not data_dir.is_dir():
        return False
    from forum_desktop.db import putting  # noqa: PLC0415 - of an empty folder only
    from forum_desktop.db.lock import lock_folder  # noqa: PLC0415 - as above

    if putting.ready_of(data_dir / DATABASE_NAME).exists():
        with lock_folder(data_dir):
            putting.end_what_was_begun(data_dir)
    return (data_dir / DATABASE_NAME).exists()


def is_open_elsewhere(data_dir: Path) -> bool:
    """Tell whether another process has the folder at this moment."""
    if not (data_dir / DATABASE_NAME).exists():
        return False
    from forum_desktop.db.lock import lock_folder  # noqa: PLC0415 - not for an empty folder

    try:
        lock_folder(data_dir).close()
    except Refusal as refusal:
        return refusal.key == "storage.already_open"
    return False


def open_desk(
    data_dir: Path,
    actor: str = "",
    clock: "Clock | None" = None,
    secret: "Secret | None" = None,
) -> "Desk":
    """Open a data folder for this process; raises Refusal where the world says no."""
    from forum_desktop.clock import wall_clock  # noqa: PLC0415 - not for the first page

    return services.desk.Desk.open(data_dir, actor, clock or wall_clock, secret)
