"""Queries over opinions and complaints."""

from uuid import UUID

from sqlalchemy import func, select

from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.records.opinion import Opinion

_opinion = ENTITY_TABLES["opinion"]
_complaint = ENTITY_TABLES["complaint"]


def recent(
    reading: Reading, forum_id: UUID, strategy_id: UUID | None, typed: str, limit: int
) -> tuple[Opinion, ...]:
    """Return the newest opinions that stand, of one strategy or all, holding what was typed."""
    query = select(_opinion).where(_opinion.c.forum_id == str(forum_id), _opinion.c.withdrawn == "")
    if strategy_id is not None:
        query = query.where(_opinion.c.strategy_id == str(strategy_id))
    for word in typed.split():
        query = query.where(_opinion.c.text.contains(word, autoescape=True))
    newest = (_opinion.c.born.desc(), _opinion.c.id.desc())
    return reading.records(Opinion, query.order_by(*newest).limit(limit))


def count_by_strategy(reading: Reading, forum_id: UUID) -> dict[UUID | None, int]:
    """Return how many opinions stand under each strategy; None counts those not yet sorted."""
    query = (
        select(_opinion.c.strategy_id, func.count())
        .where(_opinion.c.forum_id == str(forum_id), _opinion.c.withdrawn == "")
        .group_by(_opinion.c.strategy_id)
    )
    rows = reading.connection.execute(query)
    return {None if key is None else UUID(key): int(count) for key, count in rows}


def count_complaints_by_kind(reading: Reading, forum_id: UUID) -> dict[str, int]:
    """Return how many complaints there are of each kind (a code of the pack)."""
    query = (
        select(_complaint.c.kind, func.count())
        .where(_complaint.c.forum_id == str(forum_id))
        .group_by(_complaint.c.kind)
    )
    return {str(kind): int(count) for kind, count in reading.connection.execute(query)}
