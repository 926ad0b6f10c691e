"""Queries over opinions and complaints."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, TextClause, func, literal, or_, select, tuple_

from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES, STANDS
from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionKind, OpinionRow
from forum_desktop.thai.folding import fold, fold_tight

_opinion = ENTITY_TABLES["opinion"]
_support = ENTITY_TABLES["support"]
_complaint = ENTITY_TABLES["complaint"]

_SUPPORTED = _support.c.opinion_id == _opinion.c.id

_LAST = "SELECT coalesce(max(number), 0) FROM operation"
# The log's newest lines are few: an index would lead through all of a million older ones.
_CHANGED = (
    "SELECT DISTINCT entity FROM operation NOT INDEXED"
    " WHERE number > ? AND entity_type = 'opinion' AND forum = ?"
)

_newest = (_opinion.c.born.desc(), _opinion.c.id.desc())


def recent(
    reading: Reading,
    forum_id: UUID,
    wanted: OpinionFilter,
    limit: int,
    before: UUID | None = None,
) -> tuple[OpinionRow, ...]:
    """Return the newest opinions that stand and meet a filter, with how many said the same.

    `before` is an opinion; only those older than it are returned.
    """
    conditions = _conditions(wanted) + ([_older_than(before)] if before else [])
    query = _standing(forum_id).where(*conditions).order_by(*_newest).limit(limit)
    found = reading.records(Opinion, query)
    return with_weights(reading, found)


def with_weights(reading: Reading, found: Iterable[Opinion]) -> tuple[OpinionRow, ...]:
    """Return opinions with their supports and with those joined into them.

    Who supported what was joined into another supports that one.
    """
    rows = tuple(found)
    supports = _count_under(reading, _support.c.opinion_id, _support.c.withdrawn == "", rows)
    for key, count in _count_supports_of_joined(reading, rows).items():
        supports[key] = supports.get(key, 0) + count
    joined = _count_under(reading, _opinion.c.joined_into, _opinion.c.withdrawn == "", rows)
    return tuple(
        OpinionRow(
            opinion=item, supports=supports.get(str(item.id), 0), joined=joined.get(str(item.id), 0)
        )
        for item in rows
    )


def count_voices(reading: Reading, forum_id: UUID) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Return for all opinions of a forum how many supports, and how many joined ones, they have."""
    head = func.coalesce(_opinion.c.joined_into, _support.c.opinion_id)
    query = (
        select(head, func.count())
        .select_from(_support.outerjoin(_opinion, _SUPPORTED))
        .where(_support.c.forum_id == str(forum_id), _support.c.withdrawn == "")
        .where(func.coalesce(_opinion.c.withdrawn, "") == "")
        .group_by(head)
    )
    found = reading.connection.execute(query)
    supports = {UUID(key): int(count) for key, count in found}
    return supports, _count_all(reading, _opinion.c.joined_into, _opinion.c, forum_id)


def last_line(reading: Reading) -> int:
    """Return the number of the log's last line; 0 where nothing was written yet."""
    (last,) = reading.driver.execute(_LAST).fetchone()
    return int(last)


def changed_since(reading: Reading, forum_id: UUID, number: int) -> list[UUID]:
    """Return the opinions written of after the log's line `number`."""
    rows = reading.driver.execute(_CHANGED, (number, str(forum_id))).fetchall()
    return [UUID(row[0]) for row in rows]


def texts(
    reading: Reading, forum_id: UUID, limit: int | None = None, before: UUID | None = None
) -> list[tuple[UUID, str]]:
    """Return the newest opinions that stand, by their words alone.

    `before` is an opinion; only those older than it are returned.
    """
    query = select(_opinion.c.id, _opinion.c.text).where(*_of_forum(forum_id))
    if before is not None:
        query = query.where(_older_than(before))
    found = reading.connection.execute(query.order_by(*_newest).limit(limit))
    return [(UUID(key), str(text)) for key, text in found]


def count_by_strategy(reading: Reading, forum_id: UUID) -> dict[UUID | None, int]:
    """Return how many opinions stand under each strategy; None counts those not yet sorted."""
    query = (
        select(_opinion.c.strategy_id, func.count())
        .where(_opinion.c.forum_id == str(forum_id), STANDS)
        .group_by(_opinion.c.strategy_id)
    )
    rows = reading.connection.execute(query)
    return {None if key is None else UUID(key): int(count) for key, count in rows}


def count_by_kind(reading: Reading, forum_id: UUID) -> dict[OpinionKind, int]:
    """Return how many opinions of each kind stand."""
    query = (
        select(_opinion.c.kind, func.count())
        .where(_opinion.c.forum_id == str(forum_id), STANDS)
        .group_by(_opinion.c.kind)
    )
    return {OpinionKind(kind): int(count) for kind, count in reading.connection.execute(query)}


def count_complaints_by_kind(reading: Reading, forum_id: UUID) -> dict[str, int]:
    """Return how many complaints there are of each kind (a code of the pack)."""
    query = (
        select(_complaint.c.kind, func.count())
        .where(_complaint.c.forum_id == str(forum_id))
        .group_by(_complaint.c.kind)
    )
    return {str(kind): int(count) for kind, count in reading.connection.execute(query)}


def _standing(forum_id: UUID) -> Select[tuple[object, ...]]:
    return select(_opinion).where(*_of_forum(forum_id))


def _of_forum(forum_id: UUID) -> tuple[ColumnElement[bool], TextClause]:
    return _opinion.c.forum_id == str(forum_id), STANDS


def _older_than(opinion_id: UUID) -> ColumnElement[bool]:
    """Compare both at once: the index on them goes on where the last page ended."""
    it = _opinion.alias()
    born = select(it.c.born).where(it.c.id == str(opinion_id)).scalar_subquery()
    return tuple_(_opinion.c.born, _opinion.c.id) < tuple_(born, literal(str(opinion_id)))


def _conditions(wanted: OpinionFilter) -> list[ColumnElement[bool]]:
    words = [fold_tight(word) for word in fold(wanted.typed).split()]
    found = [_opinion.c.search_key.contains(word, autoescape=True) for word in words if word]
    if wanted.strategy_id is not None:
        found.append(_opinion.c.strategy_id == str(wanted.strategy_id))
    if wanted.is_unsorted:
        found.append(_opinion.c.strategy_id.is_(None))
    if wanted.kind is not None:
        found.append(_opinion.c.kind == wanted.kind.value)
    if wanted.behalf:
        found.append(
            or_(_opinion.c.on_behalf_of == wanted.behalf, _opinion.c.place == wanted.behalf)
        )
    if wanted.urgency:
        found.append(_opinion.c.urgency >= wanted.urgency)
    if wanted.is_unanswered:
        found.append(_opinion.c.answer == "")
    return found


def _count_under(
    reading: Reading,
    parent: ColumnElement[str],
    condition: ColumnElement[bool],
    rows: tuple[Opinion, ...],
) -> dict[str, int]:
    ids = [str(item.id) for item in rows]
    query = select(parent, func.count()).where(parent.in_(ids), condition).group_by(parent)
    return {str(key): int(count) for key, count in reading.connection.execute(query)}


def _count_supports_of_joined(reading: Reading, rows: tuple[Opinion, ...]) -> dict[str, int]:
    query = (
        select(_opinion.c.joined_into, func.count())
        .select_from(_opinion.join(_support, _SUPPORTED))
        .where(_opinion.c.joined_into.in_([str(item.id) for item in rows]))
        .where(_opinion.c.withdrawn == "", _support.c.withdrawn == "")
        .group_by(_opinion.c.joined_into)
    )
    return {str(key): int(count) for key, count in reading.connection.execute(query)}


def _count_all(
    reading: Reading, parent: ColumnElement[str], of: Any, forum_id: UUID
) -> dict[UUID, int]:
    query = (
        select(parent, func.count())
        .where(of.forum_id == str(forum_id), of.withdrawn == "", parent.is_not(None))
        .group_by(parent)
    )
    return {UUID(key): int(count) for key, count in reading.connection.execute(query)}
