"""Decisions on the rows of a file: whatever is decided, every row is counted once."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.records.identity import same_id
from forum_desktop.records.importing import (
    ColumnSource,
    ImportCell,
    ImportColumn,
    ImportField,
    ImportKind,
    ImportLine,
    ImportPreview,
    ImportRow,
    ImportState,
    RowDecision,
)
from forum_desktop.ui.registration.importing.open_file import (
    Filter,
    OpenFile,
    allowed,
    looked_again,
    next_decision,
)

_USUAL = {
    ImportState.NEW: RowDecision.ADD,
    ImportState.MATCHED: RowDecision.SKIP,
    ImportState.CHANGED: RowDecision.CHANGE,
    ImportState.DOUBTFUL: RowDecision.SKIP,
    ImportState.REFUSED: RowDecision.SKIP,
}
_ANYBODY = same_id("somebody known")


def _row(number: int, state: ImportState, cell: ImportState, *, is_known: bool) -> ImportRow:
    known = _ANYBODY if is_known or state is ImportState.CHANGED else None
    name = ImportCell(column=0, field=ImportField.FULL_NAME, raw="ก", value="ก", state=cell)
    return ImportRow(number=number, state=state, decision=_USUAL[state], known=known, cells=(name,))


def _preview(rows: tuple[ImportRow, ...]) -> ImportPreview:
    return ImportPreview(
        kind=ImportKind.ATTENDEES,
        forum_id=same_id("a forum"),
        path=Path("list.csv"),
        sheet="",
        sheets=(),
        header_row=1,
        columns=(ImportColumn(index=0, head="ชื่อ", field=ImportField.FULL_NAME),),
        rows=rows,
        lines=tuple(ImportLine(row.number, ("ก",)) for row in rows),
    )


kinds = st.tuples(st.sampled_from(ImportState), st.sampled_from(ImportState), st.booleans())
previews = st.lists(kinds, max_size=12).map(
    lambda told: _preview(
        tuple(_row(n, state, cell, is_known=known) for n, (state, cell, known) in enumerate(told))
    )
)
decisions = st.dictionaries(st.integers(0, 12), st.sampled_from(RowDecision))


@given(previews, decisions)
@settings(deadline=None, max_examples=200)
def test_every_row_is_written_left_out_or_known(
    preview: ImportPreview, decided: dict[int, RowDecision]
) -> None:
    file = OpenFile(preview)
    for number, decision in decided.items():
        file = file.decide(number, decision)
    matched = file.counts[Filter.MATCHED]
    assert file.to_add + file.to_change + file.left_out + matched == len(preview.rows)
    for row in file.judged.rows:
        assert row.decision is not RowDecision.CHANGE or row.known is not None
        assert row.decision in allowed(row) or row.decision is _USUAL[row.state]


@given(previews)
@settings(deadline=None, max_examples=100)
def test_going_round_the_decisions_comes_back(preview: ImportPreview) -> None:
    file = OpenFile(preview)
    for row in preview.rows:
        passed = []
        for _ in allowed(row):
            now = next(one for one in file.judged.rows if one.number == row.number)
            file = file.decide(row.number, next_decision(now))
            passed.append(file.decisions[row.number])
        assert sorted(passed) == sorted(allowed(row))
    assert [row.decision for row in file.judged.rows] == [row.decision for row in preview.rows]


@given(previews, decisions, st.data())
@settings(deadline=None, max_examples=100)
def test_another_look_keeps_a_decision_only_where_the_row_is_the_same(
    preview: ImportPreview, decided: dict[int, RowDecision], data: st.DataObject
) -> None:
    before = OpenFile(preview, decided)
    others = tuple(
        replace(row, state=data.draw(st.sampled_from([row.state, ImportState.DOUBTFUL])))
        for row in preview.rows
    )
    after = looked_again(before, replace(preview, rows=others))
    same = {now.number for now, was in zip(others, preview.rows, strict=True) if now == was}
    assert after.decisions == {n: told for n, told in decided.items() if n in same}


def test_a_column_keeps_how_it_got_its_field_unless_it_got_another() -> None:
    columns = (
        ImportColumn(index=0, head="ก", field=ImportField.FULL_NAME, source=ColumnSource.HEAD),
        ImportColumn(index=1, head="ข", field=ImportField.SECTOR, source=ColumnSource.CONTENT),
    )
    before = OpenFile(replace(_preview(()), columns=columns))
    told = before.with_field(1, ImportField.FULL_NAME)
    assert told == (None, ImportField.FULL_NAME)
    assert before.with_field(1, None) == (ImportField.FULL_NAME, None)
    given_ones = tuple(
        replace(column, field=field, source=ColumnSource.GIVEN)
        for column, field in zip(columns, (ImportField.FULL_NAME, ImportField.ROLE), strict=True)
    )
    after = looked_again(before, replace(before.preview, columns=given_ones))
    sources = [column.source for column in after.preview.columns]
    assert sources == [ColumnSource.HEAD, ColumnSource.GIVEN]
