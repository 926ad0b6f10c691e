"""Who was merged into whom."""

from uuid import UUID

from forum_desktop.db.reading import Reading

_MERGED = "SELECT id, same_as FROM attendee WHERE same_as IS NOT NULL AND +forum_id = ?"
# The plus leaves SQLite the index of the few who were merged.


def roots(reading: Reading, forum_id: UUID) -> dict[UUID, UUID]:
    """Return every merged person and the one whom she is, through any chain."""
    found = reading.driver.execute(_MERGED, (str(forum_id),)).fetchall()
    same = {UUID(one): UUID(other) for one, other in found}
    return {one: _root(same, one) for one in same}


def _root(same: dict[UUID, UUID], one: UUID) -> UUID:
    seen = set()
    while one in same and one not in seen:
        seen.add(one)
        one = same[one]
    return one
