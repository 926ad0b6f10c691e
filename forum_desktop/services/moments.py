"""A forum as it stood at a moment: read out of the log, never written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from uuid import UUID

from forum_desktop.clock import to_milliseconds
from forum_desktop.db import moments as queries
from forum_desktop.db.presence import together
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.forum import Forum
from forum_desktop.records.moment import Moment, Stop
from forum_desktop.records.opinion import Opinion, Proposal
from forum_desktop.records.overview import Counts
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.services.desk import Desk
from forum_desktop.services.histories import zone_of

_READ = (Forum, Attendee, Attendance, Opinion, Proposal, Complaint)


def list_stops(desk: Desk, forum_id: UUID) -> tuple[Stop, ...]:
    """Return the quarters of an hour in which something was kept in a forum, the newest first."""
    with desk.look() as look:
        zone = zone_of(look, desk, forum_id)
        found = queries.stops(look, forum_id)
    return tuple(Stop(at=_moment(at, zone), count=count) for at, count in found)


def read_moment(desk: Desk, forum_id: UUID, at: datetime) -> Moment:
    """Return a forum as it stood at the end of the millisecond `at`.

    It is told as this laptop knows the log now: what other laptops wrote before that moment is
    in it, also where it arrived later; what was erased by law is not.
    """
    with desk.look() as look:
        state = queries.state_at(look, forum_id, _READ, to_milliseconds(at))
    families = _families(state[Attendee], state[Attendance])
    standing = [opinion for opinion in reversed(state[Opinion]) if opinion.stands]
    present = [row for row in families if row.is_present]
    present.sort(key=_arrival)
    return Moment(
        at=at,
        forum=next(iter(state[Forum]), None),
        counts=Counts(
            registered=sum(row.is_present or not row.attendee.withdrawn for row in families),
            present=len(present),
            opinions=len(standing),
            complaints=len(state[Complaint]),
            by_strategy=tuple(Counter(opinion.strategy_id for opinion in standing).items()),
        ),
        in_hall=sum(row.is_in_hall for row in present),
        people=tuple(present),
        opinions=tuple(standing),
        projects=_standing_projects(state[Proposal], state[Opinion]),
    )


def _standing_projects(
    proposals: Sequence[Proposal], opinions: Iterable[Opinion]
) -> tuple[Proposal, ...]:
    gone = {opinion.id for opinion in opinions if opinion.withdrawn}
    return tuple(
        proposal
        for proposal in reversed(proposals)
        if not proposal.withdrawn and proposal.opinion_id not in gone
    )


def _families(people: Sequence[Attendee], presence: Iterable[Attendance]) -> list[AttendeeRow]:
    """Return everybody once, those merged into another with her, and where they were."""
    known = {person.id: person for person in people}
    roots = {person.id: _root(person, known) for person in people}
    came: dict[UUID, list[Attendance]] = defaultdict(list)
    for one in presence:
        if one.attendee_id in roots:
            came[roots[one.attendee_id].id].append(one)
    return [
        AttendeeRow(attendee=root, attendance=together(came[root.id]))
        for root in {root.id: root for root in roots.values()}.values()
    ]


def _root(person: Attendee, known: dict[UUID, Attendee]) -> Attendee:
    while person.same_as is not None and person.same_as < person.id:  # so rings cannot form
        older = known.get(person.same_as)
        if older is None:
            return person
        person = older
    return person


def _arrival(row: AttendeeRow) -> datetime:
    assert row.attendance is not None
    return row.attendance.checked_in_at


def _moment(milliseconds: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(0, zone) + timedelta(milliseconds=milliseconds)
