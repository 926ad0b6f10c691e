"""The registration desk with 10,000 people: from key to painted list, act, memory, keystrokes.

Windows run in children of their own, so that their memory is nobody else's.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.bare import BareTable
from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.services.desk import Desk

BLOCKS, BLOCK, UNCOUNTED = 21, 50, 5
"""The first block warms up; in the others a thousand people are checked in."""
KEY_BOUND, ACT_BOUND, MEMORY_BOUND = 30.0, 15.0, 60.0
"""Milliseconds at the 95th percentile, and megabytes."""


def measure_check_in(desk: Desk, forum_id: UUID) -> Iterator[Figure]:
    """Yield the time of a check-in until it is acknowledged, which is when it is on the disk."""
    acts, inserts = _interleave(desk, forum_id)
    yield Figure(
        name="check-in, median",
        value=statistics.median(acts),
        baseline=statistics.median(inserts),
        unit="ms",
    )
    late = _late(acts)
    yield Figure(name="check-in, 95th percentile", value=late, unit="ms", bound=ACT_BOUND)


def measure_window(folder: Path) -> Iterator[Figure]:
    """Yield what a window on a folder's file does; the file holds one forum."""
    told = _child("keys", folder)
    yield from _key_figures(told["keys"], told["searches"], told["bare"])
    memory = _child("memory", folder)
    for name, grown in memory.items():
        told_as = f"memory of the page, {name}"
        yield Figure(name=told_as, value=grown, unit="MB", bound=MEMORY_BOUND)
    for journey, count, most in _child("journeys", folder):
        yield Figure(name=journey, value=count, unit="keys", bound=most)


def _key_figures(keys: list[float], searches: list[float], bare: list[float]) -> Iterator[Figure]:
    search, whole = statistics.median(searches), statistics.median(keys)
    print(f"  {len(keys)} keys, each waited for until the list was painted with its answer")
    yield Figure(name="key to painted list, median", value=whole, unit="ms")
    name = "key to painted list, 95th percentile"
    yield Figure(name=name, value=_late(keys), unit="ms", bound=KEY_BOUND)
    yield Figure(name="of it the search, median", value=search, unit="ms")
    name = "of it the window, beside a bare list of 20 rows"
    yield Figure(name=name, value=whole - search, baseline=statistics.median(bare), unit="ms")


def _interleave(desk: Desk, forum_id: UUID) -> tuple[list[float], list[float]]:
    """Alternate acts and bare inserts in blocks, whose first calls are not counted."""
    everyone = services.registration.find_attendees(desk, forum_id, "", 20_000)
    chosen = Random(2565).sample(everyone, BLOCKS * BLOCK)  # noqa: S311 - people, no secrets
    bare = BareTable(desk, "attendance")
    acts: list[float] = []
    inserts: list[float] = []
    for block in range(BLOCKS):
        people = chosen[block * BLOCK :][:BLOCK]
        came = [_timed(partial(_check_in, desk, row.attendee.id)) for row in people]
        inserted = [_timed(insert) for insert in bare.inserts(BLOCK)]
        if block:
            acts += came
            inserts += inserted[UNCOUNTED:]
    bare.close()
    return acts, inserts


def _check_in(desk: Desk, attendee_id: UUID) -> None:
    services.registration.check_in(desk, attendee_id)


def _late(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def _child(word: str, folder: Path) -> Any:
    command = [sys.executable, "-m", "benchmarks.desk_window", word, str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])
