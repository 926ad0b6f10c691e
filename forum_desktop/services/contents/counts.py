"""How many came, spoke and complained, as labelled counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from forum_desktop.db import opinions, presence
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import CountRow
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.plan import Strategy
from forum_desktop.services.contents.words import official
from forum_desktop.services.forums import ANY_SESSION


def by_sector(
    look: Reading, forum: Forum, pack: EventPack, named: Iterable[Attendee] = ()
) -> tuple[CountRow, ...]:
    """Return participants present by sector, beside how many were expected.

    Those `named` elsewhere, who came in a member's place, are not counted again.
    """
    counts = _present_by(look, forum, "sector", named)
    known = [
        CountRow(label=s.name, count=counts.pop(s.code, 0), expected=s.expected)
        for s in pack.sectors
    ]
    shown = [row for row in known if row.count or row.expected]
    return (*shown, *_unstated(counts))


def by_zone(
    look: Reading, forum: Forum, pack: EventPack, named: Iterable[Attendee] = ()
) -> tuple[CountRow, ...]:
    """Return participants present by zone, without those `named`; none where the pack has none."""
    if not pack.zones:
        return ()
    counts = _present_by(look, forum, "zone", named)
    known = [CountRow(label=zone, count=counts.pop(zone, 0)) for zone in pack.zones]
    return (*known, *_unstated(counts))


def complaints_by_kind(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    """Return complaints by kind, those kinds only that were lodged."""
    counts = opinions.count_complaints_by_kind(look, forum.id)
    known = [CountRow(label=k.name, count=counts.pop(k.code, 0)) for k in pack.complaint_kinds]
    return (*(row for row in known if row.count), *_unstated(counts))


def by_strategy(
    said: Iterable[Opinion], strategies: Sequence[Strategy], level: str
) -> tuple[CountRow, ...]:
    """Return opinions by strategy, even with none; last those not sorted yet."""
    return strategy_rows(Counter(opinion.strategy_id for opinion in said), strategies, level)


def strategy_rows(
    counted: Mapping[UUID | None, int], strategies: Sequence[Strategy], level: str
) -> tuple[CountRow, ...]:
    """Return counts by strategy with their labels, as `by_strategy`."""
    counts = dict(counted)
    labels = [official("strategy", level=level, number=s.number, name=s.name) for s in strategies]
    rows = [
        CountRow(label=label, count=counts.pop(strategy.id, 0))
        for label, strategy in zip(labels, strategies, strict=True)
    ]
    rest = sum(counts.values())
    return (*rows, CountRow(label=official("unsorted"), count=rest)) if rest else tuple(rows)


def by_kind(said: Iterable[Opinion]) -> tuple[CountRow, ...]:
    """Return opinions by what they are, those kinds only that were said."""
    return kind_rows(Counter(opinion.kind for opinion in said))


def kind_rows(counts: Mapping[OpinionKind, int]) -> tuple[CountRow, ...]:
    """Return counts by kind with their labels, as `by_kind`."""
    shown = (kind for kind in OpinionKind if counts.get(kind))
    return tuple(CountRow(label=official(f"kind.{kind}"), count=counts[kind]) for kind in shown)


def _present_by(
    look: Reading, forum: Forum, fact: str, named: Iterable[Attendee]
) -> dict[str, int]:
    counts = Counter(presence.count_present_by(look, forum.id, fact, ANY_SESSION))
    counts.subtract(
        str(getattr(one, fact)) for one in named if one.role is AttendeeRole.PARTICIPANT
    )
    return dict(counts)


def _unstated(counts: dict[str, int]) -> tuple[CountRow, ...]:
    rest = sum(counts.values())
    return (CountRow(label=official("not_stated"), count=rest),) if rest else ()
