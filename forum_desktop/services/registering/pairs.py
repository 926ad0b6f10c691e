"""Pairs of people of a forum who may be one: only those are compared who share something."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from uuid import UUID

from forum_desktop.db import merged
from forum_desktop.db.reading import Reading
from forum_desktop.records.people import Attendee
from forum_desktop.services.forums import pack_of
from forum_desktop.services.importing.matching import Spelling
from forum_desktop.services.registering.alike import are_likely_one, sounds_of
from forum_desktop.services.registering.facts import places_of
from forum_desktop.thai.folding import fold_tight

_MOST_ALIKE = 30
"""People who share one thing; more share what tells nobody, such as the office's telephone."""


def likely_pairs(look: Reading, forum_id: UUID) -> Iterator[tuple[Attendee, Attendee]]:
    """Yield pairs that are likely one person, the older entry first, in the order of entry.

    Compared are those with one telephone, one name, or names that sound alike.
    """
    gone = merged.roots(look, forum_id)
    people = look.all(Attendee, forum_id=forum_id)
    listed = [one for one in people if not one.withdrawn and one.id not in gone]
    spelling, told = Spelling(places_of(pack_of(look, forum_id))), set()
    for group in _groups(listed):
        for one, other in combinations(sorted(group, key=lambda person: str(person.id)), 2):
            if (one.id, other.id) not in told and are_likely_one(one, other, spelling):
                told.add((one.id, other.id))
                yield one, other


def _groups(people: list[Attendee]) -> Iterator[list[Attendee]]:
    groups: dict[object, list[Attendee]] = defaultdict(list)
    for person in people:
        for key in _keys(person):
            groups[key].append(person)
    yield from (group for group in groups.values() if 1 < len(group) <= _MOST_ALIKE)


def _keys(person: Attendee) -> Iterator[object]:
    name = f"{person.first_name} {person.last_name}"
    yield "name", fold_tight(name)
    if person.phone:
        yield "phone", person.phone
    if sounds := sounds_of(name):
        yield "sound", sounds
