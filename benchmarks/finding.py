"""Finding one of 10,000 people: how fast, and how surely in the first five.

Queries are made from the people themselves, in the ways in which desks mistype: without tone
marks, on the wrong layout, last name first, with another title, without spaces, by digits of
either kind, by ear.
"""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from random import Random
from uuid import UUID

from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.thai.digits import to_thai_digits
from forum_desktop.thai.keyboard import typed_in_latin

QUERIES = 30
"""Of each way of typing."""
FIRST_SHOWN = 5
SPEED_BOUND = 30.0
LOST_BOUND = 2.0
"""Per cent of the queries whose person is not among the first five."""

_TONES = re.compile("[่-๋็]")
_BY_EAR = str.maketrans("ศษณภธญฬ", "สสนพทยล")

Typing = Callable[[Attendee], str]

TYPINGS: dict[str, Typing] = {
    "first and last name": lambda p: f"{p.first_name} {p.last_name}",
    "without tone marks": lambda p: _TONES.sub("", f"{p.first_name} {p.last_name}"),
    "on the wrong layout": lambda p: typed_in_latin(f"{p.first_name} {p.last_name}"),
    "last name first": lambda p: f"{p.last_name} {p.first_name}",
    "with a title": lambda p: f"น.ส.{p.first_name} {p.last_name}",
    "without spaces": lambda p: f"นาย{p.first_name}{p.last_name}",
    "last digits of the telephone": lambda p: p.phone[-6:],
    "Thai digits, parted": lambda p: to_thai_digits(f"{p.phone[:3]}-{p.phone[3:6]}-{p.phone[6:]}"),
    "last name and community": lambda p: f"{p.last_name} {p.community} {p.first_name[:3]}",
    "by ear": lambda p: f"{p.first_name} {p.last_name}".translate(_BY_EAR),
}


def measure_finding(desk: Desk, forum_id: UUID) -> Iterator[Figure]:
    """Yield the time of a search as one types, and the share of people not found."""
    everyone = services.registration.find_attendees(desk, forum_id, "", 20_000)
    random = Random(2565)  # noqa: S311 - chosen queries, no secrets
    chosen = [row.attendee for row in random.sample(everyone, QUERIES * len(TYPINGS))]
    times: list[float] = []
    lost = 0
    for number, (name, typing) in enumerate(TYPINGS.items()):
        people = chosen[number * QUERIES : (number + 1) * QUERIES]
        missed = sum(not _is_found(desk, forum_id, typing(p), p, times) for p in people)
        print(f"  found in the first five, {name}: {QUERIES - missed} of {QUERIES}")
        lost += missed
    share = 100 * lost / len(chosen)
    yield Figure(name="people not among the first five", value=share, unit="%", bound=LOST_BOUND)
    yield Figure(name="search, median of whole queries", value=statistics.median(times), unit="ms")
    keys = sorted(_as_typed(desk, forum_id, chosen[:QUERIES]))
    late = keys[int(len(keys) * 0.95)]
    name = "search as you type, 95th percentile of all keys"
    yield Figure(name=name, value=late, unit="ms", bound=SPEED_BOUND)


def _is_found(desk: Desk, forum_id: UUID, typed: str, person: Attendee, times: list[float]) -> bool:
    begin = time.perf_counter()
    rows = services.registration.find_attendees(desk, forum_id, typed, 50)
    times.append(1000 * (time.perf_counter() - begin))
    return person.id in {row.attendee.id for row in rows[:FIRST_SHOWN]}


def _as_typed(desk: Desk, forum_id: UUID, people: list[Attendee]) -> Iterator[float]:
    """Yield the milliseconds of a search after each key of a name."""
    for person in people:
        name = f"{person.first_name} {person.last_name}"
        for end in range(1, len(name) + 1):
            begin = time.perf_counter()
            services.registration.find_attendees(desk, forum_id, name[:end], 50)
            yield 1000 * (time.perf_counter() - begin)
