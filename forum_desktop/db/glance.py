"""A first look at the file by the bare driver, so that the first page need not wait."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forum_desktop.db.driver import (
    DriverError,
    open_with_key,
    refusal_of,
    refuse_newer,
)
from forum_desktop.paths import DATABASE_NAME, KEYS_NAME

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum

_KEY_BYTES = 32


def glance(folder: Path) -> "tuple[Forum, ...]":
    """Return the forums of a folder, newest first; none where nothing was ever saved.

    Writes nothing. Raises Refusal where the file is not ours, damaged or newer than the app,
    and Refusal("keys.needed") where it is protected: not even a name shows before that.
    """
    path = folder / DATABASE_NAME
    if not path.exists():
        return ()
    connection = open_with_key(path, _key(folder))
    try:
        refuse_newer(connection, path)
        return _forums(connection)
    except DriverError as error:
        raise refusal_of(error, path) from error
    finally:
        connection.close()


def _key(folder: Path) -> str:
    try:
        told = json.loads((folder / KEYS_NAME).read_bytes())
        ((wrap,),) = told["keys"]
        if wrap["kind"] == "open" and len(bytes.fromhex(wrap["sealed"])) == _KEY_BYTES:
            return str(wrap["sealed"])
    except (OSError, ValueError, LookupError, TypeError):
        pass  # looked at again, by what knows every case and tells of it
    from forum_desktop.db.keys.first_look import known_key  # noqa: PLC0415 - not the usual case

    return known_key(folder)


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
