"""A table of data: what the spreadsheet, CSV and JSON of a document hold alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from forum_desktop.documents.house.phrases import Phrases

_Record = TypeVar("_Record")
_Read_contra = TypeVar("_Read_contra", contravariant=True)


class ColumnKind(StrEnum):
    """What the cells of a column are; a moment is a date with its time of day."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Term:
    """A fact out of a list: `code` for programs, `text` for people."""

    code: str | int
    text: str


Cell = str | int | date | datetime | Term | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` is its English name for programs, `head` what people read.

    `width` is in characters, as spreadsheets count.
    """

    key: str
    head: str
    width: float = 14.0
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class DataTable:
    """A named table; every row has a cell for each column."""

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Field(Generic[_Read_contra]):
    """A column to be, and how its cell is read from a record.

    Without a `head` of its own it takes the label `table.head.<key>`.
    """

    key: str
    read: Callable[[_Read_contra], Cell]
    width: float = 14.0
    kind: ColumnKind = ColumnKind.TEXT
    head: str = ""

    def column(self, phrases: Phrases) -> Column:
        """Return the column with its head in words."""
        head = self.head or phrases.say(f"table.head.{self.key}")
        return Column(self.key, head, self.width, self.kind)


def fill(
    phrases: Phrases, key: str, fields: Sequence[Field[_Record]], records: Iterable[_Record]
) -> DataTable:
    """Return the table `table.name.<key>` of records, a row each."""
    return DataTable(
        key=key,
        name=phrases.say(f"table.name.{key}"),
        columns=tuple(field.column(phrases) for field in fields),
        rows=tuple(tuple(field.read(record) for field in fields) for record in records),
    )


def fill_numbered(
    phrases: Phrases, key: str, fields: Sequence[Field[_Record]], records: Iterable[_Record]
) -> DataTable:
    """Return the table of records with a running number from 1 in front."""
    table = fill(phrases, key, fields, records)
    number = Column("number", phrases.say("table.head.number"), 7.0, ColumnKind.NUMBER)
    rows = tuple((place, *row) for place, row in enumerate(table.rows, start=1))
    return DataTable(key, table.name, (number, *table.columns), rows)


def every_row(tables: Iterable[DataTable]) -> Iterator[tuple[DataTable, tuple[Cell, ...]]]:
    """Yield the rows of all tables, each with its table."""
    for table in tables:
        for row in table.rows:
            yield table, row
