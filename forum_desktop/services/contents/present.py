"""Who came: appointed members, and everybody with her presence."""

from collections.abc import Mapping
from itertools import groupby
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.db.reading import Reading
from forum_desktop.records.documents import SignInGroup
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesMember
from forum_desktop.records.pack import EventPack, OfficerRole
from forum_desktop.records.people import Attendee, AttendeeRole, AttendeeRow
from forum_desktop.thai.collation import collation_key

_BLANK_LINES = 10
"""Lines left free on each sheet for people who are on no list."""

_EMPTY_SHEET = 22
"""Lines of a sheet on which nobody stands yet."""


def members_of(look: Reading, forum: Forum) -> tuple[AttendeeRow, ...]:
    """Return the appointed members, with their presence."""
    return people.list_people(look, forum.id, AttendeeRole.MEMBER)


def members_present(
    members: tuple[AttendeeRow, ...], substitutes: Mapping[UUID, Attendee]
) -> tuple[MinutesMember, ...]:
    """Return who stands in the minutes as having come: members, and those in their place.

    A substitute stands where the member would; one who is a member herself stands once, with
    whom she also came for.
    """
    there = {row.attendee.id for row in members if row.is_present}
    stands_for = {
        substitutes[row.attendee.id].id: row.attendee
        for row in members
        if row.attendee.id in substitutes and row.attendee.id not in there
    }
    lines = []
    for row in members:
        substitute = substitutes.get(row.attendee.id)
        if row.is_present:
            other = stands_for.get(row.attendee.id)
            lines.append(MinutesMember(person=row.attendee, stands_for=other))
        elif substitute is not None and substitute.id not in there:
            lines.append(MinutesMember(person=substitute, stands_for=row.attendee))
    return tuple(lines)


def members_absent(
    members: tuple[AttendeeRow, ...],
    substitutes: Mapping[UUID, Attendee],
    reasons: Mapping[UUID, str],
) -> tuple[MinutesMember, ...]:
    """Return the members who did not come and for whom nobody did, with the reasons told."""
    return tuple(
        MinutesMember(person=row.attendee, absence=reasons.get(row.attendee.id, ""))
        for row in members
        if not row.is_present and row.attendee.id not in substitutes
    )


def chair_of(members: tuple[AttendeeRow, ...], pack: EventPack) -> Attendee | None:
    """Return the officer of the pack who presides."""
    chairs = {
        (officer.first_name, officer.last_name)
        for officer in pack.officers
        if officer.role is OfficerRole.CHAIR
    }
    people_there = (row.attendee for row in members)
    return next((p for p in people_there if (p.first_name, p.last_name) in chairs), None)


def present_people(look: Reading, forum: Forum) -> tuple[AttendeeRow, ...]:
    """Return everybody present, by name as in a dictionary."""
    present = (row for row in people.list_people(look, forum.id) if row.is_present)
    return tuple(sorted(present, key=lambda row: _by_name(row.attendee)))


def sign_in_groups(look: Reading, forum: Forum) -> tuple[SignInGroup, ...]:
    """Return a sheet for each community and organisation, then one of blank lines."""
    listed = (row.attendee for row in people.list_people(look, forum.id))
    # Whose name was erased by law is still counted, but does not sign.
    everyone = sorted((person for person in listed if person.first_name), key=_by_place)
    groups = [
        SignInGroup(zone=zone, community=place, people=tuple(found), blank_lines=_BLANK_LINES)
        for (zone, place), found in groupby(everyone, lambda p: (p.zone, p.community))
    ]
    return (*groups, SignInGroup(zone="", community="", people=(), blank_lines=_EMPTY_SHEET))


def _by_name(person: Attendee) -> tuple[object, ...]:
    return collation_key(person.first_name), collation_key(person.last_name), str(person.id)


def _by_place(person: Attendee) -> tuple[object, ...]:
    # Those of no zone stand last, as officers and guests have a desk of their own.
    zone, place = collation_key(person.zone), collation_key(person.community)
    return not person.zone, zone, not person.community, place, *_by_name(person)
