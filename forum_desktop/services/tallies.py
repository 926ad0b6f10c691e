"""Counting on several laptops: each writes a count of its own, and sums are exact."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.arrivals import Tally
from forum_desktop.records.identity import same_id
from forum_desktop.services.stations import own_station


def count(act: Writing, forum_id: UUID, subject: str, step: int, *, least: int | None = 0) -> Tally:
    """Count a subject up or down at this laptop, never below `least` (None: without end)."""
    station = own_station(act, forum_id)
    tally_id = same_id(forum_id, "tally", act.replica, subject)
    known = act.find(Tally, tally_id) or Tally(
        id=tally_id, forum_id=forum_id, subject=subject, station=station.letter, count=0
    )
    counted = known.count + step
    return act.put(replace(known, count=counted if least is None else max(counted, least)))


def sums(look: Reading, forum_id: UUID, prefix: str) -> Mapping[str, int]:
    """Return what all laptops counted together, by the subject after its prefix."""
    found: dict[str, int] = {}
    for tally in look.all(Tally, forum_id=forum_id):
        if tally.subject.startswith(prefix):
            subject = tally.subject.removeprefix(prefix)
            found[subject] = found.get(subject, 0) + tally.count
    return found
