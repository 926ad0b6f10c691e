"""Migration steps: one function a version, all in one transaction, after a copy of the file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection, insert, select

from forum_desktop.db.driver import (
    SCHEMA_VERSION,
    copy_file,
    open_with_key,
    refuse_newer,
    schema_version,
)
from forum_desktop.db.projection import refold
from forum_desktop.db.tables import ENTITY_TABLES, head, metadata, operation
from forum_desktop.paths import DATABASE_NAME

BEFORE_NAME = f"{Path(DATABASE_NAME).stem}-before-migration.db"
"""The copy that is made before a migration; it has the folder's key."""

Step = Callable[[Connection], None]


def create_tables(connection: Connection) -> None:
    """Version 1: all tables, and this laptop's first replica."""
    metadata.create_all(connection)
    connection.execute(insert(head), {"only": 1, "replica": "", "clock": 0})


def add_what_is_new(connection: Connection) -> None:
    """Versions 2 to 4: tables and columns that the file lacks, filled from the log.

    Facts that a newer app wrote were carried along unread; now they show.
    """
    metadata.create_all(connection)
    for name, table in ENTITY_TABLES.items():
        known = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")}
        for column in table.c:
            if column.name not in known:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {column.name} {kind}")
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    for (entity,) in connection.execute(select(operation.c.entity).distinct()).all():
        refold(connection, entity)


def chain_by_forum(connection: Connection) -> None:
    """Version 5: a chain is its forum's alone; what laptops tell each other of themselves."""
    connection.exec_driver_sql("DROP INDEX IF EXISTS ix_operation_replica_sequence_sha")
    for index in operation.indexes:
        index.create(connection, checkfirst=True)
    add_what_is_new(connection)


STEPS: Sequence[Step] = (
    create_tables,
    *(add_what_is_new,) * 3,
    chain_by_forum,
)
"""Step n takes a file from version n to version n + 1. Steps only ever are added."""


def needs_migration(path: Path, key: str) -> bool:
    """Tell whether the file is older than the app; raises Refusal where it is newer."""
    connection = open_with_key(path, key)
    try:
        refuse_newer(connection, path)
        return schema_version(connection) < SCHEMA_VERSION
    finally:
        connection.close()


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the file to the app's version inside the caller's transaction."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    for step in steps[version:]:
        step(connection)
    faults = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if faults:
        raise RuntimeError(f"migration broke {len(faults)} foreign keys")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")


def copy_before(path: Path, key: str) -> Path:
    """Copy the file beside itself before it is migrated; return the copy."""
    copy = path.with_name(BEFORE_NAME)
    copy.unlink(missing_ok=True)
    copy_file(path, key, copy)
    return copy
