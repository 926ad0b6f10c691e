"""Queries over presence: who was checked in to which session, and how many.

A session of "" means any of the day. A person is present when she, or one merged into her, is;
she is counted once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select

from forum_desktop.db import merged
from forum_desktop.db.codec import to_record
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES, IS_WITHDRAWN
from forum_desktop.records.people import Attendance, Attendee, AttendeeRole, AttendeeRow

_attendee = ENTITY_TABLES["attendee"]
_attendance = ENTITY_TABLES["attendance"]
_present = _attendance.c.undone == ""

_MOST_ASKED = 500
"""Of so many people the presence is asked one by one; of more, that of the whole forum."""

_FAMILY = (
    "WITH RECURSIVE family(id) AS (VALUES (?) UNION"
    " SELECT twin.id FROM attendee AS twin JOIN family"
    " ON twin.same_as = family.id AND twin.id > family.id)"
    " SELECT id FROM family"
)


def root_of(reading: Reading, attendee: Attendee) -> Attendee:
    """Return the person into whom somebody was merged: herself, where she was not."""
    while attendee.same_as is not None and attendee.same_as < attendee.id:  # so rings cannot form
        older = reading.find(Attendee, attendee.same_as)
        if older is None:
            return attendee
        attendee = older
    return attendee


def presence_of(reading: Reading, attendee: Attendee, session: str) -> tuple[Attendance, ...]:
    """Return the records of a person's check-ins, and of those merged into her."""
    family = reading.driver.execute(_FAMILY, (str(attendee.id),)).fetchall()
    found = _attendances(reading, [row[0] for row in family])
    return tuple(item for item in found if session in {"", item.session})


def row_of(reading: Reading, attendee: Attendee, session: str) -> AttendeeRow:
    """Return a person with her presence in a session."""
    here = together(presence_of(reading, attendee, session))
    return AttendeeRow(attendee=attendee, attendance=here)


def rows_of(
    reading: Reading, forum_id: UUID, people: Sequence[Attendee], session: str
) -> tuple[AttendeeRow, ...]:
    """Return people with their presence in a session, in their order."""
    roots = merged.roots(reading, forum_id)
    asked = {str(person.id) for person in people}
    asked.update(str(twin) for twin, root in roots.items() if str(root) in asked)
    found = (
        _attendances(reading, sorted(asked))
        if len(asked) <= _MOST_ASKED
        else reading.all(Attendance, forum_id=forum_id)
    )
    presence = _by_person(found, roots, session)
    return tuple(
        AttendeeRow(attendee=person, attendance=together(presence.get(person.id, ())))
        for person in people
    )


def together(found: Sequence[Attendance]) -> Attendance | None:
    """Return several check-ins of one person as one: the first moment, and where she is now.

    Those taken back count only where none stands. She has left when she has left everywhere.
    """
    if len(found) < 2:
        return found[0] if found else None
    standing = sorted((item for item in found if not item.undone), key=_moment)
    if not standing:
        return max(found, key=_moment)
    left = [item.left_at for item in standing]
    gone = None if None in left else max(moment for moment in left if moment is not None)
    stands_for = next((item.in_place_of for item in standing if item.in_place_of), None)
    return replace(standing[0], left_at=gone, in_place_of=stands_for)


def count_people(reading: Reading, forum_id: UUID, session: str) -> tuple[int, int]:
    """Return how many are registered and how many of them are present in a session."""
    of_forum = _attendee.c.forum_id == str(forum_id)
    here = exists().where(_attendance.c.attendee_id == _attendee.c.id, *_in_session(session))
    everybody = select(func.count()).where(of_forum).scalar_subquery()
    # Few were ever withdrawn: they are counted off rather than all others looked at.
    gone = select(func.count()).where(of_forum, IS_WITHDRAWN, ~here).scalar_subquery()
    heads = func.count() if session else func.count(_attendance.c.attendee_id.distinct())
    present = (
        select(heads)
        .where(_attendance.c.forum_id == str(forum_id), *_in_session(session))
        .scalar_subquery()
    )
    row = reading.connection.execute(select(everybody - gone, present)).one()
    families = _families(reading, forum_id, session)
    twice = sum(sum(map(_is_listed, family.all)) - family.is_listed for family in families)
    there_twice = sum(sum(one.is_present for one in f.all) - f.is_present for f in families)
    return int(row[0]) - twice, int(row[1]) - there_twice


def count_present_by(reading: Reading, forum_id: UUID, fact: str, session: str) -> dict[str, int]:
    """Return how many participants are present by a fact such as sector or zone."""
    column = _attendee.c[fact]
    query = (
        select(column, func.count(_attendee.c.id.distinct()))
        .join(_attendance, _attendance.c.attendee_id == _attendee.c.id)
        .where(
            _attendee.c.forum_id == str(forum_id),
            _attendee.c.role == AttendeeRole.PARTICIPANT.value,
            *_in_session(session),
        )
        .group_by(column)
    )
    counts = {str(value): int(count) for value, count in reading.connection.execute(query)}
    for family in _families(reading, forum_id, session):
        for one in family.all:
            _count(counts, one.person, fact, -int(one.is_present))
        _count(counts, family.root.person, fact, int(family.is_present))
    return {value: count for value, count in counts.items() if count}


@dataclass(frozen=True, slots=True)
class _One:
    person: Attendee
    is_present: bool


@dataclass(frozen=True, slots=True)
class _Family:
    """A person and those merged into her."""

    root: _One
    all: tuple[_One, ...]

    @property
    def is_present(self) -> bool:
        return any(one.is_present for one in self.all)

    @property
    def is_listed(self) -> bool:
        return self.is_present or not self.root.person.withdrawn


def _families(reading: Reading, forum_id: UUID, session: str) -> tuple[_Family, ...]:
    roots = merged.roots(reading, forum_id)
    if not roots:
        return ()
    ids = sorted({str(one) for pair in roots.items() for one in pair})
    people = {person.id: person for person in people_by_id(reading, ids)}
    presence = _by_person(_attendances(reading, ids), {}, session)
    ones = {
        key: _One(person, any(not item.undone for item in presence.get(key, ())))
        for key, person in people.items()
    }
    return tuple(
        _Family(ones[root], (ones[root], *(ones[t] for t, r in roots.items() if r == root)))
        for root in dict.fromkeys(roots.values())
        if root in ones
    )


def _is_listed(one: _One) -> bool:
    return one.is_present or not one.person.withdrawn


def _count(counts: dict[str, int], person: Attendee, fact: str, step: int) -> None:
    if person.role is AttendeeRole.PARTICIPANT:
        value = str(getattr(person, fact))
        counts[value] = counts.get(value, 0) + step


def stand_ins(reading: Reading, forum_id: UUID, session: str) -> tuple[tuple[UUID, Attendee], ...]:
    """Return each member who is represented in a session, with who came in her place.

    Both are those into whom they were merged; the earliest substitute comes last.
    """
    query = select(_attendance).where(
        _attendance.c.forum_id == str(forum_id),
        _attendance.c.in_place_of.is_not(None),
        *_in_session(session),
    )
    found = sorted(reading.records(Attendance, query), key=_moment, reverse=True)
    if not found:
        return ()
    roots = merged.roots(reading, forum_id)
    ids = {str(roots.get(item.attendee_id, item.attendee_id)) for item in found}
    people = {person.id: person for person in people_by_id(reading, sorted(ids))}
    pairs = (
        (item.in_place_of, people.get(roots.get(item.attendee_id, item.attendee_id)))
        for item in found
    )
    return tuple((roots.get(m, m), p) for m, p in pairs if m is not None and p is not None)


def people_by_id(reading: Reading, ids: Sequence[str]) -> tuple[Attendee, ...]:
    """Return the people of some ids, in no order."""
    return reading.records(Attendee, select(_attendee).where(_attendee.c.id.in_(ids)))


def _attendances(reading: Reading, ids: Sequence[str]) -> tuple[Attendance, ...]:
    # Asked for after every key: the driver's text spares the compiling of the statement.
    marks = ", ".join("?" * len(ids))
    found = reading.driver.execute(f"SELECT * FROM attendance WHERE attendee_id IN ({marks})", ids)
    names = [column[0] for column in found.description]
    return tuple(to_record(Attendance, dict(zip(names, row, strict=True))) for row in found)


def _by_person(
    found: Iterable[Attendance], roots: Mapping[UUID, UUID], session: str
) -> dict[UUID, list[Attendance]]:
    by_person: dict[UUID, list[Attendance]] = {}
    for item in found:
        if session in {"", item.session}:
            person = roots.get(item.attendee_id, item.attendee_id)
            by_person.setdefault(person, []).append(item)
    return by_person


def _moment(item: Attendance) -> tuple[datetime, str]:
    return item.checked_in_at, str(item.id)


def _in_session(session: str) -> tuple[ColumnElement[bool], ...]:
    return (_present, _attendance.c.session == session) if session else (_present,)
