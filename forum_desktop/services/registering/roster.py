"""The list that is called: where each of those on it stands."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from forum_desktop.db import presence
from forum_desktop.db.reading import Reading
from forum_desktop.records.people import Absence, Attendee, AttendeeRow, RosterEntry, RosterRow
from forum_desktop.thai.collation import collation_key


def reasons_of(told: Iterable[Absence], session: str) -> dict[UUID, str]:
    """Return the reasons of absence that hold in a session, those of the session itself first."""
    holding = [one for one in told if not one.withdrawn and concerns(one, session)]
    holding.sort(key=lambda one: one.session == session)
    return {one.attendee_id: one.reason for one in holding}


def concerns(absence: Absence, session: str) -> bool:
    """Tell whether an absence is one from a session; that of the whole day is from all."""
    return session in {"", absence.session} or not absence.session


def substitutes_of(look: Reading, forum_id: UUID, session: str) -> dict[UUID, Attendee]:
    """Return who came in place of each member that is represented in a session."""
    return dict(presence.stand_ins(look, forum_id, session))


def entry_of(
    row: AttendeeRow, reasons: Mapping[UUID, str], substitutes: Mapping[UUID, Attendee]
) -> RosterRow:
    """Return the line of a person."""
    key = row.attendee.id
    reason = "" if row.is_present else reasons.get(key, "")
    stand_in = None if row.is_present else substitutes.get(key)
    return RosterRow(row=row, entry=_entry(row, reason), absence=reason, substitute=stand_in)


def by_name(person: Attendee) -> tuple[object, ...]:
    """Return what sorts people by name as a Thai dictionary does."""
    return collation_key(person.first_name), collation_key(person.last_name), str(person.id)


def _entry(row: AttendeeRow, reason: str) -> RosterEntry:
    if row.is_present:
        return RosterEntry.PRESENT if row.is_in_hall else RosterEntry.LEFT
    return RosterEntry.ABSENT if reason else RosterEntry.MISSING
