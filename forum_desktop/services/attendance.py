"""Acts on presence after the desk: leaving, standing in, being absent, and the roll call."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from forum_desktop.db import people, presence
from forum_desktop.db.heads import list_heads
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.pack import MeetingSession
from forum_desktop.records.people import (
    Absence,
    Attendee,
    AttendeeRole,
    AttendeeRow,
    RosterRow,
)
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering import roster
from forum_desktop.services.registering.presence import (
    arrival,
    change,
    exact,
    mark_present,
    person_of,
    standing,
)
from forum_desktop.services.registering.sessions import is_expected, session_of, sessions_of
from forum_desktop.services.texts import line
from forum_desktop.thai.collation import collation_key


def leave(
    desk: Desk, attendee_id: UUID, session: str = "", at: datetime | None = None
) -> AttendeeRow:
    """Keep that a person left; coming back is a check-in.

    A session of "" means every one in which she is. Raises Refusal("registration.not_here")
    for somebody who is in none.
    """
    with desk.act() as act:
        person = person_of(act, attendee_id)
        inside = [item for item in standing(act, person, session) if item.left_at is None]
        if not inside:
            raise Refusal("registration.not_here")
        moment = exact(at) if at else act.now
        for item in inside:
            act.put(replace(item, left_at=moment))
        return presence.row_of(act, person, session)


def is_late(row: AttendeeRow, forum: Forum, session: MeetingSession) -> bool:
    """Tell whether a person checked in after the minute at which the session began.

    Only on the forum's own day, and not of what was typed up from paper later on.
    """
    here = row.attendance
    if here is None or not row.is_present or here.from_paper:
        return False
    came = here.checked_in_at
    begins = session.starts_at or forum.starts_at
    return came.date() == forum.held_on and came.time().replace(second=0, microsecond=0) > begins


def stand_in(
    desk: Desk, attendee_id: UUID, member_id: UUID | None, session: str = ""
) -> AttendeeRow:
    """Keep for which member a person came (มาประชุมแทน), none for None.

    She is checked in where she is not yet. Raises Refusal("registration.not_a_member"),
    Refusal("registration.stands_for_herself"), Refusal("registration.member_is_here") where the
    member is present herself, or Refusal("registration.member_has_substitute").
    """
    with desk.act() as act:
        person = person_of(act, attendee_id)
        pack = pack_of(act, person.forum_id)
        code = session_of(pack, session).code
        if member_id is None:
            return change(act, person, code, in_place_of=None)
        member = _represented(act, person, member_id, code)
        if not any(standing(act, person, code)):
            mark_present(act, person, arrival(pack, code))
        return change(act, person, code, in_place_of=member.id)


def note_absence(desk: Desk, attendee_id: UUID, reason: str, session: str = "") -> Absence:
    """Keep why a member does not come to a session, to the whole day for "".

    Raises Refusal("registration.absence_reason_needed" or "registration.not_a_member").
    """
    said = line(reason)
    if not said:
        raise Refusal("registration.absence_reason_needed")
    with desk.act() as act:
        member = _member(act, attendee_id)
        code = session_of(pack_of(act, member.forum_id), session).code if session else ""
        return act.put(
            Absence(
                id=same_id(member.forum_id, member.id, "absence", code),
                forum_id=member.forum_id,
                attendee_id=member.id,
                session=code,
                reason=said,
            )
        )


def withdraw_absence(desk: Desk, attendee_id: UUID, reason: str, session: str = "") -> Absence:
    """Take a reason of absence back, with a reason; for "" every one of the day.

    Raises Refusal("registration.withdraw_reason_needed") or Refusal("registration.no_absence").
    """
    said = line(reason)
    if not said:
        raise Refusal("registration.withdraw_reason_needed")
    with desk.act() as act:
        member = _member(act, attendee_id)
        told = act.all(Absence, forum_id=member.forum_id, attendee_id=member.id)
        meant = [one for one in told if not one.withdrawn and roster.concerns(one, session)]
        if not meant:
            raise Refusal("registration.no_absence")
        withdrawn = [act.put(replace(one, withdrawn=said)) for one in meant]
        return withdrawn[0]


def roll_call(
    desk: Desk,
    forum_id: UUID,
    session: str = "",
    *,
    community: str | None = None,
    members: bool = False,
) -> tuple[RosterRow, ...]:
    """Return who is expected or present in a session, in the order of a Thai dictionary.

    `community` chooses those of one, "" those who named none; `members` the appointed ones.
    """
    role = AttendeeRole.MEMBER if members else None
    with desk.look() as look:
        meant = sessions_of(pack_of(look, forum_id), session)
        found = people.list_people(look, forum_id, role, session, community)
        listed = [row for row in found if row.is_present or is_expected(meant, row.attendee)]
        reasons = roster.reasons_of(look.all(Absence, forum_id=forum_id), session)
        stand_ins = roster.substitutes_of(look, forum_id, session)
    listed.sort(key=lambda row: roster.by_name(row.attendee))
    return tuple(roster.entry_of(row, reasons, stand_ins) for row in listed)


def roll_call_groups(
    desk: Desk, forum_id: UUID, session: str = ""
) -> tuple[tuple[str, int, int], ...]:
    """Return each community with how many are present and how many listed in a session.

    In the order of a Thai dictionary; those who named no community come last, under "".
    """
    counts: dict[str, tuple[int, int]] = {}
    with desk.look() as look:
        meant = sessions_of(pack_of(look, forum_id), session)
        for head in list_heads(look, forum_id, session):
            if head.is_present or is_expected(meant, head):
                present, listed = counts.get(head.community, (0, 0))
                counts[head.community] = (present + head.is_present, listed + 1)
    groups = ((place, *count) for place, count in counts.items())
    return tuple(sorted(groups, key=lambda group: (not group[0], collation_key(group[0]))))


def _represented(act: Writing, person: Attendee, member_id: UUID, session: str) -> Attendee:
    member = _member(act, member_id)
    if member.id == person.id:
        raise Refusal("registration.stands_for_herself")
    if any(standing(act, member, session)):
        raise Refusal("registration.member_is_here")
    others: Mapping[UUID, Attendee] = roster.substitutes_of(act, person.forum_id, session)
    known = others.get(member.id)
    if known is not None and known.id != person.id:
        raise Refusal("registration.member_has_substitute")
    return member


def _member(act: Writing, attendee_id: UUID) -> Attendee:
    member = person_of(act, attendee_id)
    if member.role is not AttendeeRole.MEMBER:
        raise Refusal("registration.not_a_member")
    return member
