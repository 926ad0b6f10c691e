"""From a file to the preview of an import; nothing is written, no database is asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.importing import (
    ColumnSource,
    ImportColumn,
    ImportField,
    ImportKind,
    ImportLine,
    ImportPreview,
    ImportRow,
)
from forum_desktop.services.importing.columns import (
    given_columns,
    guess_columns,
    missing_fields,
)
from forum_desktop.services.importing.files import read_table
from forum_desktop.services.importing.heads import Heads, find_heads
from forum_desktop.services.importing.places import Places
from forum_desktop.services.importing.table import Line, Table
from forum_desktop.services.importing.vocabulary import Vocabulary, head_key

Fields = Sequence[ImportField | None]
"""What each column holds, from the left; None is not taken over."""

Judge = Callable[[Iterable[Line], Sequence[ImportColumn]], Iterable[ImportRow]]
Recall = Callable[[str], Fields | None]
"""Returns what was chosen for a layout before, or None."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's table with its heads found and its columns told."""

    path: Path
    table: Table
    heads: Heads
    columns: tuple[ImportColumn, ...]
    layout: str


def open_sheet(
    kind: ImportKind,
    path: Path,
    *,
    sheet: str | None,
    fields: Fields | None,
    words: Vocabulary,
    places: Places,
    recall: Recall,
) -> Sheet:
    """Read a file and tell its columns: as given, as remembered, or guessed.

    Raises Refusal where the file cannot be read or holds no rows.
    """
    table = read_table(path, sheet)
    heads = find_heads(table, words)
    if not heads.body:
        raise Refusal("importing.no_rows", file=path.name)
    layout = _layout(kind, heads)
    known = recall(layout) if layout and fields is None else None
    if fields is not None:
        columns = given_columns(heads, fields, ColumnSource.GIVEN, words)
    elif known is not None:
        columns = given_columns(heads, known, ColumnSource.REMEMBERED, words)
    else:
        columns = guess_columns(kind, heads, words, places)
    return Sheet(path, table, heads, columns, layout)


def preview_of(
    kind: ImportKind, forum_id: UUID, sheet: Sheet, judge: Judge, basis: str
) -> ImportPreview:
    """Return what an import of a sheet would do; no rows where a needed column is missing."""
    missing = missing_fields(kind, sheet.columns)
    rows = () if missing else tuple(judge(sheet.heads.body, sheet.columns))
    return ImportPreview(
        kind=kind,
        forum_id=forum_id,
        path=sheet.path,
        sheet=sheet.table.sheet,
        sheets=sheet.table.sheets,
        header_row=sheet.heads.row,
        columns=sheet.columns,
        rows=rows,
        lines=tuple(_shown(sheet)),
        missing=missing,
        layout=sheet.layout,
        basis=basis,
    )


def _shown(sheet: Sheet) -> Iterator[ImportLine]:
    never = {column.index for column in sheet.columns if column.source is ColumnSource.NEVER}
    for line in sheet.heads.body:
        cells = line.cells
        if never:
            cells = tuple("" if at in never else cell for at, cell in enumerate(cells))
        yield ImportLine(line.number, cells)


def _layout(kind: ImportKind, heads: Heads) -> str:
    """Return the name of a set of heads; a table without heads has none."""
    if not heads.row:
        return ""
    told = "\x1f".join((kind.value, *map(head_key, heads.texts)))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
