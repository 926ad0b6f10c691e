"""A first look at the file by the bare driver, so that the first page need not wait."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from forum_desktop.db.driver import (
    DriverError,
    open_with_key,
    refusal_of,
    refuse_newer,
)
from forum_desktop.db.key import KEY_NAME, read_key
from forum_desktop.paths import DATABASE_NAME

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum


def glance(folder: Path) -> "tuple[Forum, ...]":
    """Return the forums of a folder, newest first; none where nothing was ever saved.

    Raises Refusal where the file is not ours, damaged or newer than the app.
    """
    path = folder / DATABASE_NAME
    if not path.exists() or not (folder / KEY_NAME).exists():
        return ()
    connection = open_with_key(path, read_key(folder / KEY_NAME))
    try:
        refuse_newer(connection, path)
        return _forums(connection)
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()


def _forums(connection: Any) -> "tuple[Forum, ...]":
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'forum'").fetchone()
    if known is None:
        return ()
    found = connection.execute("SELECT * FROM forum ORDER BY born DESC")
    names = [column[0] for column in found.description]
    rows = found.fetchall()
    return _records([dict(zip(names, row, strict=True)) for row in rows]) if rows else ()


def _records(rows: list[dict[str, Any]]) -> "tuple[Forum, ...]":
    from forum_desktop.db.codec import to_record  # noqa: PLC0415 - only where there is one
    from forum_desktop.records.forum import Forum  # noqa: PLC0415

    return tuple(to_record(Forum, row) for row in rows)
