"""A whole forum held with invented people, through the same acts as a real one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import cycle, islice
from random import Random

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesTexts
from forum_desktop.records.pack import EventPack, OfficerRole
from forum_desktop.records.people import Attendee
from forum_desktop.services import (
    complaints,
    delegations,
    forums,
    minutes,
    registration,
)
from forum_desktop.services.desk import Desk
from forum_desktop.services.rehearsing.clock import ForumClock
from forum_desktop.services.rehearsing.hall import Hall, officer_of
from forum_desktop.services.rehearsing.hearing import hear, subjects_of
from forum_desktop.services.rehearsing.samples import ComplaintDesk, People, Speech, read_samples
from forum_desktop.services.rehearsing.voting import rank, votes_on

__all__ = ["ForumClock", "Size", "hold_reference_forum"]

Progress = Callable[[float], None]

_SEED = 2565
_DOORS, _START, _HANDOVER, _END = -30, 0, 150, 210
"""Minutes after the start of the meeting: 8.30, 9.00, 11.30 and 12.30 for one at 9.00."""

_LEVELS = (
    ComplaintLevel.OPEN,
    ComplaintLevel.WITHHELD,
    ComplaintLevel.OPEN,
    ComplaintLevel.ANONYMOUS,
)
_BUSY_SECTORS = {"public": 6, "community": 6}


class Size(StrEnum):
    """How large a forum to rehearse."""

    SAMPLE = "sample"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class _Numbers:
    people: int
    opinions: int
    complaints: int


_NUMBERS = {
    Size.SAMPLE: _Numbers(people=60, opinions=40, complaints=5),
    Size.CITY: _Numbers(people=1500, opinions=2000, complaints=300),
}


def hold_reference_forum(
    desk: Desk, pack: EventPack, *, size: Size, progress: Progress | None = None
) -> Forum:
    """Create a forum of the pack, hold it from the doors to the close, and return it.

    Every act is dated on the forum's own day, whatever the desk's clock says; the same
    size gives the same words and people each time. `progress` hears fractions up to 1.
    """
    numbers = _NUMBERS[size]
    hall = _open_hall(desk, pack, numbers, progress)
    guests = _let_in(hall, numbers.people)
    hall.clock.go_to(_START)
    forums.start_session(hall.desk, hall.forum.id)
    _hold_session(hall, guests, numbers)
    _write_minutes(hall, len(guests))
    hall.clock.go_to(_END)
    left = str(hall.minutes["unsorted_reason"])
    return forums.close_forum(hall.desk, hall.forum.id, unsorted_reason=left)


def _open_hall(desk: Desk, pack: EventPack, numbers: _Numbers, progress: Progress | None) -> Hall:
    clock = ForumClock.of(pack)
    clock.turn_to(_DOORS - 5, _DOORS, 1)
    there = replace(desk, clock=clock)
    forum = forums.open_forum(there, forums.create_forum(there, pack).id)
    random = Random(_SEED)  # noqa: S311 - invented words, no secrets
    return Hall(
        desk=there,
        clock=clock,
        forum=forum,
        pack=pack,
        random=random,
        people=People(random),
        speech=Speech(random),
        minutes=read_samples("minutes"),
        tell=_counting(numbers.people + numbers.opinions + numbers.complaints, progress),
    )


def _counting(total: int, progress: Progress | None) -> Callable[[], None]:
    steps = iter(range(1, total + 1))

    def tell() -> None:
        if progress is not None:
            progress(next(steps) / total)

    return tell


def _let_in(hall: Hall, count: int) -> tuple[Attendee, ...]:
    members = delegations.list_members(hall.desk, hall.forum.id)
    hall.clock.turn_to(_DOORS, _START, count + len(members))
    for row in members:
        registration.check_in(hall.desk, row.attendee.id)
    return tuple(_register(hall) for _ in range(count))


def _register(hall: Hall) -> Attendee:
    weights = [_BUSY_SECTORS.get(sector.code, 1) for sector in hall.pack.sectors]
    (sector,) = hall.random.choices(hall.pack.sectors, weights)
    lives_here = hall.pack.communities and hall.random.random() < 0.8
    row = registration.register_walk_in(
        hall.desk,
        hall.forum.id,
        full_name=hall.people.full_name(),
        sector=sector.code,
        community=hall.random.choice(hall.pack.communities).name if lives_here else "",
        organisation="" if lives_here else hall.people.organisation(),
    )
    hall.tell()
    return row.attendee


def _hold_session(hall: Hall, guests: tuple[Attendee, ...], numbers: _Numbers) -> None:
    first, second = numbers.opinions // 2, numbers.opinions * 3 // 4
    subjects = subjects_of(forums.read_overview(hall.desk, hall.forum.id))
    hear(hall, guests, subjects, range(first), (40, 100))
    _take_complaints(hall, numbers.complaints, (100, 115))
    hear(hall, guests, subjects, range(first, second), (115, 148))
    _hand_over(hall)
    hear(hall, guests, subjects, range(second, numbers.opinions), (152, 200))
    rank(hall, len(guests))


def _hand_over(hall: Hall) -> None:
    chair, deputy = (officer_of(hall, role) for role in (OfficerRole.CHAIR, OfficerRole.MEMBER))
    if chair is None or deputy is None:
        return
    hall.clock.go_to(_HANDOVER)
    delegations.delegate(
        hall.desk,
        hall.forum.id,
        delegator_id=chair.id,
        delegate_id=deputy.id,
        task=hall.minutes["delegated_task"],
        delegated_at=hall.clock.at(_HANDOVER),
        takes_chair=True,
    )


def _take_complaints(hall: Hall, count: int, span: tuple[int, int]) -> None:
    hall.clock.turn_to(*span, count)
    desk = ComplaintDesk(hall.random, hall.pack)
    for level in islice(cycle(_LEVELS), count):
        complaints.lodge_complaint(
            hall.desk, hall.forum.id, desk.intake(level, hall.people.full_name())
        )
        hall.tell()


def _write_minutes(hall: Hall, voters: int) -> None:
    hall.clock.go_to(_END - 5)
    resolutions = hall.minutes["resolutions"]
    for item in minutes.list_agenda(hall.desk, hall.forum.id):
        resolved = replace(item, resolution=resolutions[item.kind])
        minutes.save_agenda_item(hall.desk, votes_on(resolved, voters))
    minutes.save_minutes_texts(hall.desk, _minutes_texts(hall))


def _minutes_texts(hall: Hall) -> MinutesTexts:
    texts = minutes.read_minutes_texts(hall.desk, hall.forum.id)
    chair = officer_of(hall, OfficerRole.CHAIR)
    facts = {"purpose": hall.pack.purpose, "vision": hall.pack.vision}
    words = hall.minutes
    return replace(
        texts,
        opening=words["opening"].format(chair=_presented(chair), **facts),
        closing=words["closing"],
        started_at=hall.clock.at(_START),
        ended_at=hall.clock.at(_END),
        recorder_name=texts.recorder_name or words["recorder_name"],
        recorder_position=texts.recorder_position or words["recorder_position"],
        checker_name=texts.checker_name or words["checker_name"],
        checker_position=texts.checker_position or words["checker_position"],
    )


def _presented(chair: Attendee | None) -> str:
    return f"{chair.full_name} {chair.position}".strip() if chair else "ประธาน"
