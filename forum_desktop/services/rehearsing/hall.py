"""The hall of a rehearsal: where it is held, and what is invented there."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from forum_desktop.records.forum import Forum
from forum_desktop.records.pack import EventPack, OfficerRole
from forum_desktop.records.people import Attendee
from forum_desktop.services import delegations
from forum_desktop.services.desk import Desk
from forum_desktop.services.rehearsing.clock import ForumClock
from forum_desktop.services.rehearsing.samples import People, Speech


@dataclass(frozen=True)
class Hall:
    """The desk on the forum's own day, and all that the rehearsal draws on."""

    desk: Desk
    clock: ForumClock
    forum: Forum
    pack: EventPack
    random: Random
    people: People
    speech: Speech
    minutes: dict[str, Any]
    tell: Callable[[], None]


def officer_of(hall: Hall, role: OfficerRole) -> Attendee | None:
    """Return the first officer of a role as the attendee made of him."""
    rows = delegations.list_members(hall.desk, hall.forum.id)
    by_name = {(row.attendee.first_name, row.attendee.last_name): row.attendee for row in rows}
    having = (officer for officer in hall.pack.officers if officer.role is role)
    return next((by_name[officer.first_name, officer.last_name] for officer in having), None)
