"""Reading: rows out of the tables as records."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Select, select

from forum_desktop.db.codec import to_primitive, to_record
from forum_desktop.db.driver import driver_of
from forum_desktop.db.tables import ENTITY_TABLES, NAMES
from forum_desktop.errors import Refusal

R = TypeVar("R")

_BY_ID = {name: f"SELECT * FROM {name} WHERE id = ?" for name in ENTITY_TABLES}


class Reading:
    """One consistent look at the file."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.driver = driver_of(connection)

    def find(self, record_type: type[R], entity_id: UUID) -> R | None:
        """Return a record by its id, or None."""
        found = self.driver.execute(_BY_ID[NAMES[record_type]], (str(entity_id),))
        names = [column[0] for column in found.description]
        row = found.fetchone()
        return None if row is None else to_record(record_type, dict(zip(names, row, strict=True)))

    def get(self, record_type: type[R], entity_id: UUID) -> R:
        """Return a record by its id; raises Refusal("storage.not_found")."""
        record = self.find(record_type, entity_id)
        if record is None:
            raise Refusal("storage.not_found")
        return record

    def all(
        self,
        record_type: type[R],
        *,
        newest_first: bool = False,
        limit: int | None = None,
        **equal: object,
    ) -> tuple[R, ...]:
        """Return the records whose facts equal those given, in the order they were made."""
        table = ENTITY_TABLES[NAMES[record_type]]
        order = (
            (table.c.born.desc(), table.c.id.desc()) if newest_first else (table.c.born, table.c.id)
        )
        chosen = select(table).order_by(*order).limit(limit)
        for name, value in equal.items():
            chosen = chosen.where(table.c[name] == to_primitive(value))
        return self.records(record_type, chosen)

    def records(self, record_type: type[R], chosen: Select[Any]) -> tuple[R, ...]:
        """Return the records that a query over the record's table chooses."""
        rows = self.connection.execute(chosen).mappings()
        return tuple(to_record(record_type, row) for row in rows)
