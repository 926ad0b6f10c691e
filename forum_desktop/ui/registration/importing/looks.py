"""How the states of rows and cells look: each has a mark and a word beside its colour."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop.records.importing import ImportState, RowDecision
from forum_desktop.ui.registration.importing.open_file import SheetRow, allowed
from forum_desktop.ui.table_view import Cell
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.importing import ImportCell, ImportRow
    from forum_desktop.ui.words import Words


class Look(NamedTuple):
    """A mark with its colour, and the ground it stands on."""

    symbol: str
    ink: str
    ground: str


LOOKS = {
    ImportState.NEW: Look("plus", TOKENS.good, TOKENS.good_soft),
    ImportState.MATCHED: Look("check", TOKENS.ink_soft, TOKENS.surface),
    ImportState.CHANGED: Look("pencil", TOKENS.primary_deep, TOKENS.primary_soft),
    ImportState.DOUBTFUL: Look("triangle-alert", TOKENS.warn, TOKENS.warn_soft),
    ImportState.REFUSED: Look("x", TOKENS.bad, TOKENS.bad_soft),
}
_SOUND = (ImportState.NEW, ImportState.MATCHED)
_UNUSED = Cell(ink=TOKENS.ink_soft, ground=TOKENS.sunken)


def look_of(row: "ImportRow") -> Look:
    """Return how a row is marked; one that is left out by decision has the mark of that."""
    look = LOOKS[row.state]
    is_left = bool(allowed(row)) and row.decision is RowDecision.SKIP
    return look._replace(symbol="minus") if is_left else look


def cell_of(words: "Words", told: SheetRow, column: int) -> Cell:
    """Return how a cell of the file appears: as it would be kept, else as it stands there."""
    cell = told.cell(column)
    if cell is None:
        text = told.text(column)
        return Cell(text) if told.row is None else _UNUSED._replace(text=text)
    if is_dropped(told, cell):
        return _UNUSED._replace(text=cell.raw)
    look = LOOKS[cell.state]
    is_refused = cell.state is ImportState.REFUSED
    is_plain = cell.state in _SOUND
    return Cell(
        cell.raw if is_refused or not cell.value else cell.value,
        before=cell.before,
        symbol=look.symbol,
        ink=TOKENS.ink if is_plain else look.ink,
        ground=look.ground,
        told=words(f"importing.state.{cell.state}"),
    )


def is_dropped(told: SheetRow, cell: "ImportCell") -> bool:
    """Tell whether a sound cell is not taken over because its row is refused."""
    is_refused = told.row is not None and told.row.state is ImportState.REFUSED
    return is_refused and cell.state in _SOUND


def said_decision(words: "Words", row: "ImportRow") -> str:
    """Return in a word or two what is done with a row."""
    if row.state in {ImportState.MATCHED, ImportState.REFUSED}:
        return words(f"importing_view.row.{row.state}")
    is_known_doubt = row.state is ImportState.DOUBTFUL and row.decision is RowDecision.CHANGE
    return words(f"importing_view.row.{'same' if is_known_doubt else row.decision}")


def said_reason(words: "Words", row: "ImportRow") -> str:
    """Return why a row is not simply new, and which row of the file says the same."""
    if not row.reason:
        return ""
    reason = words(row.reason, twin=row.twin)
    # Only some reasons name the other row themselves.
    if not row.twin or reason != words(row.reason, twin=row.twin + 1):
        return reason
    return f"{reason} ({words('importing_view.twin', row=f'{row.twin:,}')})"
