"""What happened at a moment, and where it is told: under its item, or among the opinions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from forum_desktop.documents.minutes.places import first_of
from forum_desktop.records.meeting import AgendaItem, Break
from forum_desktop.records.minutes import MinutesContent, MinutesDelegation
from forum_desktop.records.pack import AgendaKind


class GivesAs(StrEnum):
    """As what somebody hands something on: who opened the meeting is named by her office."""

    CHAIR = "chair"
    ACTING_CHAIR = "acting_chair"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Handed:
    """A handover, and as what its giver acted by then."""

    made: MinutesDelegation
    gives_as: GivesAs


Happening = Handed | Break
"""A change of hands, or a pause of the meeting."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where happenings are told: in the hearing, or `under` the place of another item."""

    hearing: tuple[Happening, ...]
    under: tuple[tuple[Happening, ...], ...]


def course_of(content: MinutesContent) -> Course:
    """Return the happenings by place, each in the order of time.

    The agenda's clock tells which item was in hand; where it was not kept, all of them belong
    to the hearing.
    """
    home = first_of(AgendaKind.HEAR_OPINIONS)([item.kind for item in content.agenda])
    hearing: list[Happening] = []
    under: list[list[Happening]] = [[] for _ in content.agenda]
    for happening in _happenings(content):
        place = _in_hand(content.agenda, _moment(happening))
        (hearing if place in {None, home} else under[place or 0]).append(happening)
    return Course(tuple(hearing), tuple(map(tuple, under)))


def spots(happenings: Iterable[Happening], said_at: Sequence[datetime | None]) -> list[int]:
    """Return before which opinion each happening stands, their number where after all of them.

    Opinions are printed in the order of the plan, not of time: a happening stands where the
    fewest of them are on its wrong side, as early as may be. Later ones never stand earlier.
    """
    return [_spot(_moment(happening), said_at) for happening in happenings]


class Pending:
    """Happenings that wait for their place among what is printed."""

    def __init__(self, happenings: Sequence[Happening], said_at: Sequence[datetime | None]) -> None:
        self._waiting = list(zip(spots(happenings, said_at), happenings, strict=True))

    def before(self, place: int) -> Iterator[Happening]:
        """Yield those that stand before the opinion at a place, once."""
        while self._waiting and self._waiting[0][0] <= place:
            yield self._waiting.pop(0)[1]

    def rest(self) -> Iterator[Happening]:
        """Yield those that stand after all opinions."""
        while self._waiting:
            yield self._waiting.pop(0)[1]


def _happenings(content: MinutesContent) -> list[Happening]:
    return sorted([*_handed(content), *content.breaks], key=_moment)


def _handed(content: MinutesContent) -> Iterator[Handed]:
    """Yield the handovers; the chair is who presides by then."""
    opened = presides = content.chair.id if content.chair else None
    for made in sorted(content.delegations, key=lambda one: one.delegated_at):
        giver = made.delegator.id
        gives_as = GivesAs.OFFICER
        if giver == presides:
            gives_as = GivesAs.CHAIR if giver == opened else GivesAs.ACTING_CHAIR
        yield Handed(made, gives_as)
        if made.takes_chair:
            presides = made.delegate.id


def _moment(happening: Happening) -> datetime:
    return happening.made.delegated_at if isinstance(happening, Handed) else happening.begun_at


def _in_hand(agenda: Sequence[AgendaItem], at: datetime) -> int | None:
    """Return the place of the item in hand at a moment: the first one before all of them."""
    begun = sorted((item.begun_at, n) for n, item in enumerate(agenda) if item.begun_at)
    taken = [place for begun_at, place in begun if begun_at <= at]
    return taken[-1] if taken else begun[0][1] if begun else None


def _spot(at: datetime, said_at: Sequence[datetime | None]) -> int:
    wrong = least = spot = 0
    for place, said in enumerate(said_at, start=1):
        # One step further down, this opinion stands before the happening.
        wrong += 0 if said is None else 1 if said > at else -1
        if wrong < least:
            least, spot = wrong, place
    return spot
