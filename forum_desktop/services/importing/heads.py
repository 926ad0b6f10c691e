"""Where the heads of a table stand: below titles, in one row or in merged ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from forum_desktop.services.importing.table import Line, Table
from forum_desktop.services.importing.vocabulary import Vocabulary
from forum_desktop.thai.cleaning import clean_line

_FIRST_LINES = 40
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads by column, and the rows below them. `row` is that of the last head row.

    `candidates` are the texts by which a column may be known, the likeliest first.
    """

    row: int
    texts: tuple[str, ...]
    candidates: tuple[tuple[str, ...], ...]
    body: tuple[Line, ...]


def find_heads(table: Table, words: Vocabulary) -> Heads:
    """Return the heads of a table; empty ones where it has none."""
    counts = [_known(line, words) for line in table.lines[:_FIRST_LINES]]
    if not counts or max(counts) == 0:
        nothing = ("",) * table.width
        return Heads(0, nothing, tuple(() for _ in nothing), table.lines)
    best = counts.index(max(counts))
    first = last = best
    while first and best - first + 1 < _MOST_ROWS and _is_head(table.lines[first - 1], words):
        first -= 1
    while last + 1 < len(counts) and last - first + 1 < _MOST_ROWS:
        if not _is_head(table.lines[last + 1], words):
            break
        last += 1
    return _joined(table, first, last)


def _known(line: Line, words: Vocabulary) -> int:
    # The same word in many cells is a column of data, such as "ประชาชน".
    return len({cell for cell in map(clean_line, line.cells) if words.is_known(cell)})


def _is_head(line: Line, words: Vocabulary) -> bool:
    filled = [cell for cell in line.cells if cell]
    return _known(line, words) * 2 >= len(filled)


def _joined(table: Table, first: int, last: int) -> Heads:
    width = table.width
    rows = [_cells(line, width) for line in table.lines[first : last + 1]]
    bottom = rows[-1]
    above = [_spread(row, bottom) for row in rows[:-1]]
    candidates = tuple(
        _candidates([row[column] for row in above], bottom[column]) for column in range(width)
    )
    texts = tuple(_text([row[c] for row in above], bottom[c]) for c in range(width))
    heads = table.lines[last].cells
    # Printed lists repeat their heads on every page.
    body = tuple(line for line in table.lines[last + 1 :] if line.cells != heads)
    return Heads(table.lines[last].number, texts, candidates, body)


def _cells(line: Line, width: int) -> list[str]:
    return [line.cell(column) for column in range(width)]


def _spread(row: Sequence[str], bottom: Sequence[str]) -> list[str]:
    """Return a row with merged heads told again over every head below them."""
    spread, before = [], ""
    for text, below in zip(row, bottom, strict=True):
        before = text or (before if below else "")
        spread.append(before)
    return spread


def _text(above: Sequence[str], bottom: str) -> str:
    return clean_line(" ".join(dict.fromkeys(text for text in (*above, bottom) if text)))


def _candidates(above: Sequence[str], bottom: str) -> tuple[str, ...]:
    """Return the joined head, then the lowest alone, then those above."""
    told = (_text(above, bottom), clean_line(bottom), *map(clean_line, reversed(above)))
    return tuple(dict.fromkeys(text for text in told if text))
