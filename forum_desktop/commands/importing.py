"""What the command `import` would do with a table, and with --apply does.

No word of a cell is printed, only row numbers, columns and reasons: names stay in the file.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.importing import (
    ImportCell,
    ImportKind,
    ImportPreview,
    ImportRow,
    ImportRun,
    ImportState,
)
from forum_desktop.services.desk import Desk
from forum_desktop.wording import Wording

_ODD = (ImportState.DOUBTFUL, ImportState.REFUSED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the command tells, to programs and to people."""

    facts: dict[str, object]
    lines: tuple[str, ...]


def import_table(
    desk: Desk,
    forum_id: UUID,
    kind: str,
    path: Path,
    wording: Wording,
    *,
    sheet: str | None,
    is_written: bool,
) -> Outcome:
    """Look at a table, write it where that was asked for, and tell of it.

    Raises Refusal where the file is no table, a needed column was not found, or no row can
    be taken over.
    """
    preview = services.imports.preview(desk, forum_id, ImportKind(kind), path, sheet=sheet)
    if preview.missing:
        raise Refusal(f"importing.missing.{preview.missing[0]}")
    if preview.rows and preview.counts.refused == len(preview.rows):
        reason = wording(preview.rows[0].reason)
        raise Refusal("importing.all_refused", count=len(preview.rows), reason=reason)
    run = services.imports.apply(desk, forum_id, preview) if is_written else None
    return Outcome(_facts(preview, run, wording), tuple(_lines(preview, run, wording)))


def _facts(preview: ImportPreview, run: ImportRun | None, wording: Wording) -> dict[str, object]:
    return {
        "kind": preview.kind.value,
        "sheet": preview.sheet,
        "sheets": list(preview.sheets),
        "columns": [
            {"head": column.head, "field": column.field, "source": column.source}
            for column in preview.columns
        ],
        **asdict(preview.counts),
        "problems": [
            {"row": row.number, "state": state, "decision": row.decision, "reason": reason}
            for row in preview.rows
            for state, reason in _problems(preview, row, wording)
        ],
        "written": run is not None,
        "import": str(run.id) if run else None,
    }


def _lines(preview: ImportPreview, run: ImportRun | None, wording: Wording) -> Iterator[str]:
    counts = asdict(preview.counts)
    for name in ("rows", "added", "matched", "changed", "doubtful", "skipped", "refused"):
        yield f"{wording(f'importing.count.{name}')}: {counts[name]}"
    for row in preview.rows:
        for state, reason in _problems(preview, row, wording):
            label = wording(f"importing.state.{state}")
            yield wording("importing.problem", row=row.number, state=label, reason=reason)
    yield wording("importing.not_written") if run is None else wording("importing.written")


def _problems(
    preview: ImportPreview, row: ImportRow, wording: Wording
) -> Iterator[tuple[ImportState, str]]:
    """Yield what is doubtful or refused in a row: the row itself, then its cells."""
    if row.state in _ODD:
        reason = wording(row.reason, twin=row.twin)
        decided = wording(f"importing.decision.{row.decision}")
        yield row.state, reason if row.state is ImportState.REFUSED else f"{reason} ({decided})"
    for cell in row.cells:
        if cell.state in _ODD and cell.reason != row.reason:
            yield cell.state, f"{_head(preview, cell, wording)}: {wording(cell.reason)}"


def _head(preview: ImportPreview, cell: ImportCell, wording: Wording) -> str:
    return preview.columns[cell.column].head or wording(f"importing.field.{cell.field}")
