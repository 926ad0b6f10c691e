"""Who came and who is missing, as counts; and the needs that are counted at the desk."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from forum_desktop.db.heads import Head, list_heads
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.arrivals import ArrivalMinute, ArrivalRow, Arrivals, TallySum
from forum_desktop.records.pack import EventPack, MeetingSession
from forum_desktop.services import tallies
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering.sessions import is_expected, sessions_of

_NEED = "need."
_SCREENING = "screening."
_MINUTE = timedelta(minutes=1)
_LONGEST_GAP = timedelta(hours=12)
"""A longer one is a laptop whose clock is wrong, or another day: it is not filled."""


def read_arrivals(desk: Desk, forum_id: UUID, session: str = "") -> Arrivals:
    """Return the head count of a session, of the whole day for "".

    Registered are those for whom the session is meant and all who are there anyway. The rows by
    sector, and by zone where the pack has zones, add up to the head count: whoever stated none,
    or one that the pack does not know, is in the row "". Expected are those whom the organiser
    named a number for, and of all others those registered. Sheets of paper are typed up
    later: they are not in `per_minute`.
    """
    with desk.look() as look:
        pack = pack_of(look, forum_id)
        meant = sessions_of(pack, session)
        listed = list_heads(look, forum_id, session)
        needs, screenings = _needs(look, forum_id, pack), _screenings(look, forum_id)
    heads = [head for head in listed if head.is_present or is_expected(meant, head)]
    there = [head for head in heads if head.is_present]
    by_sector = _by_sector(heads, pack, meant)
    return Arrivals(
        session=session,
        registered=len(heads),
        expected=sum(r.registered if r.expected is None else r.expected for r in by_sector),
        present=len(there),
        left=sum(head.has_left for head in there),
        from_paper=sum(head.from_paper for head in there),
        by_sector=by_sector,
        by_zone=_by_zone(heads, pack),
        per_minute=tuple(_per_minute(there)),
        needs=needs,
        screenings=screenings,
    )


def count_need(desk: Desk, forum_id: UUID, code: str, step: int = 1) -> tuple[TallySum, ...]:
    """Count a need up or down at this laptop, never below 0; return the sums of all laptops.

    Raises Refusal("registration.need_unknown") for a code that the pack does not have.
    """
    with desk.act() as act:
        pack = pack_of(act, forum_id)
        if code not in {need.code for need in pack.needs}:
            raise Refusal("registration.need_unknown", need=code)
        tallies.count(act, forum_id, _NEED + code, step)
        return _needs(act, forum_id, pack)


def list_needs(desk: Desk, forum_id: UUID) -> tuple[TallySum, ...]:
    """Return each need of the pack, by its code, with how often all laptops counted it."""
    with desk.look() as look:
        return _needs(look, forum_id, pack_of(look, forum_id))


def _needs(look: Reading, forum_id: UUID, pack: EventPack) -> tuple[TallySum, ...]:
    sums = tallies.sums(look, forum_id, _NEED)
    return tuple(TallySum(subject=n.code, count=sums.get(n.code, 0)) for n in pack.needs)


def _screenings(look: Reading, forum_id: UUID) -> tuple[TallySum, ...]:
    sums = tallies.sums(look, forum_id, _SCREENING)
    return tuple(TallySum(subject=subject, count=sums[subject]) for subject in sorted(sums))


def _by_sector(
    heads: Sequence[Head], pack: EventPack, sessions: Sequence[MeetingSession]
) -> tuple[ArrivalRow, ...]:
    meant = _sectors_meant(pack, sessions)
    codes = [sector.code for sector in pack.sectors]
    counts = _counted(heads, codes, lambda head: head.sector)
    known = (
        _row(s.code, s.name, s.english, s.expected if s.code in meant else None, counts)
        for s in pack.sectors
        if s.code in meant or counts[s.code] != (0, 0)
    )
    return (*known, *_rest(counts))


def _sectors_meant(pack: EventPack, sessions: Sequence[MeetingSession]) -> frozenset[str]:
    """Return the sectors of which everybody is expected in one of the sessions."""
    every = frozenset(sector.code for sector in pack.sectors)
    whole = (frozenset(one.sectors) or every for one in sessions if not one.zones)
    return frozenset[str]().union(*whole)


def _by_zone(heads: Sequence[Head], pack: EventPack) -> tuple[ArrivalRow, ...]:
    if not pack.zones:
        return ()
    counts = _counted(heads, pack.zones, lambda head: head.zone)
    known = (_row(zone, zone, "", None, counts) for zone in pack.zones)
    return (*known, *_rest(counts))


def _counted(
    heads: Sequence[Head], codes: Sequence[str], fact: Callable[[Head], str]
) -> Mapping[str, tuple[int, int]]:
    """Return how many are registered and present by a fact; "" is for all others."""
    registered, present = Counter[str](), Counter[str]()
    for head in heads:
        told = fact(head)
        code = told if told in codes else ""
        registered[code] += 1
        present[code] += head.is_present
    return {code: (registered[code], present[code]) for code in ("", *codes)}


def _rest(counts: Mapping[str, tuple[int, int]]) -> Iterator[ArrivalRow]:
    if counts[""] != (0, 0):
        yield _row("", "", "", None, counts)


def _row(
    code: str,
    label: str,
    english: str,
    expected: int | None,
    counts: Mapping[str, tuple[int, int]],
) -> ArrivalRow:
    registered, present = counts[code]
    return ArrivalRow(
        code=code,
        label=label,
        english=english,
        expected=expected,
        registered=registered,
        present=present,
    )


def _per_minute(heads: Iterable[Head]) -> Iterator[ArrivalMinute]:
    came = (head.came_at for head in heads if not head.from_paper)
    counts = Counter(at.replace(second=0, microsecond=0) for at in came if at is not None)
    before: datetime | None = None
    for minute in sorted(counts):
        if before is not None and minute - before <= _LONGEST_GAP:
            for step in range(1, (minute - before) // _MINUTE):
                yield ArrivalMinute(at=before + step * _MINUTE, count=0)
        yield ArrivalMinute(at=minute, count=counts[minute])
        before = minute
