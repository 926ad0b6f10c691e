"""Acts at the registration desk."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.pack import Community
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import MAIN_SESSION, pack_of
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line
from forum_desktop.thai.finding import readings, sounds_of
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import SplitName, split_full_name


def register_walk_in(
    desk: Desk,
    forum_id: UUID,
    *,
    full_name: str,
    sector: str,
    community: str = "",
    organisation: str = "",
    phone: str = "",
) -> AttendeeRow:
    """Enter a person who came unannounced, and check her in.

    Raises Refusal("registration.name_needed" or "registration.title_doubled").
    """
    name = _split_name(full_name)
    with desk.act() as act:
        known = _community_of(act, forum_id, line(community))
        attendee = act.add(
            Attendee(
                id=act.new_id(),
                forum_id=forum_id,
                title=name.title,
                first_name=name.first_name,
                last_name=name.last_name,
                sector=sector,
                community=known.name if known else line(community),
                zone=known.zone if known else "",
                organisation=line(organisation),
                phone=line(phone),
                walk_in=True,
            )
        )
        return AttendeeRow(attendee=attendee, attendance=_check_in(act, attendee, MAIN_SESSION))


def check_in(desk: Desk, attendee_id: UUID, session: str = MAIN_SESSION) -> AttendeeRow:
    """Mark a person present; a second time changes nothing and tells when it first was."""
    with desk.act() as act:
        attendee = act.get(Attendee, attendee_id)
        return AttendeeRow(attendee=attendee, attendance=_check_in(act, attendee, session))


def undo_check_in(
    desk: Desk, attendee_id: UUID, reason: str, session: str = MAIN_SESSION
) -> AttendeeRow:
    """Take a check-in back, with a reason; raises Refusal("registration.reason_needed")."""
    said = line(reason)
    if not said:
        raise Refusal("registration.reason_needed")
    with desk.act() as act:
        attendee = act.get(Attendee, attendee_id)
        attendance = act.get(Attendance, _attendance_id(attendee, session))
        undone = act.put(replace(attendance, undone=said))
        return AttendeeRow(attendee=attendee, attendance=undone)


def find_attendees(
    desk: Desk, forum_id: UUID, typed: str, limit: int = 50
) -> tuple[AttendeeRow, ...]:
    """Return people in whom all the typed words are found, best first.

    Words are parts of a name, community, organisation, position or telephone number, with or
    without title, tone marks and spaces, in digits of either kind. Where nobody is found, what
    the same keys give on the other layout is tried, then another name of the community, then
    names that sound alike.
    """
    with desk.look() as look:
        for meant in readings(typed):
            if found := people.find_people(look, forum_id, meant, limit):
                return found
        return _find_by_alias(look, forum_id, typed, limit) or people.find_by_sound(
            look, forum_id, sounds_of(typed), limit
        )


def _find_by_alias(
    look: Reading, forum_id: UUID, typed: str, limit: int
) -> tuple[AttendeeRow, ...]:
    place = _community_of(look, forum_id, typed)
    return () if place is None else people.find_people(look, forum_id, place.name, limit)


def _check_in(act: Writing, attendee: Attendee, session: str) -> Attendance:
    known = act.find(Attendance, _attendance_id(attendee, session))
    if known is not None and not known.undone:
        return known
    station = own_station(act, attendee.forum_id)
    return act.put(
        Attendance(
            id=_attendance_id(attendee, session),
            forum_id=attendee.forum_id,
            attendee_id=attendee.id,
            session=session,
            checked_in_at=act.now,
            station=station.letter,
        )
    )


def _attendance_id(attendee: Attendee, session: str) -> UUID:
    # The same on every laptop: a check-in at two desks is one attendance.
    return same_id(attendee.forum_id, attendee.id, session)


def _split_name(full_name: str) -> SplitName:
    name = split_full_name(line(full_name))
    if not name.first_name:
        raise Refusal("registration.name_needed")
    if name.doubled:
        raise Refusal("registration.title_doubled", title=name.title)
    return name


def _community_of(look: Reading, forum_id: UUID, typed: str) -> Community | None:
    wanted = fold_tight(typed.removeprefix("ชุมชน"))
    for place in pack_of(look, forum_id).communities:
        if wanted and wanted in {fold_tight(name) for name in (place.name, *place.aliases)}:
            return place
    return None
