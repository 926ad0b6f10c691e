"""The file in hand: what it would bring, and what a person decided about its rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from forum_desktop.records.importing import (
    ColumnSource,
    ImportCell,
    ImportColumn,
    ImportField,
    ImportLine,
    ImportPreview,
    ImportRow,
    ImportState,
    RowDecision,
)

ODD = (ImportState.DOUBTFUL, ImportState.REFUSED)
_OPEN = (ImportState.DOUBTFUL, ImportState.CHANGED)

PERSON_FIELDS = (
    ImportField.FULL_NAME,
    ImportField.TITLE,
    ImportField.FIRST_NAME,
    ImportField.LAST_NAME,
    ImportField.AFFILIATION,
    ImportField.COMMUNITY,
    ImportField.ZONE,
    ImportField.ORGANISATION,
    ImportField.POSITION,
    ImportField.SECTOR,
    ImportField.PHONE,
    ImportField.ROLE,
)
"""What a column of people may hold, in the order in which it is offered."""


class Filter(StrEnum):
    """Which rows are shown. `CELLS`: rows otherwise sound with a cell to look at."""

    ROWS = "rows"
    NEW = "new"
    MATCHED = "matched"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    CELLS = "cells"
    SKIPPED = "skipped"


class SheetRow(NamedTuple):
    """A row of the file and what is understood of it; None before the columns are told."""

    line: ImportLine
    row: ImportRow | None

    def cell(self, column: int) -> ImportCell | None:
        """Return what is understood of a cell; None where it is not taken over."""
        cells = self.row.cells if self.row else ()
        return next((cell for cell in cells if cell.column == column), None)

    def text(self, column: int) -> str:
        """Return a cell as it stands in the file."""
        return self.line.cells[column] if column < len(self.line.cells) else ""

    def odd_columns(self) -> tuple[int, ...]:
        """Return the columns that somebody should look at; the first for the row itself."""
        if self.row is None:
            return ()
        odd = {cell.column for cell in self.row.cells if cell.state in ODD}
        if self.row.state in ODD and self.row.cells:
            odd.add(self.row.cells[0].column)
        return tuple(sorted(odd))


@dataclass(frozen=True)
class OpenFile:
    """A preview with the decisions made on it; another decision makes another record."""

    preview: ImportPreview
    decisions: Mapping[int, RowDecision] = field(default_factory=dict)

    @cached_property
    def judged(self) -> ImportPreview:
        """The preview as it would be written."""
        return self.preview.decided(dict(self.decisions))

    @cached_property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows that hold something; all of the table where no row can be understood."""
        lines = self.preview.lines
        if self.preview.missing:
            return tuple(SheetRow(line, None) for line in lines)
        rows = {row.number: row for row in self.judged.rows}
        return tuple(SheetRow(line, rows[line.number]) for line in lines if line.number in rows)

    @cached_property
    def counts(self) -> Mapping[Filter, int]:
        """How many rows each filter shows."""
        kinds = Counter(kind for row in self.rows for kind in _filters_of(row))
        return {kind: kinds[kind] for kind in Filter}

    @property
    def to_add(self) -> int:
        """How many people would be entered."""
        return self._decided(RowDecision.ADD)

    @property
    def to_change(self) -> int:
        """How many people known would be changed."""
        return self._decided(RowDecision.CHANGE)

    @property
    def left_out(self) -> int:
        """How many rows would be left out though nobody known is the same."""
        return self.counts[Filter.SKIPPED] + self.counts[Filter.REFUSED]

    @property
    def fields(self) -> tuple[ImportField | None, ...]:
        """What the columns hold."""
        return tuple(column.field for column in self.preview.columns)

    def shown(self, kind: Filter) -> tuple[SheetRow, ...]:
        """Return the rows that a filter shows."""
        if kind is Filter.ROWS:
            return self.rows
        return tuple(row for row in self.rows if kind in _filters_of(row))

    def with_field(self, column: int, told: ImportField | None) -> tuple[ImportField | None, ...]:
        """Return what the columns hold when one is told anew; a field stands only once.

        Telephones may stand in two columns.
        """
        is_single = told is not None and told is not ImportField.PHONE
        kept = [None if is_single and held is told else held for held in self.fields]
        kept[column] = told
        return tuple(kept)

    def decide(self, number: int, decision: RowDecision) -> "OpenFile":
        """Return the file with a decision on one row."""
        return replace(self, decisions={**self.decisions, number: decision})

    def guess_name_column(self) -> int:
        """Return the column not used yet that looks most like names."""
        open_ones = [
            column.index
            for column in self.preview.columns
            if column.field is None and column.source is not ColumnSource.NEVER
        ]
        return max(open_ones, key=self._namelike, default=0)

    def _namelike(self, column: int) -> int:
        texts = {row.text(column) for row in self.rows[:200]}
        return sum(" " in text and not any(sign.isdigit() for sign in text) for text in texts)

    def _decided(self, decision: RowDecision) -> int:
        return sum(row.decision is decision for row in self.judged.rows)


def looked_again(before: OpenFile, preview: ImportPreview) -> OpenFile:
    """Return a new look at the same file: what was decided stays where the row is the same.

    A column keeps how it got its field unless it got another one.
    """
    earlier = {row.number: row for row in before.preview.rows}
    decisions = {
        row.number: before.decisions[row.number]
        for row in preview.rows
        if row.number in before.decisions and _is_same(row, earlier.get(row.number))
    }
    columns = tuple(
        _with_source(column, was)
        for column, was in zip(preview.columns, before.preview.columns, strict=False)
    )
    kept = columns if len(columns) == len(preview.columns) else preview.columns
    return OpenFile(replace(preview, columns=kept), decisions)


def allowed(row: ImportRow | None) -> tuple[RowDecision, ...]:
    """Return what a person may decide about a row; nothing where there is no question."""
    if row is None or row.state not in _OPEN:
        return ()
    known = (RowDecision.CHANGE,) if row.known is not None else ()
    return (RowDecision.ADD, *known, RowDecision.SKIP)


def next_decision(row: ImportRow) -> RowDecision:
    """Return the decision after the present one, around."""
    offered = allowed(row)
    return offered[(offered.index(row.decision) + 1) % len(offered)]


def _with_source(column: ImportColumn, was: ImportColumn) -> ImportColumn:
    is_kept = column.field is was.field and column.source is ColumnSource.GIVEN
    return replace(column, source=was.source) if is_kept else column


def _is_same(row: ImportRow, was: ImportRow | None) -> bool:
    if was is None:
        return False
    now = (row.state, row.reason, row.known, row.twin)
    return now == (was.state, was.reason, was.known, was.twin)


def _filters_of(told: SheetRow) -> tuple[Filter, ...]:
    row = told.row
    if row is None:
        return (Filter.ROWS,)
    kinds = [Filter.ROWS, Filter(row.state.value)]
    if row.state not in ODD and row.has_doubts:
        kinds.append(Filter.CELLS)
    if row.state in _OPEN and row.decision is RowDecision.SKIP:
        kinds.append(Filter.SKIPPED)
    return tuple(kinds)
