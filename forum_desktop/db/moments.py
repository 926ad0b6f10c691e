"""A forum at a moment: the log folded up to there, and nowhere kept.

The cut goes by the log's own clock: whatever an operation answers to came before it, so that
no cut parts a cause from its effect, however the walls' clocks went.
"""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

from forum_desktop.db.codec import default_fields, required_fields, to_record
from forum_desktop.db.fold import Folded, fold
from forum_desktop.db.operations import CLOCK_COUNTER_BITS
from forum_desktop.db.projection import select_operations
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TYPES, NAMES

SLOT = 15 * 60 * 1000
"""Milliseconds of the stretches that a log is shown in."""

_STOPS = (
    f"SELECT max(clock >> {CLOCK_COUNTER_BITS}), count(*) FROM operation WHERE forum = ?"
    f" GROUP BY (clock >> {CLOCK_COUNTER_BITS}) / {SLOT} ORDER BY 1 DESC"
)


def stops(reading: Reading, forum_id: UUID) -> list[tuple[int, int]]:
    """Return each stretch in which something was written: its last moment, how much; newest first.

    Moments are milliseconds since 1970 UTC, as the log's clock tells them.
    """
    return [(int(at), int(count)) for at, count in reading.driver.execute(_STOPS, (str(forum_id),))]


def state_at(
    reading: Reading, forum_id: UUID, record_types: Collection[type], milliseconds: int
) -> dict[type, list[Any]]:
    """Return the records of some kinds as the log tells them up to a moment, the oldest first."""
    found: dict[type, list[tuple[int, str, Any]]] = {kind: [] for kind in record_types}
    for folded in _folded(reading, forum_id, [NAMES[kind] for kind in found], milliseconds):
        kind = ENTITY_TYPES[folded.entity_type]
        # What search needs of a row would cost more here than all the rest.
        facts = {**default_fields(kind), **folded.facts}
        if required_fields(kind) <= facts.keys():
            row = {**facts, "id": folded.entity, "forum_id": folded.forum}
            found[kind].append((folded.born, folded.entity, to_record(kind, row)))
    return {
        kind: [record for *_, record in sorted(rows, key=lambda row: row[:2])]
        for kind, rows in found.items()
    }


def _folded(
    reading: Reading, forum_id: UUID, names: Collection[str], milliseconds: int
) -> Iterator[Folded]:
    last = (milliseconds + 1) << CLOCK_COUNTER_BITS
    condition = (
        f"forum = ? AND entity_type IN ({', '.join('?' * len(names))})"
        " AND clock < CAST(? AS INTEGER) ORDER BY entity"
    )
    values = [str(forum_id), *names, str(last)]
    written = select_operations(reading.connection, condition, values)
    for _, operations in groupby(written, lambda item: item.entity):
        folded = fold(operations)
        if not folded.erased:
            yield folded
