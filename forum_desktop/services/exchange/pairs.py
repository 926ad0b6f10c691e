"""People whom two laptops may both have entered: told in pairs, merged or kept apart."""

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import NamedTuple
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.projection import operations_of
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.exchange import LikelyPair, PairEntry
from forum_desktop.records.meeting import Station
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.conflicts import list_conflicts
from forum_desktop.services.histories.naming import Names
from forum_desktop.services.histories.zones import zone_of
from forum_desktop.services.registering.pairs import likely_pairs

_MOST = 200
_FACTS = ("sector", "community", "organisation", "position", "phone", "role", "on_behalf_of")


def list_pairs(desk: Desk, forum_id: UUID) -> tuple[LikelyPair, ...]:
    """Return at most 200 pairs of entries that may be one person; those kept apart are not told.

    Likely is what `services.twins` takes for likely, without mere namesakes.
    """
    with desk.look() as look:
        apart = _apart(look, forum_id)
        stations = {one.replica: one.letter for one in look.all(Station, forum_id=forum_id)}
        telling = _Telling(look, Names(look, forum_id), stations, zone_of(look, desk, forum_id))
        return tuple(
            LikelyPair(one=telling.entry(one), other=telling.entry(other))
            for one, other in _first(likely_pairs(look, forum_id), apart)
        )


def count_questions(desk: Desk, forum_id: UUID) -> int:
    """Return how many conflicts and pairs await a decision."""
    return len(list_conflicts(desk, forum_id)) + len(list_pairs(desk, forum_id))


def keep_apart(desk: Desk, pair: LikelyPair) -> None:
    """Note on this laptop that two entries are two people."""
    forum_id = pair.one.attendee.forum_id
    with desk.act() as act:
        _write(act, forum_id, _apart(act, forum_id) | {pair.key})


def ask_again(desk: Desk, pair: LikelyPair) -> None:
    """Forget that two entries were told to be two people."""
    forum_id = pair.one.attendee.forum_id
    with desk.act() as act:
        _write(act, forum_id, _apart(act, forum_id) - {pair.key})


def _first(
    pairs: Iterator[tuple[Attendee, Attendee]], apart: frozenset[tuple[str, str]]
) -> Iterator[tuple[Attendee, Attendee]]:
    told = 0
    for one, other in pairs:
        if (str(one.id), str(other.id)) not in apart and told < _MOST:
            told += 1
            yield one, other


class _Telling(NamedTuple):
    """What tells of an entry, one look long."""

    look: Reading
    names: Names
    stations: dict[str, str]
    zone: tzinfo | None

    def entry(self, person: Attendee) -> PairEntry:
        """Return who she is, and where and when she was entered."""
        made = operations_of(self.look.connection, str(person.id))
        first = min(made, key=lambda operation: operation.clock)
        told = ((fact, str(getattr(person, fact))) for fact in _FACTS)
        return PairEntry(
            attendee=person,
            facts=tuple((fact, self.names.spell("attendee", fact, value)) for fact, value in told),
            station=self.stations.get(first.replica, ""),
            actor=first.actor,
            at=datetime.fromtimestamp(first.at / 1000, self.zone),
        )


def _apart(look: Reading, forum_id: UUID) -> frozenset[tuple[str, str]]:
    kept = settings.read(look, _name(forum_id))
    return frozenset((one, other) for one, other in json.loads(kept)) if kept else frozenset()


def _write(act: Writing, forum_id: UUID, apart: frozenset[tuple[str, str]]) -> None:
    settings.keep(act, _name(forum_id), json.dumps(sorted(apart)))


def _name(forum_id: UUID) -> str:
    return f"exchange/{forum_id}/apart"
