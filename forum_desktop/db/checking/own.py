"""Whether what this laptop alone keeps is in order: who it is, its counters, drafts, settings."""

from collections.abc import Iterator

from sqlalchemy import Connection

from forum_desktop.db.driver import driver_of

_HEADS = "SELECT COUNT(*), COALESCE(MAX(LENGTH(replica)), 0), COALESCE(MAX(clock), -1) FROM head"
_REPLICA_LENGTH = 32
_NEGATIVE = "SELECT series FROM counter WHERE value < 0"
_UNREADABLE = {
    "draft": "SELECT place FROM draft WHERE typeof(text) != 'text'",
    "setting": "SELECT name FROM setting WHERE typeof(text) != 'text'",
}


def own_faults(connection: Connection) -> Iterator[str]:
    """Yield what would keep this laptop from going on as itself."""
    driver = driver_of(connection)
    heads, length, clock = driver.execute(_HEADS).fetchone()
    if heads != 1 or length != _REPLICA_LENGTH or clock < 0:
        yield "head: this laptop does not know who it is"
    for (series,) in driver.execute(_NEGATIVE):
        yield f"counter {series}: below nothing"
    for name, statement in _UNREADABLE.items():
        for (place,) in driver.execute(statement):
            yield f"{name} {place}: no text"
