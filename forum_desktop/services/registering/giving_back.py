"""What a merge took over from one entry into another, and giving it back: the log tells it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from forum_desktop.db.codec import Fields, default_fields, to_fields, to_record
from forum_desktop.db.fold import fold
from forum_desktop.db.operations import read_payload, sort_key
from forum_desktop.db.projection import operations_of
from forum_desktop.db.writing import Writing
from forum_desktop.records.operation import Operation
from forum_desktop.records.people import Attendee, AttendeeRole

_TAKEN_OVER = (
    *("last_name", "sector", "community", "zone", "organisation", "position", "phone"),
    *("on_behalf_of", "guardian", "badge"),
)
"""Facts that the survivor of a merge takes over where it has none."""

_MAY_CHANGE = frozenset((*_TAKEN_OVER, "role", "is_minor"))


def with_facts_of(older: Attendee, younger: Attendee) -> Attendee:
    """Return an entry with what it lacks and the other has."""
    taken: dict[str, Any] = {
        name: getattr(younger, name) for name in _TAKEN_OVER if not getattr(older, name)
    }
    if younger.role is AttendeeRole.MEMBER:
        taken["role"] = younger.role
    if younger.is_minor and not older.guardian:
        taken["is_minor"] = True
    return replace(older, **taken)


def give_back(
    act: Writing, person: Attendee, survivor: Attendee, among: Collection[str] = _MAY_CHANGE
) -> None:
    """Give facts back that `survivor` took over from `person` and that nobody changed since.

    What went on from the survivor into another entry comes back from there too. `among` are
    the facts that are asked for.
    """
    earlier = {name: fact for name, fact in _taken(act, person, survivor).items() if name in among}
    if not earlier:
        return
    known = {"id": str(survivor.id), "forum_id": str(survivor.forum_id)}
    act.put(to_record(Attendee, {**known, **to_fields(survivor), **earlier}))
    older = act.find(Attendee, survivor.same_as) if survivor.same_as else None
    if older is not None:
        give_back(act, survivor, older, frozenset(earlier))


def _taken(act: Writing, person: Attendee, survivor: Attendee) -> Fields:
    """Return what stands of the facts taken over, each with what stood there before."""
    own = _written_of(act, survivor)
    merging = _last_merging(act, person)
    taking = merging and next((made for made in own if _is_of_one_act(merging, made)), None)
    if taking is None:
        return {}
    before = {**default_fields(Attendee), **_folded(own[: own.index(taking)])}
    later = {name for made in own[own.index(taking) + 1 :] for name in _facts(made)}
    now = to_fields(survivor)
    return {
        name: before[name]
        for name, value in _facts(taking).items()
        if name in _MAY_CHANGE and name not in later and now[name] == value
    }


def _last_merging(act: Writing, person: Attendee) -> Operation | None:
    """Return the operation that last merged a person into another."""
    made = reversed(_written_of(act, person))
    return next((item for item in made if _facts(item).get("same_as")), None)


def _is_of_one_act(merging: Operation, made: Operation) -> bool:
    """Tell whether an operation is the survivor's part of a merge: the next of that moment.

    Where the survivor lacked nothing the next one is somebody's later act, at another moment.
    """
    next_place = (merging.replica, merging.sequence + 1, merging.at)
    return (made.replica, made.sequence, made.at) == next_place


def _written_of(act: Writing, person: Attendee) -> list[Operation]:
    return sorted(operations_of(act.connection, str(person.id)), key=sort_key)


def _folded(made: list[Operation]) -> Fields:
    return fold(made).facts if made else {}


def _facts(made: Operation) -> Fields:
    return read_payload(made.payload)[0] if made.payload else {}
