"""Whom the typed words may mean: a registered person, a community, a sector, or a new label."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from forum_desktop.thai.folding import fold_tight

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import AttendeeRow

_MOST_PEOPLE, _MOST_PLACES = 5, 4


@dataclass(frozen=True)
class Offer:
    """Who may join the queue. `label` is what the hall will read: "" where the act finds it.

    `name` is for the operator alone.
    """

    label: str = ""
    sector: str = ""
    name: str = ""
    place: str = ""
    attendee_id: UUID | None = None
    is_typed: bool = False


def offers(typed: str, people: "tuple[AttendeeRow, ...]", pack: "EventPack") -> tuple[Offer, ...]:
    """Return what the words may mean, the likeliest first; last the words as they are."""
    places = tuple(_places(typed, pack))
    whole = [offer for offer in places if fold_tight(offer.label) == fold_tight(typed)]
    others = [offer for offer in places if offer not in whole]
    persons = [_person(row) for row in people[:_MOST_PEOPLE]]
    own = () if whole or not typed.strip() else (Offer(label=typed.strip(), is_typed=True),)
    return (*whole, *persons, *others[:_MOST_PLACES], *own)


def _places(typed: str, pack: "EventPack") -> Iterator[Offer]:
    key = fold_tight(typed)
    if not key:
        return
    for place in pack.communities:
        if any(key in fold_tight(name) for name in (place.name, *place.aliases)):
            yield Offer(label=place.name, place=place.zone)
    for sector in pack.sectors:
        if key in fold_tight(sector.name):
            yield Offer(label=sector.name, sector=sector.code)


def _person(row: "AttendeeRow") -> Offer:
    person = row.attendee
    place = person.community or person.organisation or person.position
    return Offer(sector=person.sector, name=person.full_name, place=place, attendee_id=person.id)
