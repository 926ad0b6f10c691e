"""Who may be the person that somebody tells of: judged as an import judges its rows."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from uuid import UUID

from forum_desktop.db import twins
from forum_desktop.db.presence import people_by_id
from forum_desktop.db.reading import Reading
from forum_desktop.records.people import Attendee
from forum_desktop.services.forums import pack_of
from forum_desktop.services.importing.cells import Facts
from forum_desktop.services.importing.matching import (
    ALIKE,
    Candidate,
    Spelling,
    agree,
    are_alike,
    confirms,
    facts_of,
    parts,
)
from forum_desktop.services.importing.names import are_of_two_people
from forum_desktop.services.registering.facts import place_of, places_of
from forum_desktop.services.texts import line
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import split_full_name
from forum_desktop.thai.phones import read_phone
from forum_desktop.thai.sound import sound_of

_SAME_PHONE, _SAME_PLACE, _SAME_NAME, _ALIKE_THERE, _NAMESAKE = 5, 4, 3, 2, 1
"""How likely somebody is the one, by what agrees."""

_LEAST_SOUND = 2
"""Fewer consonants than this sound like half of the town."""


def alike_people(look: Reading, forum_id: UUID, told: Mapping[str, str]) -> tuple[Attendee, ...]:
    """Return people who may be the one told of, likeliest first, the withdrawn among them.

    `told` are `full_name`, `community`, `organisation` and `phone`, empty where unknown.
    """
    pack = pack_of(look, forum_id)
    name = split_full_name(line(told["full_name"]))
    if not name.first_name:
        return ()
    facts = {
        "title": name.title,
        "first_name": name.first_name,
        "last_name": name.last_name,
        "community": place_of(pack, told["community"]).text,
        "organisation": line(told["organisation"]),
        "phone": read_phone(line(told["phone"])).text,
    }
    judge = _Judge(facts, Spelling(places_of(pack)))
    found = people_by_id(look, sorted(set(_candidates(look, forum_id, judge))))
    ranked = [(judge.likelihood(person), person) for person in found]
    likely = sorted(ranked, key=lambda pair: (-pair[0], str(pair[1].id)))
    return tuple(person for points, person in likely if points)


def are_likely_one(one: Attendee, other: Attendee, spelling: Spelling) -> bool:
    """Tell whether two entries are likely one person; a mere namesake is not."""
    return _Judge(facts_of(one), spelling).likelihood(other) > _NAMESAKE


def _candidates(look: Reading, forum_id: UUID, judge: "_Judge") -> Iterator[str]:
    facts = judge.told.facts
    yield from twins.ids_of_namesakes(look, forum_id, judge.told.name, facts["phone"])
    places = {fact: facts[fact] for fact in ("community", "organisation")}
    for key, name in twins.names_where_any(look, forum_id, places):
        if judge.is_alike(name):
            yield key


class _Judge:
    """Compares people with what is told of one."""

    def __init__(self, facts: Facts, spelling: Spelling) -> None:
        self._spelling = spelling
        self.told = Candidate(facts, spelling.key)
        self._letters = frozenset(self.told.name)
        self._most_missing = len(self.told.name) // 3
        self._likeness = SequenceMatcher(None, "", self.told.name)
        self._sounds = sounds_of(f"{facts['first_name']} {facts['last_name']}")

    def likelihood(self, person: Attendee) -> int:
        """Return how likely a person is the one, 0 for not at all."""
        one = Candidate(facts_of(person), self._spelling.key, person)
        if agree(one, self.told, "phone") and are_alike(one.name, self.told.name):
            return _SAME_PHONE
        if are_of_two_people(person.title, self.told.facts["title"]):
            return 0
        if {one.name, one.whole} & {self.told.name, self.told.whole}:
            return self._of_namesake(one)
        name = f"{person.first_name} {person.last_name}"
        return _ALIKE_THERE if confirms(one, self.told) and self.is_alike(name) else 0

    def is_alike(self, name: str) -> bool:
        """Tell whether a name sounds like hers or may be hers misspelt.

        Whole communities are asked, so what shares too few letters is told apart at once: of
        two names that are alike by `are_alike`, a third of the letters can be missing at most.
        """
        if len(self._letters.difference(name)) > self._most_missing:
            return False
        return self._may_be(fold_tight(name)) or bool(
            self._sounds and sounds_of(name) == self._sounds
        )

    def _may_be(self, name: str) -> bool:
        self._likeness.set_seq1(name)
        return self._likeness.quick_ratio() >= ALIKE and are_alike(name, self.told.name)

    def _of_namesake(self, one: Candidate) -> int:
        if confirms(one, self.told):
            return _SAME_PLACE
        return _NAMESAKE if parts(one, self.told) else _SAME_NAME


def sounds_of(name: str) -> tuple[str, ...]:
    """Return how the words of a name sound; nothing for what is too short to tell."""
    sounds = tuple(sound_of(word) for word in name.split())
    return sounds if sounds and min(map(len, sounds)) >= _LEAST_SOUND else ()
