"""Who was merged into whom."""

from uuid import UUID

from forum_desktop.db.reading import Reading

_MERGED = (
    "SELECT id, same_as FROM attendee AS twin"
    " WHERE same_as IS NOT NULL AND same_as < id AND +forum_id = ?"
    " AND EXISTS (SELECT 1 FROM attendee AS older WHERE older.id = twin.same_as)"
)
# The plus leaves SQLite the index of the few who were merged.


def roots(reading: Reading, forum_id: UUID) -> dict[UUID, UUID]:
    """Return every merged person and the one whom she is, through any chain.

    Who was merged into somebody not known here, or no longer, stands for herself, so that
    nobody is lost. Only an older id counts, so that whatever arrives no ring can form.
    """
    found = reading.driver.execute(_MERGED, (str(forum_id),)).fetchall()
    same = {UUID(one): UUID(other) for one, other in found}
    return {one: _root(same, one) for one in same}


def _root(same: dict[UUID, UUID], one: UUID) -> UUID:
    while one in same:
        one = same[one]
    return one
