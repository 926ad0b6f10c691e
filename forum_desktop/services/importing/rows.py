"""Rows of opinions and complaints, which are new or known as a whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from forum_desktop.records.importing import (
    ImportCell,
    ImportColumn,
    ImportDraft,
    ImportField,
    ImportRow,
    ImportState,
    RowDecision,
)
from forum_desktop.services.importing.cells import Told, given
from forum_desktop.services.importing.table import Line

Key = TypeVar("Key")


def finish_row(
    number: int,
    cells: Iterable[Told],
    *,
    draft: ImportDraft | None = None,
    is_known: bool = False,
    reason: str = "",
) -> ImportRow:
    """Return a row with its cells: refused with its reason, known before, or new."""
    if draft is None:
        state, decision = ImportState.REFUSED, RowDecision.SKIP
    elif is_known:
        state, decision = ImportState.MATCHED, RowDecision.SKIP
    else:
        state, decision = ImportState.NEW, RowDecision.ADD
    usual = ImportState.MATCHED if is_known else ImportState.NEW
    return ImportRow(
        number=number,
        state=state,
        decision=decision,
        reason=reason,
        cells=tuple(_cell(cell, usual) for cell in cells),
        draft=draft,
    )


def _cell(cell: Told, usual: ImportState) -> ImportCell:
    return ImportCell(
        column=cell.column,
        field=cell.field,
        raw=cell.raw,
        value=cell.value,
        state=cell.state or usual,
        reason=cell.reason,
    )


def read_cells(
    lines: Iterable[Line],
    columns: Sequence[ImportColumn],
    read: Callable[[ImportField, int, str], Told],
) -> Iterator[tuple[int, dict[ImportField, Told]]]:
    """Yield the number of each line that tells anything, and what its cells tell."""
    for line in lines:
        told = [(c.field, c.index, line.cell(c.index)) for c in columns if c.field]
        cells = {field: read(field, at, raw) for field, at, raw in told if given(raw)}
        if cells:
            yield line.number, cells


def count_off(known: Counter[Key], key: Key) -> bool:
    """Tell whether the same was entered before; as many rows as there are count as that."""
    if known[key] <= 0:
        return False
    known[key] -= 1
    return True
