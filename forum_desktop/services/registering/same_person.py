"""Whom a line of a signed sheet surely names; in doubt nobody.

As in an import (services/importing/matching.py) people are never merged unasked, and here
nobody reads a preview: the name must be written just so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.services.importing.names import are_of_two_people
from forum_desktop.services.registering.facts import places_of
from forum_desktop.services.texts import line
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import SplitName
from forum_desktop.thai.phones import read_phone

_BETWEEN = re.compile(r"[\s\-.\u200b-\u200f\u2060\ufeff]")
_PLACE_WORDS = ("ชุมชน", "บ้าน", "หมู่")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line says."""

    full_name: str
    place: str = ""
    phone: str = ""


def is_place(pack: EventPack, place: str) -> bool:
    """Tell whether a text names where people live rather than an organisation."""
    written = line(place)
    return places_of(pack).community(written).is_known or written.startswith(_PLACE_WORDS)


def same_person(
    listed: Iterable[Attendee], told: Told, name: SplitName, pack: EventPack
) -> Attendee | None:
    """Return whom a line surely names among those with that name but for tones, or None."""
    wanted = _exactly(name.first_name + name.last_name)
    same = [
        person
        for person in listed
        if _exactly(person.first_name + person.last_name) == wanted
        and not are_of_two_people(person.title, name.title)
    ]
    place, phone = line(told.place), read_phone(line(told.phone))
    agreeing = [
        person
        for person in same
        if (place and _agrees(person, place, pack))
        or (phone.text and phone.is_sound and person.phone == phone.text)
    ]
    if agreeing or not name.last_name:
        return _only(agreeing)
    against = any(_speaks_against(person, place, phone.text) for person in same)
    return None if against else _only(same)


def _only(people: Sequence[Attendee]) -> Attendee | None:
    """Return the one person of several, who may be the same by a merge."""
    return people[0] if len({person.same_as or person.id for person in people}) == 1 else None


def _agrees(person: Attendee, place: str, pack: EventPack) -> bool:
    places = places_of(pack)
    community = fold_tight(places.community(place).text)
    theirs = places.community(person.community).text if person.community else ""
    return community == fold_tight(theirs) or (fold_tight(place) == fold_tight(person.organisation))


def _speaks_against(person: Attendee, place: str, phone: str) -> bool:
    lives_elsewhere = bool(place and (person.community or person.organisation))
    return lives_elsewhere or bool(phone and person.phone and phone != person.phone)


def _exactly(name: str) -> str:
    return _BETWEEN.sub("", line(name)).casefold()
