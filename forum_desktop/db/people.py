"""Queries over people: found by what is typed, by badge, or all of them."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import ColumnElement, TextClause, exists, or_, select, text

from forum_desktop.db import merged
from forum_desktop.db.presence import people_by_id, rows_of
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.records.badge import id_ending
from forum_desktop.records.people import Attendee, AttendeeRole, AttendeeRow
from forum_desktop.thai.finding import search_words
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.sound import sound_of

_attendee = ENTITY_TABLES["attendee"]
_attendance = ENTITY_TABLES["attendance"]
_OWN_BADGE = "SELECT id FROM attendee WHERE forum_id = ? AND substr(id, -11) = ?"
_GIVEN_BADGE = "SELECT id FROM attendee WHERE +forum_id = ? AND badge = ?"


def find_people(
    reading: Reading, forum_id: UUID, typed: str, limit: int, session: str = ""
) -> tuple[AttendeeRow, ...]:
    """Return people in whom every typed word is found, those whose name begins so first.

    Words that name somebody who was merged find the person into whom she was.
    """
    words = search_words(typed)
    query = select(_attendee).where(_of(forum_id), _listed()).limit(limit)
    for word in words:
        query = query.where(_attendee.c.search_key.contains(word, autoescape=True))
    if words:
        begins = _attendee.c.search_key.startswith(words[0], autoescape=True)
        query = query.order_by(begins.desc(), _attendee.c.search_key)
    found = reading.records(Attendee, query.order_by(_attendee.c.born.desc()))
    return rows_of(reading, forum_id, _roots(reading, forum_id, found), session)


def find_by_sound(
    reading: Reading, forum_id: UUID, sounds: tuple[str, ...], limit: int, session: str = ""
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
    return _in_order(reading, forum_id, [key for _, key in sorted(ranked)[:limit]], session)


def find_badge(reading: Reading, forum_id: UUID, code: str) -> tuple[Attendee, ...]:
    """Return who wears the badge of a code: hers by her id, or given to her."""
    own, given = (str(forum_id), id_ending(code)), (str(forum_id), code)
    found = reading.driver.execute(_OWN_BADGE, own).fetchall()
    found = found or reading.driver.execute(_GIVEN_BADGE, given).fetchall()
    people = people_by_id(reading, [row[0] for row in found]) if found else ()
    return tuple(_roots(reading, forum_id, people))


def people_named(reading: Reading, forum_id: UUID, name: str) -> tuple[Attendee, ...]:
    """Return those listed whose first and last name are `name` but for tones and blanks.

    Those merged stand under the name they had, with the last of whom they are in `same_as`.
    """
    key = fold_tight(name)
    alike = _attendee.c.search_key.contains(key, autoescape=True)
    found = reading.records(Attendee, select(_attendee).where(_of(forum_id), _listed(), alike))
    same = [one for one in found if fold_tight(f"{one.first_name}{one.last_name}") == key]
    roots = merged.roots(reading, forum_id)
    return tuple(replace(one, same_as=roots.get(one.id)) for one in same)


def people_with(reading: Reading, forum_id: UUID, **equal: str) -> tuple[Attendee, ...]:
    """Return those listed whose facts equal those given, the merged ones under their own name."""
    same = [_attendee.c[name] == value for name, value in equal.items()]
    return reading.records(Attendee, select(_attendee).where(_of(forum_id), _listed(), *same))


def list_people(
    reading: Reading,
    forum_id: UUID,
    role: AttendeeRole | None = None,
    session: str = "",
    community: str | None = None,
) -> tuple[AttendeeRow, ...]:
    """Return everybody (of a role, of a community), in the order they were entered."""
    query = select(_attendee).where(_of(forum_id)).order_by(_attendee.c.born, _attendee.c.id)
    if role is not None:
        query = query.where(_attendee.c.role == role.value)
    if community is not None:
        query = query.where(_attendee.c.community == community)
    roots = merged.roots(reading, forum_id)
    people = [p for p in reading.records(Attendee, query) if p.id not in roots]
    rows = rows_of(reading, forum_id, people, session)
    return tuple(row for row in rows if not row.attendee.withdrawn or row.is_present)


def _in_order(
    reading: Reading, forum_id: UUID, keys: list[str], session: str
) -> tuple[AttendeeRow, ...]:
    if not keys:
        return ()
    query = select(_attendee).where(_attendee.c.id.in_(keys), _listed())
    place = {key: number for number, key in enumerate(keys)}
    found = sorted(reading.records(Attendee, query), key=lambda one: place[str(one.id)])
    return rows_of(reading, forum_id, _roots(reading, forum_id, found), session)


def _roots(reading: Reading, forum_id: UUID, found: Iterable[Attendee]) -> list[Attendee]:
    """Return each person once, those merged as the one into whom they were."""
    people = {one.id: one for one in found}
    if not any(one.same_as for one in people.values()):
        return list(people.values())
    roots = merged.roots(reading, forum_id)
    missing = {roots.get(key, key) for key in people} - people.keys()
    older = people_by_id(reading, sorted(map(str, missing)))
    known = people | {one.id: one for one in older}
    # Into whom somebody was merged elsewhere may not have arrived here yet.
    wanted = [known.get(roots.get(key, key), one) for key, one in people.items()]
    return list({one.id: one for one in wanted}.values())


def _of(forum_id: UUID) -> TextClause:
    # The plus keeps SQLite from walking an index to 10,000 rows that a scan reads in turn:
    # half the time of a search, as a laptop hardly ever holds more than one large forum.
    return text("+attendee.forum_id = :forum").bindparams(forum=str(forum_id))


def _listed() -> ColumnElement[bool]:
    """Who was withdrawn on one laptop while she checked in on another is here all the same."""
    here = exists().where(_attendance.c.attendee_id == _attendee.c.id, _attendance.c.undone == "")
    return or_(_attendee.c.withdrawn == "", here)
