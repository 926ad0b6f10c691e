"""Queries over people and their presence."""

from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, exists, func, or_, select

from forum_desktop.db.codec import to_record
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES, IS_WITHDRAWN
from forum_desktop.records.people import Attendance, Attendee, AttendeeRole, AttendeeRow
from forum_desktop.thai.finding import search_words
from forum_desktop.thai.sound import sound_of

_attendee = ENTITY_TABLES["attendee"]
_attendance = ENTITY_TABLES["attendance"]
_PRESENCE_PREFIX = "presence_"
_present = _attendance.c.undone == ""
_listed = or_(_attendee.c.withdrawn == "", _present)
"""Who was withdrawn on one laptop while she checked in on another is here all the same."""


def find_people(
    reading: Reading, forum_id: UUID, typed: str, limit: int
) -> tuple[AttendeeRow, ...]:
    """Return people in whom every typed word is found, those whose name begins so first."""
    words = search_words(typed)
    query = _rows(forum_id).limit(limit)
    for word in words:
        query = query.where(_attendee.c.search_key.contains(word, autoescape=True))
    if words:
        begins = _attendee.c.search_key.startswith(words[0], autoescape=True)
        query = query.order_by(begins.desc(), _attendee.c.search_key)
    return _read(reading, query.order_by(_attendee.c.born.desc()))


def find_by_sound(
    reading: Reading, forum_id: UUID, sounds: tuple[str, ...], limit: int
) -> tuple[AttendeeRow, ...]:
    """Return people whose names sound like all of `sounds`, whole names before parts of them."""
    if not sounds:
        return ()
    names = select(_attendee.c.id, _attendee.c.first_name, _attendee.c.last_name)
    ranked = []
    for key, *written in reading.connection.execute(names.where(_of(forum_id))):
        heard = [sound_of(word) for name in written for word in name.split()]
        if all(any(sound in word for word in heard) for sound in sounds):
            ranked.append((-sum(sound in heard for sound in sounds), str(key)))
    best = [key for _, key in sorted(ranked)[:limit]]
    found = {str(row.attendee.id): row for row in _by_id(reading, forum_id, best)}
    return tuple(found[key] for key in best if key in found)


def _by_id(reading: Reading, forum_id: UUID, keys: list[str]) -> tuple[AttendeeRow, ...]:
    return _read(reading, _rows(forum_id).where(_attendee.c.id.in_(keys))) if keys else ()


def _of(forum_id: UUID) -> ColumnElement[bool]:
    return _attendee.c.forum_id == str(forum_id)


def list_people(
    reading: Reading, forum_id: UUID, role: AttendeeRole | None = None
) -> tuple[AttendeeRow, ...]:
    """Return everybody of a role (or all), in the order they were entered."""
    query = _rows(forum_id).order_by(_attendee.c.born, _attendee.c.id)
    return _read(reading, query if role is None else query.where(_attendee.c.role == role.value))


def count_people(reading: Reading, forum_id: UUID, session: str) -> tuple[int, int]:
    """Return how many are registered and how many are present in a session."""
    of_forum = _attendee.c.forum_id == str(forum_id)
    here = exists().where(
        _attendance.c.attendee_id == _attendee.c.id, _attendance.c.session == session, _present
    )
    everybody = select(func.count()).where(of_forum).scalar_subquery()
    # Few were ever withdrawn: they are counted off rather than all others looked at.
    gone = select(func.count()).where(of_forum, IS_WITHDRAWN, ~here).scalar_subquery()
    present = (
        select(func.count())
        .where(_attendance.c.forum_id == str(forum_id), _attendance.c.session == session, _present)
        .scalar_subquery()
    )
    row = reading.connection.execute(select(everybody - gone, present)).one()
    return int(row[0]), int(row[1])


def count_present_by(reading: Reading, forum_id: UUID, fact: str, session: str) -> dict[str, int]:
    """Return how many participants are present by a fact such as sector or zone."""
    column = _attendee.c[fact]
    query = (
        select(column, func.count())
        .join(_attendance, _attendance.c.attendee_id == _attendee.c.id)
        .where(
            _attendee.c.forum_id == str(forum_id),
            _attendee.c.role == AttendeeRole.PARTICIPANT.value,
            _attendance.c.session == session,
            _present,
        )
        .group_by(column)
    )
    return {str(value): int(count) for value, count in reading.connection.execute(query)}


def _rows(forum_id: UUID, session: str = "main") -> Select[tuple[object, ...]]:
    return _joined(session).where(_attendee.c.forum_id == str(forum_id), _listed)


def _joined(session: str) -> Select[tuple[object, ...]]:
    presence = [column.label(_PRESENCE_PREFIX + column.name) for column in _attendance.c]
    same = and_(_attendance.c.attendee_id == _attendee.c.id, _attendance.c.session == session)
    return select(_attendee, *presence).outerjoin(_attendance, same)


def _read(reading: Reading, query: Select[tuple[object, ...]]) -> tuple[AttendeeRow, ...]:
    return tuple(_to_row(row) for row in reading.connection.execute(query).mappings())


def _to_row(row: RowMapping) -> AttendeeRow:
    facts = {str(name): value for name, value in row.items()}
    presence = {
        name.removeprefix(_PRESENCE_PREFIX): value
        for name, value in facts.items()
        if name.startswith(_PRESENCE_PREFIX)
    }
    attendance = None if presence["id"] is None else to_record(Attendance, presence)
    return AttendeeRow(attendee=to_record(Attendee, facts), attendance=attendance)
