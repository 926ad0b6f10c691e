"""Who may be the person that somebody tells of, by the rules of thought of an import."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.db.reading import Reading
from forum_desktop.records.people import Attendee
from forum_desktop.services.forums import pack_of
from forum_desktop.services.importing.matching import ALIKE
from forum_desktop.services.importing.names import are_of_two_people
from forum_desktop.services.importing.places import Places
from forum_desktop.services.registering.facts import places_of
from forum_desktop.services.texts import line
from forum_desktop.thai.finding import sounds_of
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import SplitName, split_full_name
from forum_desktop.thai.phones import read_phone

_SAME_PHONE, _SAME_PLACE, _SAME_NAME, _ALIKE_THERE, _NAMESAKE = 5, 4, 3, 2, 1
"""How likely somebody is the one, by what agrees."""


def alike_people(look: Reading, forum_id: UUID, told: Mapping[str, str]) -> tuple[Attendee, ...]:
    """Return people who may be the one told of, likeliest first.

    `told` are `full_name`, `community`, `organisation` and `phone`, empty where unknown.
    """
    name = split_full_name(line(told["full_name"]))
    if not name.first_name:
        return ()
    judge = _Judge(name, told, places_of(pack_of(look, forum_id)))
    found = dict.fromkeys(_candidates(look, forum_id, name, judge))
    ranked = [(judge.likelihood(person), person) for person in found]
    likely = sorted(ranked, key=lambda pair: (-pair[0], str(pair[1].id)))
    return tuple(person for points, person in likely if points)


def _candidates(
    look: Reading, forum_id: UUID, name: SplitName, judge: "_Judge"
) -> Iterable[Attendee]:
    yield from people.people_named(look, forum_id, f"{name.first_name}{name.last_name}")
    if judge.phone:
        yield from people.people_with(look, forum_id, phone=judge.phone)
    if judge.community:
        yield from people.people_with(look, forum_id, community=judge.community)
    if judge.organisation:
        yield from people.people_with(look, forum_id, organisation=judge.organisation)


class _Judge:
    """Compares people with what is told of one."""

    def __init__(self, name: SplitName, told: Mapping[str, str], places: Places) -> None:
        self._places = places
        self._title = name.title
        self._name = fold_tight(f"{name.first_name}{name.last_name}")
        self._sounds = sounds_of(f"{name.first_name} {name.last_name}")
        self.phone = read_phone(line(told["phone"])).text
        self.organisation = line(told["organisation"])
        community = line(told["community"])
        self.community = places.community(community).text if community else ""

    def likelihood(self, person: Attendee) -> int:
        """Return how likely a person is the one, 0 for not at all."""
        name = fold_tight(f"{person.first_name}{person.last_name}")
        likeness = SequenceMatcher(None, name, self._name).ratio()
        if self.phone and person.phone == self.phone and likeness >= ALIKE:
            return _SAME_PHONE
        if are_of_two_people(person.title, self._title):
            return 0
        if name == self._name:
            return self._of_namesake(person)
        sounds = sounds_of(f"{person.first_name} {person.last_name}")
        is_alike = likeness >= ALIKE or (bool(sounds) and sounds == self._sounds)
        return _ALIKE_THERE if is_alike and self._is_there(person) else 0

    def _of_namesake(self, person: Attendee) -> int:
        if self._is_there(person):
            return _SAME_PLACE
        lives_elsewhere = bool(self.community and person.community)
        other_phone = bool(self.phone and person.phone and person.phone != self.phone)
        return _NAMESAKE if lives_elsewhere or other_phone else _SAME_NAME

    def _is_there(self, person: Attendee) -> bool:
        community = self._places.community(person.community).text if person.community else ""
        if self.community and fold_tight(community) == fold_tight(self.community):
            return True
        return bool(self.organisation) and fold_tight(person.organisation) == fold_tight(
            self.organisation
        )
