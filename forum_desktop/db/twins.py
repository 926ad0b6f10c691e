"""Queries over people who may be one person."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from forum_desktop.db.reading import Reading

_ID_AND_NAME = "SELECT id, first_name || ' ' || last_name FROM attendee WHERE +forum_id = ? AND "
# The plus keeps SQLite from walking an index to 10,000 rows that a scan reads in turn.


def ids_of_namesakes(
    reading: Reading, forum_id: UUID, name_key: str, phone: str
) -> tuple[str, ...]:
    """Return the ids of those in whose search key a folded name is, or who have a telephone."""
    condition = "(instr(search_key, ?) OR (phone = ? AND phone != ''))"
    found = reading.driver.execute(_ID_AND_NAME + condition, (str(forum_id), name_key, phone))
    return tuple(str(row[0]) for row in found.fetchall())


def names_where_any(
    reading: Reading, forum_id: UUID, facts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield id, and first and last name, of those who have one of the facts (columns of ours)."""
    told = {fact: value for fact, value in facts.items() if value}
    if not told:
        return
    condition = " OR ".join(f"{fact} = ?" for fact in told)
    values = (str(forum_id), *told.values())
    found = reading.driver.execute(f"{_ID_AND_NAME}({condition})", values)
    yield from ((str(key), str(name)) for key, name in found.fetchall())
