"""Being present: the one record of a person and session that every desk writes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from forum_desktop.db import presence
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.identity import same_id
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.services.stations import own_station

_OF_ARRIVAL = ("checked_in_at", "station", "from_paper", "notice_version")
"""Facts that belong together: written as one, so that two desks' arrivals never mix."""

_PRIVACY = "privacy"
"""The notice of a pack that people are shown at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How somebody arrived: `at` is None for this moment."""

    session: str
    notice_version: str = ""
    from_paper: bool = False
    at: datetime | None = None


def arrival(
    pack: EventPack, session: str, *, from_paper: bool = False, at: datetime | None = None
) -> Arrival:
    """Return an arrival of somebody who was shown the pack's notice."""
    versions = (notice.version for notice in pack.notices if notice.key == _PRIVACY)
    shown = next(versions, "")
    return Arrival(session=session, notice_version=shown, from_paper=from_paper, at=at)


def mark_present(act: Writing, person: Attendee, how: Arrival) -> Attendance:
    """Keep that a person arrived, once more where an earlier check-in was taken back."""
    station = own_station(act, person.forum_id)
    return act.put(
        Attendance(
            id=attendance_id(person, how.session),
            forum_id=person.forum_id,
            attendee_id=person.id,
            session=how.session,
            checked_in_at=exact(how.at) if how.at else act.now,
            station=station.letter,
            from_paper=how.from_paper,
            notice_version=how.notice_version,
        ),
        anew=_OF_ARRIVAL,
    )


def standing(act: Writing, person: Attendee, session: str) -> Iterator[Attendance]:
    """Yield the check-ins of a person that stand, of those merged into her too."""
    found = presence.presence_of(act, person, session)
    return (item for item in found if not item.undone)


def change(act: Writing, person: Attendee, session: str, **facts: Any) -> AttendeeRow:
    """Change facts of the check-ins that stand in a session; return the person with them."""
    for item in tuple(standing(act, person, session)):
        act.put(replace(item, **facts))
    return presence.row_of(act, person, session)


def person_of(look: Reading, attendee_id: UUID) -> Attendee:
    """Return somebody, or the one into whom she was merged."""
    return presence.root_of(look, look.get(Attendee, attendee_id))


def attendance_id(person: Attendee, session: str) -> UUID:
    """Return the id that every laptop gives: a check-in at two desks is one attendance."""
    return same_id(person.forum_id, person.id, session)


def exact(moment: datetime) -> datetime:
    """Return a moment as exact as it is kept, so that a new record equals the one read back."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
