"""Acts on entries that may be one person: told, merged and parted by an officer, never unasked."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db import merged, presence
from forum_desktop.db.codec import Fields, default_fields, to_fields, to_record
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import read_payload, sort_key
from forum_desktop.db.projection import operations_of
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation
from forum_desktop.records.people import Attendee, AttendeeRole, AttendeeRow
from forum_desktop.services.desk import Desk
from forum_desktop.services.registering.alike import alike_people
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.texts import line

_MOST = 5
_TAKEN_OVER = (
    *("last_name", "sector", "community", "zone", "organisation", "position", "phone"),
    *("on_behalf_of", "guardian", "badge"),
)
"""Facts that the survivor of a merge takes over where it has none."""


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
        likely = [person for person in people if person.id != leave_out][:_MOST]
        return presence.rows_of(look, forum_id, likely, session)


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
        return act.put(_with_facts_of(older, younger))


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
            act.put(_without_facts_of(act, survivor, person))
        return act.put(replace(person, same_as=None, same_because=said))


def list_twins(desk: Desk, attendee_id: UUID) -> tuple[Attendee, ...]:
    """Return the entries that were merged into a person, through any chain."""
    with desk.look() as look:
        return twins_of(look, person_of(look, attendee_id))


def twins_of(look: Reading, person: Attendee) -> tuple[Attendee, ...]:
    """Return the entries that are one with a person, without her own."""
    roots = merged.roots(look, person.forum_id)
    return tuple(look.get(Attendee, one) for one, root in roots.items() if root == person.id)


def _with_facts_of(older: Attendee, younger: Attendee) -> Attendee:
    taken: dict[str, Any] = {
        name: getattr(younger, name) for name in _TAKEN_OVER if not getattr(older, name)
    }
    if younger.role is AttendeeRole.MEMBER:
        taken["role"] = younger.role
    if younger.is_minor and not older.guardian:
        taken["is_minor"] = True
    return replace(older, **taken)


def _without_facts_of(act: Writing, survivor: Attendee, person: Attendee) -> Attendee:
    """Return the survivor with the facts it had before the merge, those that nobody changed."""
    own = sorted(operations_of(act.connection, str(survivor.id)), key=sort_key)
    merging = _merging(act, person)
    taken = _following(own, merging)
    if merging is None or taken is None:
        return survivor
    earlier = [made for made in own if sort_key(made) < sort_key(merging)]
    before: Fields = {**default_fields(Attendee), **(fold(earlier).facts if earlier else {})}
    written, now = _facts(taken), to_fields(survivor)
    later = [name for made in own if sort_key(made) > sort_key(taken) for name in _facts(made)]
    back = {
        name: before[name]
        for name, value in written.items()
        if name in now and now[name] == value and name not in later
    }
    known = {"id": str(survivor.id), "forum_id": str(survivor.forum_id)}
    return to_record(Attendee, {**known, **now, **back})


def _merging(act: Writing, person: Attendee) -> Operation | None:
    """Return the operation that last merged a person into another."""
    made = sorted(operations_of(act.connection, str(person.id)), key=sort_key)
    return next((item for item in reversed(made) if _facts(item).get("same_as")), None)


def _following(own: list[Operation], merging: Operation | None) -> Operation | None:
    """Return the survivor's operation of the same act, which stands next in the same chain."""
    if merging is None:
        return None
    place = (merging.replica, merging.sequence + 1)
    return next((made for made in own if (made.replica, made.sequence) == place), None)


def _facts(made: Operation) -> Fields:
    return read_payload(made.payload)[0] if made.payload else {}
