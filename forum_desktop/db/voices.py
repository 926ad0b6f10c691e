"""Queries over who spoke when, for what, from which sector and community; without a name."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from forum_desktop.db.reading import Reading

_VOICES = (
    "SELECT o.strategy_id, o.said_at, o.on_behalf_of, o.joined_into IS NULL,"
    " coalesce(min(a.sector), ''), coalesce(min(a.community), '')"
    " FROM opinion AS o"
    " LEFT JOIN speaker_link AS l ON l.opinion_id = o.id"
    " LEFT JOIN attendee AS a ON a.id = l.attendee_id"
    " WHERE o.forum_id = ? AND o.withdrawn = '' GROUP BY o.id"
)
_SUPPORTERS = (
    "SELECT s.on_behalf_of FROM support AS s JOIN opinion AS o ON o.id = s.opinion_id"
    " WHERE s.forum_id = ? AND s.withdrawn = '' AND o.withdrawn = '' AND s.on_behalf_of != ''"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """An opinion as something to count; it `stands` unless it was joined into another.

    `sector` and `community` are its speaker's, empty where nobody is linked to it.
    """

    strategy_id: UUID | None
    said_at: datetime
    on_behalf_of: str
    stands: bool
    sector: str
    community: str


def list_voices(reading: Reading, forum_id: UUID) -> tuple[Voice, ...]:
    """Return every opinion that was not withdrawn, those joined into others too."""
    rows = reading.driver.execute(_VOICES, (str(forum_id),))
    return tuple(
        Voice(
            UUID(strategy) if strategy else None,
            datetime.fromisoformat(said_at),
            behalf,
            bool(stands),
            sector,
            community,
        )
        for strategy, said_at, behalf, stands, sector, community in rows
    )


def list_supporters(reading: Reading, forum_id: UUID) -> tuple[str, ...]:
    """Return on whose behalf opinions were supported, once for each support."""
    return tuple(str(row[0]) for row in reading.driver.execute(_SUPPORTERS, (str(forum_id),)))
