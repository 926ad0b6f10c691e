"""Rows of opinions and complaints, which are new or known as a whole."""

from collections.abc import Iterable

from forum_desktop.records.importing import (
    ImportCell,
    ImportDraft,
    ImportRow,
    ImportState,
    RowDecision,
)
from forum_desktop.services.importing.cells import Told


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
