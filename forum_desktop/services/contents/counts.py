"""How many came, spoke and complained, as labelled counts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from forum_desktop.db import opinions, people
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import CountRow
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.pack import EventPack
from forum_desktop.records.plan import Strategy
from forum_desktop.services.contents.words import official
from forum_desktop.services.forums import MAIN_SESSION


def by_sector(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    """Return participants present by sector, beside how many were expected."""
    counts = people.count_present_by(look, forum.id, "sector", MAIN_SESSION)
    known = [
        CountRow(label=s.name, count=counts.pop(s.code, 0), expected=s.expected)
        for s in pack.sectors
    ]
    shown = [row for row in known if row.count or row.expected]
    return (*shown, *_unstated(counts))


def by_zone(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    """Return participants present by zone; nothing where the pack has none."""
    if not pack.zones:
        return ()
    counts = people.count_present_by(look, forum.id, "zone", MAIN_SESSION)
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
    counts = Counter(opinion.strategy_id for opinion in said)
    labels = [official("strategy", level=level, number=s.number, name=s.name) for s in strategies]
    rows = [
        CountRow(label=label, count=counts.pop(strategy.id, 0))
        for label, strategy in zip(labels, strategies, strict=True)
    ]
    rest = sum(counts.values())
    return (*rows, CountRow(label=official("unsorted"), count=rest)) if rest else tuple(rows)


def by_kind(said: Iterable[Opinion]) -> tuple[CountRow, ...]:
    """Return opinions by what they are, those kinds only that were said."""
    counts = Counter(opinion.kind for opinion in said)
    return tuple(
        CountRow(label=official(f"kind.{kind}"), count=counts[kind])
        for kind in OpinionKind
        if counts[kind]
    )


def _unstated(counts: dict[str, int]) -> tuple[CountRow, ...]:
    rest = sum(counts.values())
    return (CountRow(label=official("not_stated"), count=rest),) if rest else ()
