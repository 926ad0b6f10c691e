"""Numbers of complaints: given, reserved for paper, found as typed, mapped to the official one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ReservedNumber
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.reference import make_reference
from forum_desktop.services.desk import Desk
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line
from forum_desktop.services.typed_numbers import is_same, squeezed

N = TypeVar("N", Complaint, ReservedNumber)

MOST_RESERVED = 500


def next_reference(act: Writing, forum_id: UUID) -> str:
    """Return the next number of this station; no other laptop can give the same one."""
    letter = own_station(act, forum_id).letter
    code = act.get(Forum, forum_id).code
    return make_reference(code, letter, act.next_number(f"complaint/{forum_id}"))


def reserve_numbers(desk: Desk, forum_id: UUID, count: int) -> tuple[str, ...]:
    """Set numbers aside for paper forms; raises Refusal("complaint.reserve_count")."""
    if not 1 <= count <= MOST_RESERVED:
        raise Refusal("complaint.reserve_count", most=MOST_RESERVED)
    with desk.act() as act:
        numbers = tuple(next_reference(act, forum_id) for _ in range(count))
        for reference in numbers:
            act.add(
                ReservedNumber(
                    id=_reserved_id(forum_id, reference),
                    forum_id=forum_id,
                    reference=reference,
                    reserved_at=act.now,
                )
            )
    return numbers


def unused_numbers(desk: Desk, forum_id: UUID) -> tuple[str, ...]:
    """Return the reserved numbers of paper forms that nobody has typed in yet."""
    with desk.look() as look:
        used = {complaint.reference for complaint in look.all(Complaint, forum_id=forum_id)}
        reserved = look.all(ReservedNumber, forum_id=forum_id)
    return tuple(number.reference for number in reserved if number.reference not in used)


def taken_reservation(look: Reading, forum_id: UUID, typed: str) -> str:
    """Return the reserved number that a paper form bears.

    Raises Refusal("complaint.number_mistyped"), "complaint.number_not_reserved" or
    "complaint.number_used".
    """
    wanted = _squeezed(typed)
    reserved = _with_number(look.all(ReservedNumber, forum_id=forum_id), wanted)
    if reserved is None:
        raise Refusal("complaint.number_not_reserved", number=line(typed))
    if look.all(Complaint, limit=1, forum_id=forum_id, reference=reserved.reference):
        raise Refusal("complaint.number_used", number=reserved.reference)
    return reserved.reference


def find_complaint(desk: Desk, forum_id: UUID, typed: str) -> Complaint:
    """Return the complaint of a number as typed: any case, Thai digits, with or without hyphens.

    An official number is taken as well. Raises Refusal("complaint.number_mistyped") where the
    check character says so, "complaint.number_not_entered" for a paper form that nobody has
    typed in, and "complaint.number_unknown".
    """
    with desk.look() as look:
        official = line(typed)
        found = look.all(Complaint, limit=1, forum_id=forum_id, official_number=official)
        if official and found:
            return found[0]
        wanted = _squeezed(typed)
        complaint = _with_number(look.all(Complaint, forum_id=forum_id), wanted)
        if complaint is not None:
            return complaint
        reserved = _with_number(look.all(ReservedNumber, forum_id=forum_id), wanted)
    key = "complaint.number_not_entered" if reserved else "complaint.number_unknown"
    raise Refusal(key, number=official)


def map_official(desk: Desk, complaint_id: UUID, official_number: str) -> Complaint:
    """Note the number that headquarters' own register gave; an empty one takes it back."""
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        return act.put(replace(complaint, official_number=line(official_number)))


def _squeezed(typed: str) -> str:
    """Return a number's letters and digits; raises Refusal("complaint.number_mistyped")."""
    signs = squeezed(line(typed, needed=True))
    if signs is None:
        raise Refusal("complaint.number_mistyped", number=line(typed))
    return signs


def _with_number(numbered: Sequence[N], wanted: str) -> N | None:
    return next((item for item in numbered if is_same(item.reference, wanted)), None)


def _reserved_id(forum_id: UUID, reference: str) -> UUID:
    return same_id(forum_id, "reserved", reference)
