"""Queries for imports: the state they are compared with, and what one of them wrote."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from forum_desktop.db.projection import select_operations
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import NAMES
from forum_desktop.records.operation import Operation

_LATEST = "SELECT max(number) FROM operation WHERE entity_type = ? AND forum = ?"
_OF_IMPORT = (
    "entity IN (SELECT entity FROM operation WHERE entity_type = 'attendee'"
    " AND forum = ? AND json_extract(payload, '$.f.import_id') = ?) ORDER BY entity"
)
_IN_USE = (
    "SELECT attendee_id FROM attendance WHERE forum_id = :forum"
    " UNION SELECT attendee_id FROM speaker_link WHERE forum_id = :forum"
    " UNION SELECT delegator_id FROM delegation WHERE forum_id = :forum"
    " UNION SELECT delegate_id FROM delegation WHERE forum_id = :forum"
)


def latest_change(reading: Reading, record_type: type, forum_id: UUID) -> str:
    """Return a mark that is another one after anything of a kind was written in a forum."""
    found = reading.driver.execute(_LATEST, (NAMES[record_type], str(forum_id)))
    return str(found.fetchone()[0] or 0)


def written_people(
    reading: Reading, forum_id: UUID, import_id: UUID
) -> Iterator[tuple[Operation, ...]]:
    """Yield all the operations of each person whom an import wrote."""
    found = select_operations(reading.connection, _OF_IMPORT, (str(forum_id), str(import_id)))
    for _, some in groupby(found, lambda item: item.entity):
        yield tuple(some)


def people_in_use(reading: Reading, forum_id: UUID) -> frozenset[str]:
    """Return the ids of the people who were ever checked in, have spoken or preside."""
    found = reading.driver.execute(_IN_USE, {"forum": str(forum_id)})
    return frozenset(row[0] for row in found.fetchall())
