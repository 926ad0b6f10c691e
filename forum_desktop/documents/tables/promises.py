"""The table of promises, alike in every format that holds data."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, Term, fill_numbered
from forum_desktop.records.documents import PromiseRow, PromisesContent
from forum_desktop.records.minutes import Edition


def promises_table(content: PromisesContent, phrases: Phrases) -> DataTable:
    """Return the list in its order; a public edition has no column for an officer's name."""

    def state_of(row: PromiseRow) -> Term:
        state = row.promised.state
        return Term(state.value, phrases.say(f"promises.state.{state.value}"))

    named = (
        Field[PromiseRow]("officer", lambda row: row.officer, 22),
        Field[PromiseRow]("ordered_by", lambda row: row.ordered_by, 22),
    )
    fields = (
        Field[PromiseRow]("reference", lambda row: row.promised.reference, 16),
        Field[PromiseRow]("promised", lambda row: row.promised.text, 36),
        Field[PromiseRow]("unit", lambda row: row.promised.unit, 20),
        *(named if content.edition is Edition.INTERNAL else ()),
        Field[PromiseRow]("said_on", lambda row: row.promised.said_on, 14, ColumnKind.DATE),
        Field[PromiseRow]("due_on", lambda row: row.promised.due_on, 14, ColumnKind.DATE),
        Field[PromiseRow]("state", state_of, 16),
        Field[PromiseRow]("done", lambda row: row.promised.outcome, 36),
        Field[PromiseRow]("source_number", lambda row: row.promised.source_reference, 16),
    )
    return fill_numbered(phrases, "promises", fields, content.rows)
