"""The sessions of a day, and for whom each is meant."""

from collections.abc import Iterable

from forum_desktop.db.heads import Head
from forum_desktop.errors import Refusal
from forum_desktop.records.pack import EventPack, MeetingSession
from forum_desktop.records.people import Attendee, AttendeeRole


def session_of(pack: EventPack, code: str) -> MeetingSession:
    """Return a session by its code, the first of the day for an empty one.

    Raises Refusal("registration.session_unknown").
    """
    known = {session.code: session for session in pack.sessions}
    if code and code not in known:
        raise Refusal("registration.session_unknown", session=code)
    return known[code] if code else pack.sessions[0]


def is_meant_for(session: MeetingSession, person: Attendee | Head) -> bool:
    """Tell whether a session is meant for somebody; a member with no sector is let in always."""
    if person.role is AttendeeRole.MEMBER and not person.sector:
        return True
    return _is_among(person.sector, session.sectors) and _is_among(person.zone, session.zones)


def is_expected(sessions: Iterable[MeetingSession], person: Attendee | Head) -> bool:
    """Tell whether one of the sessions is meant for somebody."""
    return any(is_meant_for(session, person) for session in sessions)


def sessions_of(pack: EventPack, code: str) -> tuple[MeetingSession, ...]:
    """Return the sessions that a code means when one looks: all of them for an empty one."""
    return (session_of(pack, code),) if code else pack.sessions


def _is_among(code: str, codes: tuple[str, ...]) -> bool:
    return not codes or code in codes
