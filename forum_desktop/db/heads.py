"""Everybody as a head to be counted: no name, only what counts are made by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from forum_desktop.db import merged
from forum_desktop.db.reading import Reading
from forum_desktop.records.people import AttendeeRole

_PEOPLE = (
    # The plus keeps SQLite from walking an index to 10,000 rows that a scan reads in turn.
    "SELECT id, withdrawn, role, sector, zone, community FROM attendee WHERE +forum_id = ?"
)
_PRESENCE = (
    "SELECT attendee_id, checked_in_at, left_at, from_paper FROM attendance"
    " WHERE +forum_id = ? AND undone = ''"
)


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody listed. `came_at` is her first check-in, None where she is not present."""

    role: AttendeeRole
    sector: str
    zone: str
    community: str
    came_at: datetime | None = None
    has_left: bool = False
    from_paper: bool = False

    @property
    def is_present(self) -> bool:
        """Tell whether a check-in stands."""
        return self.came_at is not None


def list_heads(reading: Reading, forum_id: UUID, session: str) -> tuple[Head, ...]:
    """Return everybody listed with her presence in a session, in any of the day for ""."""
    roots = {str(one): str(root) for one, root in merged.roots(reading, forum_id).items()}
    people = {row[0]: row[1:] for row in reading.driver.execute(_PEOPLE, (str(forum_id),))}
    known = {one: root for one, root in roots.items() if root in people}
    presence = _presence(reading, forum_id, session, known)
    return tuple(_heads(people, presence, known))


def _presence(
    reading: Reading, forum_id: UUID, session: str, roots: Mapping[str, str]
) -> dict[str, list[Sequence[Any]]]:
    query, values = _PRESENCE, [str(forum_id)]
    if session:
        query, values = f"{query} AND session = ?", [*values, session]
    by_person: dict[str, list[Sequence[Any]]] = {}
    for person, *facts in reading.driver.execute(query, values):
        by_person.setdefault(roots.get(person, person), []).append(facts)
    return by_person


def _heads(
    people: Mapping[str, Sequence[Any]],
    presence: Mapping[str, list[Sequence[Any]]],
    merged_people: Iterable[str],
) -> Iterator[Head]:
    merged_into_others = frozenset(merged_people)
    for key, (withdrawn, role, *places) in people.items():
        there = presence.get(key)
        if key not in merged_into_others and (there or not withdrawn):
            yield _head(AttendeeRole(role), places, there or ())


def _head(role: AttendeeRole, places: Sequence[str], there: Sequence[Sequence[Any]]) -> Head:
    sector, zone, community = places
    if not there:
        return Head(role, sector, zone, community)
    came_at, from_paper = min((datetime.fromisoformat(at), bool(paper)) for at, _, paper in there)
    has_left = all(left_at is not None for _, left_at, _ in there)
    return Head(role, sector, zone, community, came_at, has_left, from_paper)
