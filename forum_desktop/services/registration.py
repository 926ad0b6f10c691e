"""Acts at the registration desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Unpack
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.db.presence import row_of
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.badge import badge_code, read_badge
from forum_desktop.records.people import Attendee, AttendeeRow, CheckIn, CheckInAnswer
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering.facts import Facts, checked, name_of, places_of
from forum_desktop.services.registering.presence import (
    Arrival,
    arrival,
    change,
    mark_present,
    person_of,
    standing,
)
from forum_desktop.services.registering.sessions import is_meant_for, session_of
from forum_desktop.services.texts import line
from forum_desktop.thai.finding import readings, sounds_of
from forum_desktop.thai.keyboard import typed_in_latin

_FACTS_OF_FORM = (
    *("sector", "community", "zone", "organisation", "position", "phone"),
    *("on_behalf_of", "is_minor", "guardian"),
)


def register_walk_in(
    desk: Desk,
    forum_id: UUID,
    *,
    full_name: str = "",
    title: str = "",
    first_name: str = "",
    last_name: str = "",
    session: str = "",
    at: datetime | None = None,
    **facts: Unpack[Facts],
) -> AttendeeRow:
    """Enter a person who came unannounced, and check her in to a session (the first for "").

    The name is `full_name` unless its parts are told; the zone follows a known community. She
    stands at the desk, so she is checked in even where the session is meant for others.

    Raises Refusal("registration.name_needed", "registration.title_doubled",
    "registration.guardian_needed", "registration.badge_unknown", "registration.badge_taken" or
    "registration.session_unknown").
    """
    name = name_of(full_name, title, first_name, last_name)
    with desk.act() as act:
        told = Attendee(
            id=act.new_id(),
            forum_id=forum_id,
            title=name.title,
            first_name=name.first_name,
            last_name=name.last_name,
            walk_in=True,
            **facts,
        )
        return _enter(act, told, session, at)


def check_in(
    desk: Desk,
    attendee_id: UUID,
    session: str = "",
    *,
    anyway: bool = False,
    from_paper: bool = False,
    at: datetime | None = None,
) -> CheckIn:
    """Mark a person present in a session (the first for ""), and tell what that changed.

    A second time changes nothing and tells when and where it first was. Who had left comes
    back. Where the session is meant for others nothing is written, unless `anyway`.
    """
    with desk.act() as act:
        person = person_of(act, attendee_id)
        pack = pack_of(act, person.forum_id)
        where = session_of(pack, session)
        how = arrival(pack, where.code, from_paper=from_paper, at=at)
        known = tuple(standing(act, person, where.code))
        if not known and not anyway and not is_meant_for(where, person):
            row = row_of(act, person, where.code)
            return CheckIn(answer=CheckInAnswer.NOT_FOR_SESSION, row=row)
        answer = _come_in(act, person, how)
        return CheckIn(answer=answer, row=row_of(act, person, where.code))


def undo_check_in(desk: Desk, attendee_id: UUID, reason: str, session: str = "") -> AttendeeRow:
    """Take a check-in back, with a reason.

    For a session of "" it is the first one of the day in which she is present. Raises
    Refusal("registration.reason_needed"), and Refusal("registration.not_here") where none stands.
    """
    said = line(reason)
    if not said:
        raise Refusal("registration.reason_needed")
    with desk.act() as act:
        person = person_of(act, attendee_id)
        code = session or _present_in(act, person)
        if not any(standing(act, person, code)):
            raise Refusal("registration.not_here")
        return change(act, person, code, undone=said)


def find_attendees(
    desk: Desk, forum_id: UUID, typed: str, limit: int = 50, session: str = ""
) -> tuple[AttendeeRow, ...]:
    """Return people in whom all the typed words are found, best first.

    Words are parts of a name, community, organisation, position or telephone number, with or
    without title, tone marks and spaces, in digits of either kind; or the whole code of a
    badge. Where nobody is found, what the same keys give on the other layout is tried, then
    another name of the community, then names that sound alike. Each is shown with her presence
    in the session, in any of the day for "".
    """
    with desk.look() as look:
        wearer = _wearer(look, forum_id, typed)
        if wearer is not None:
            return (row_of(look, wearer, session),)
        for meant in readings(typed):
            if found := people.find_people(look, forum_id, meant, limit, session):
                return found
        return _find_by_alias(look, forum_id, typed, limit, session) or people.find_by_sound(
            look, forum_id, sounds_of(typed), limit, session
        )


def find_badge(desk: Desk, forum_id: UUID, scanned: str, session: str = "") -> AttendeeRow | None:
    """Return who wears the badge that was scanned, on whatever layout, or None."""
    with desk.look() as look:
        wearer = _wearer(look, forum_id, scanned)
        return None if wearer is None else row_of(look, wearer, session)


def give_badge(desk: Desk, attendee_id: UUID, code: str) -> Attendee:
    """Give a person a badge that was printed before it had a wearer.

    Raises Refusal("registration.badge_unknown") for what is no code of ours, and
    Refusal("registration.badge_taken") where somebody else wears it.
    """
    with desk.act() as act:
        return act.put(_wearing(act, person_of(act, attendee_id), code))


def read_attendee(desk: Desk, attendee_id: UUID, session: str = "") -> AttendeeRow:
    """Return a person, or the one into whom she was merged, with her presence.

    Raises Refusal("storage.not_found").
    """
    with desk.look() as look:
        return row_of(look, person_of(look, attendee_id), session)


def correct_attendee(desk: Desk, attendee: Attendee) -> Attendee:
    """Keep the corrected facts of a person; the zone follows a known community.

    Raises the refusals of `register_walk_in`. What is no fact of hers stays as it is kept: how
    she was entered, into whom she was merged, and her badge.
    """
    name = name_of("", attendee.title, attendee.first_name, attendee.last_name)
    with desk.act() as act:
        known = act.get(Attendee, attendee.id)
        told = replace(
            known,
            title=name.title,
            first_name=name.first_name,
            last_name=name.last_name,
            **{fact: getattr(attendee, fact) for fact in _FACTS_OF_FORM},
        )
        if told.community != known.community and told.zone == known.zone:
            told = replace(told, zone="")  # it was the zone of the other community
        return act.put(checked(pack_of(act, known.forum_id), told))


def _enter(act: Writing, told: Attendee, session: str, at: datetime | None) -> AttendeeRow:
    pack = pack_of(act, told.forum_id)
    code = session_of(pack, session).code
    bare = checked(pack, replace(told, badge=""))
    person = act.add(_wearing(act, bare, told.badge))
    how = arrival(pack, code, from_paper=person.from_paper, at=at)
    return AttendeeRow(attendee=person, attendance=mark_present(act, person, how))


def _come_in(act: Writing, person: Attendee, how: Arrival) -> CheckInAnswer:
    known = tuple(standing(act, person, how.session))
    if not known:
        mark_present(act, person, how)
        return CheckInAnswer.CHECKED_IN
    if any(item.left_at is None for item in known):
        return CheckInAnswer.ALREADY
    change(act, person, how.session, left_at=None)
    return CheckInAnswer.RETURNED


def _present_in(act: Writing, person: Attendee) -> str:
    sessions = pack_of(act, person.forum_id).sessions
    there = {item.session for item in standing(act, person, "")}
    return next((session.code for session in sessions if session.code in there), "")


def _wearing(act: Writing, person: Attendee, code: str) -> Attendee:
    if not line(code):
        return person
    read = _badge_in(code)
    if read is None:
        raise Refusal("registration.badge_unknown")
    if any(wearer.id != person.id for wearer in people.find_badge(act, person.forum_id, read)):
        raise Refusal("registration.badge_taken")
    return replace(person, badge="" if read == badge_code(person.id) else read)


def _wearer(look: Reading, forum_id: UUID, scanned: str) -> Attendee | None:
    code = _badge_in(scanned)
    found = people.find_badge(look, forum_id, code) if code else ()
    return next((one for one in found if not one.withdrawn), None)


def _badge_in(scanned: str) -> str | None:
    """Return the code of a scan: on either layout, and once where the scanner fired twice."""
    # Not cleaned as names are: NFC would put Thai marks in another order, and so the code's signs.
    text = "".join(scanned.split())
    half = text[: len(text) // 2]
    ways: tuple[Callable[[str], str], ...] = (str, typed_in_latin)
    told = (text, half) if text == half + half else (text,)
    codes = (read_badge(way(one)) for one in told for way in ways)
    return next((code for code in codes if code), None)


def _find_by_alias(
    look: Reading, forum_id: UUID, typed: str, limit: int, session: str
) -> tuple[AttendeeRow, ...]:
    place = places_of(pack_of(look, forum_id)).community(typed)
    return people.find_people(look, forum_id, place.text, limit, session) if place.is_known else ()
