"""Acts on entries that may be one person: told, merged and parted by an officer, never unasked."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db import merged, presence
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.people import Attendee, AttendeeRow
from forum_desktop.services.desk import Desk
from forum_desktop.services.registering.alike import alike_people
from forum_desktop.services.registering.giving_back import give_back, with_facts_of
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.texts import line

_MOST = 5


def likely_twins(
    desk: Desk,
    forum_id: UUID,
    *,
    full_name: str,
    community: str = "",
    organisation: str = "",
    phone: str = "",
    session: str = "",
    leave_out: UUID | None = None,
) -> tuple[AttendeeRow, ...]:
    """Return people who may be the one told of, likeliest first, at most five.

    Likely is: the same name; a name that sounds alike with the same place; the same telephone
    with nearly the same name. Titles that two people have speak against it.
    """
    with desk.look() as look:
        told = {
            "full_name": full_name,
            "community": community,
            "organisation": organisation,
            "phone": phone,
        }
        found = alike_people(look, forum_id, told)
        people = dict.fromkeys(presence.root_of(look, person) for person in found)
        likely = [person for person in people if person.id != leave_out]
        rows = presence.rows_of(look, forum_id, likely, session)
        return tuple(row for row in rows if not row.attendee.withdrawn or row.is_present)[:_MOST]


def merge_people(desk: Desk, one_id: UUID, other_id: UUID, reason: str) -> Attendee:
    """Say that two entries are one person; the older one stays and takes over what it lacks.

    Raises Refusal("twins.same_person") for entries that are one already, and
    Refusal("text.empty") without a reason.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        one, other = person_of(act, one_id), person_of(act, other_id)
        if one.id == other.id:
            raise Refusal("twins.same_person")
        older, younger = sorted((one, other), key=lambda person: str(person.id))
        act.put(replace(younger, same_as=older.id, same_because=said))
        return act.put(with_facts_of(older, younger))


def part_people(desk: Desk, merged_id: UUID, reason: str) -> Attendee:
    """Say that an entry is a person of her own after all, as if it had never been merged.

    Facts that the other entry took over go back where nobody changed them since. Raises
    Refusal("twins.not_merged").
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        person = act.get(Attendee, merged_id)
        if person.same_as is None:
            raise Refusal("twins.not_merged")
        survivor = act.find(Attendee, person.same_as)
        if survivor is not None:
            give_back(act, person, survivor)
        return act.put(replace(person, same_as=None, same_because=said))


def list_twins(desk: Desk, attendee_id: UUID) -> tuple[Attendee, ...]:
    """Return the entries that were merged into a person, through any chain."""
    with desk.look() as look:
        return twins_of(look, person_of(look, attendee_id))


def twins_of(look: Reading, person: Attendee) -> tuple[Attendee, ...]:
    """Return the entries that are one with a person, without her own."""
    roots = merged.roots(look, person.forum_id)
    return tuple(look.get(Attendee, one) for one, root in roots.items() if root == person.id)
