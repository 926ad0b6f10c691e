"""Import of tables: what was found in a file, what is to be done with it, what was done."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.people import AttendeeRole


class ImportKind(StrEnum):
    """What the rows of a table are."""

    ATTENDEES = "attendees"
    OPINIONS = "opinions"
    COMPLAINTS = "complaints"


class ImportField(StrEnum):
    """What a column may hold; an affiliation is a community or else an organisation."""

    FULL_NAME = "full_name"
    TITLE = "title"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    SECTOR = "sector"
    AFFILIATION = "affiliation"
    COMMUNITY = "community"
    ZONE = "zone"
    ORGANISATION = "organisation"
    POSITION = "position"
    PHONE = "phone"
    ROLE = "role"
    STRATEGY = "strategy"
    APPROACH = "approach"
    KIND = "kind"
    TEXT = "text"
    SPEAKER = "speaker"
    SUBJECT = "subject"
    FACTS = "facts"
    WANTED = "wanted"
    PLACE = "place"
    LEVEL = "level"
    ADDRESS = "address"


class ColumnSource(StrEnum):
    """How a column got its field."""

    HEAD = "head"
    CONTENT = "content"
    REMEMBERED = "remembered"
    GIVEN = "given"
    UNKNOWN = "unknown"
    NEVER = "never"


class ImportState(StrEnum):
    """What a row or cell is, beside what is known: a refused one is not taken over.

    A doubtful cell is taken over; a doubtful row waits for a person, its default stated.
    """

    NEW = "new"
    MATCHED = "matched"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class RowDecision(StrEnum):
    """What is done with a row: enter it, write its changes to the person known, or nothing."""

    ADD = "add"
    CHANGE = "change"
    SKIP = "skip"


class ImportLine(NamedTuple):
    """A row as it stands in the file; `number` counts from 1 as the spreadsheet does.

    A cell of a column that a forum may not keep is empty here too.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportColumn:
    """A column of the table; `head` as it stands in the file, merged heads joined."""

    index: int
    head: str
    field: ImportField | None = None
    source: ColumnSource = ColumnSource.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCell:
    """A cell that holds something: `raw` as in the file, `value` as understood.

    `reason` is a key of the catalogue, told of changed, doubtful and refused cells.
    `before` is what was known until now.
    """

    column: int
    field: ImportField
    raw: str
    value: str
    state: ImportState
    reason: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """A person as a row tells of her; what is empty was not told. `role` None likewise."""

    title: str = ""
    first_name: str = ""
    last_name: str = ""
    sector: str = ""
    community: str = ""
    zone: str = ""
    organisation: str = ""
    position: str = ""
    phone: str = ""
    role: AttendeeRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionDraft:
    """An opinion as a row tells it; no strategy means the tray."""

    kind: OpinionKind
    text: str
    strategy_id: UUID | None = None
    approach_id: UUID | None = None
    on_behalf_of: str = ""
    speaker_id: UUID | None = None


ImportDraft = PersonDraft | OpinionDraft | ComplaintIntake


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """A row of the table. `number` counts from 1 as the spreadsheet or text editor does.

    `known` is the person or entry it was found to be, `twin` the row that says the same;
    `changes` are the facts of the person known that the row would change.
    """

    number: int
    state: ImportState
    decision: RowDecision
    reason: str = ""
    twin: int = 0
    known: UUID | None = None
    cells: tuple[ImportCell, ...] = field(default=(), repr=False)
    draft: ImportDraft | None = field(default=None, repr=False)
    changes: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def has_doubts(self) -> bool:
        """Tell whether somebody should look at the row or one of its cells."""
        odd = (ImportState.DOUBTFUL, ImportState.REFUSED)
        return self.state in odd or any(cell.state in odd for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """How many rows there are, and what is or was done with them."""

    rows: int
    added: int
    matched: int
    changed: int
    doubtful: int
    skipped: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """All that an import would do; nothing of it is written yet.

    `basis` names the state of the data that the rows were compared with, `layout` the set
    of heads under which the columns are remembered. `missing` are fields without which no
    row can be understood. `header_row` is 0 where the table has no heads. `lines` is the
    table below its heads as it stands in the file, for eyes that check the columns.
    """

    kind: ImportKind
    forum_id: UUID
    path: Path
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[ImportColumn, ...]
    rows: tuple[ImportRow, ...] = field(repr=False)
    lines: tuple[ImportLine, ...] = field(default=(), repr=False)
    missing: tuple[ImportField, ...] = ()
    layout: str = ""
    basis: str = ""

    @property
    def counts(self) -> ImportCounts:
        """Count the rows."""
        states = Counter(row.state for row in self.rows)
        decisions = Counter(row.decision for row in self.rows)
        waiting = (r for r in self.rows if r.state is ImportState.DOUBTFUL)
        return ImportCounts(
            rows=len(self.rows),
            added=decisions[RowDecision.ADD],
            matched=states[ImportState.MATCHED],
            changed=decisions[RowDecision.CHANGE],
            doubtful=states[ImportState.DOUBTFUL],
            skipped=sum(row.decision is RowDecision.SKIP for row in waiting),
            refused=states[ImportState.REFUSED],
        )

    def decided(self, decisions: dict[int, RowDecision]) -> "ImportPreview":
        """Return the preview with a person's decisions, by row number, on doubtful rows.

        Only a row that was found to be somebody known can change her.
        """
        return replace(self, rows=tuple(_decided(row, decisions) for row in self.rows))


def _decided(row: ImportRow, decisions: dict[int, RowDecision]) -> ImportRow:
    chosen = decisions.get(row.number, row.decision)
    is_open = row.state in {ImportState.DOUBTFUL, ImportState.CHANGED}
    if not is_open or (chosen is RowDecision.CHANGE and row.known is None):
        return row
    return replace(row, decision=chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun:
    """An import that was made. `undone` is the reason why it was taken back.

    `kept` people stayed then, because they had checked in, spoken or been changed since.
    """

    id: UUID
    forum_id: UUID
    kind: ImportKind
    file_name: str
    imported_at: datetime
    rows: int
    added: int
    matched: int
    changed: int
    skipped: int
    refused: int
    undone: str = ""
    kept: int = 0
