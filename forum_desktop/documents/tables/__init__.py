"""The data of a document as tables, alike in every format that holds data."""

from forum_desktop.documents.tables.contents import tables_of
from forum_desktop.documents.tables.table import (
    Cell,
    Column,
    ColumnKind,
    DataTable,
    Term,
    every_row,
)

__all__ = ["Cell", "Column", "ColumnKind", "DataTable", "Term", "every_row", "tables_of"]
