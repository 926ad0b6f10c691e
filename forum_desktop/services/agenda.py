"""Acts on the agenda's clock: items taken up and ended, breaks, and how late the meeting runs.

Its times are printed in the minutes: every act raises Refusal("minutes.is_certified") once they
are certified.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import (
    AgendaItem,
    Break,
    ClockLine,
    CourseEvent,
    CourseKind,
    Delegation,
    MeetingClock,
)
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.services.minutes import refuse_certified

_MOST_MINUTES = 24 * 60


def take_up(desk: Desk, item_id: UUID) -> AgendaItem:
    """Take up an agenda item; the one before it and an open break end at that moment."""
    with desk.act() as act:
        item = _open_item(act, item_id)
        now = act.now
        _end_others(act, item, now)
        return act.put(replace(item, begun_at=item.begun_at or now, ended_at=None))


def end_item(desk: Desk, item_id: UUID) -> AgendaItem:
    """End an agenda item; raises Refusal("agenda.not_begun")."""
    with desk.act() as act:
        item = _open_item(act, item_id)
        if item.begun_at is None:
            raise Refusal("agenda.not_begun")
        return act.put(replace(item, ended_at=item.ended_at or act.now))


def put_back(desk: Desk, item_id: UUID) -> AgendaItem:
    """Say that an item was not taken up after all: its times are forgotten."""
    with desk.act() as act:
        return act.put(replace(_open_item(act, item_id), begun_at=None, ended_at=None))


def plan_minutes(desk: Desk, item_id: UUID, minutes: int | None) -> AgendaItem:
    """Say how long an item should take; None leaves it open."""
    planned = None if minutes is None else max(0, min(minutes, _MOST_MINUTES))
    with desk.act() as act:
        return act.put(replace(_open_item(act, item_id), planned_minutes=planned))


def begin_break(desk: Desk, forum_id: UUID) -> Break:
    """Let the meeting rest; an open break goes on."""
    with desk.act() as act:
        refuse_certified(act, forum_id)
        open_break = _open_break(act, forum_id)
        return open_break or act.add(Break(id=act.new_id(), forum_id=forum_id, begun_at=act.now))


def end_break(desk: Desk, forum_id: UUID) -> Break:
    """Go on with the meeting; raises Refusal("agenda.no_break")."""
    with desk.act() as act:
        refuse_certified(act, forum_id)
        open_break = _open_break(act, forum_id)
        if open_break is None:
            raise Refusal("agenda.no_break")
        return act.put(replace(open_break, ended_at=act.now))


def read_clock(desk: Desk, forum_id: UUID) -> MeetingClock:
    """Return the agenda against the clock, planned from the hour that the forum should start."""
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        found = look.all(AgendaItem, forum_id=forum_id)
        pause = _open_break(look, forum_id)
    now = desk.clock()
    start = datetime.combine(_day(forum, found, now), forum.starts_at, now.tzinfo)
    items = sorted(found, key=lambda item: item.number)
    lines = tuple(_lines(items, start, now))
    current = next((item for item in items if item.begun_at and not item.ended_at), None)
    return MeetingClock(
        at=now,
        lines=lines,
        now=current,
        on_break_since=pause.begun_at if pause else None,
        late=_late(lines, current, now),
    )


def read_course(desk: Desk, forum_id: UUID) -> tuple[CourseEvent, ...]:
    """Return what happened so far, in the order of time."""
    with desk.look() as look:
        events = [
            *_item_events(look.all(AgendaItem, forum_id=forum_id)),
            *_break_events(look.all(Break, forum_id=forum_id)),
            *_handovers(look, look.all(Delegation, forum_id=forum_id)),
        ]
    begun = {event.at for event in events if event.kind is CourseKind.ITEM_BEGUN}
    # That an item ends is no news where the next one begins at that very moment.
    told = (e for e in events if e.kind is not CourseKind.ITEM_ENDED or e.at not in begun)
    return tuple(sorted(told, key=lambda event: event.at))


def _day(forum: Forum, items: Iterable[AgendaItem], now: datetime) -> date:
    """Return the day on which the meeting is held: in truth that of its first item."""
    begun = [item.begun_at for item in items if item.begun_at]
    return min(begun).astimezone(now.tzinfo).date() if begun else forum.held_on


def _item_events(items: Iterable[AgendaItem]) -> Iterator[CourseEvent]:
    for item in items:
        kinds = {CourseKind.ITEM_BEGUN: item.begun_at, CourseKind.ITEM_ENDED: item.ended_at}
        for kind, at in kinds.items():
            if at is not None:
                yield CourseEvent(at=at, kind=kind, number=item.number, title=item.title)


def _break_events(breaks: Iterable[Break]) -> Iterator[CourseEvent]:
    for pause in breaks:
        yield CourseEvent(at=pause.begun_at, kind=CourseKind.BREAK_BEGUN)
        if pause.ended_at:
            yield CourseEvent(at=pause.ended_at, kind=CourseKind.BREAK_ENDED)


def _handovers(look: Reading, made: Iterable[Delegation]) -> Iterator[CourseEvent]:
    for handed in made:
        yield CourseEvent(
            at=handed.delegated_at,
            kind=CourseKind.CHAIR_HANDED if handed.takes_chair else CourseKind.HANDED,
            giver=_name(look, handed.delegator_id),
            taker=_name(look, handed.delegate_id),
            task=handed.task,
        )


def _name(look: Reading, person_id: UUID) -> str:
    person = look.find(Attendee, person_id)
    return person.full_name if person else "-"


def _lines(items: list[AgendaItem], start: datetime, now: datetime) -> Iterator[ClockLine]:
    """Yield the items, each planned to begin when those before it should have ended."""
    begin = start
    for item in items:
        length = timedelta(minutes=item.planned_minutes or 0)
        end = begin + length if item.planned_minutes is not None else None
        yield ClockLine(item=item, planned_begin=begin, planned_end=end, over=_over(item, now))
        begin += length


def _over(item: AgendaItem, now: datetime) -> int:
    if item.begun_at is None or item.planned_minutes is None:
        return 0
    taken = (item.ended_at or now) - item.begun_at
    return max(0, int(taken.total_seconds() // 60) - item.planned_minutes)


def _late(lines: tuple[ClockLine, ...], current: AgendaItem | None, now: datetime) -> int:
    """Return by how many minutes the current item began, or should have ended, too late.

    Nobody can tell where an item before it has no planned minutes.
    """
    for line in lines:
        if current is not None and line.item.id == current.id:
            ends = line.planned_end or now
            behind = max((current.begun_at or now) - line.planned_begin, now - ends)
            return max(0, int(behind.total_seconds() // 60))
        if line.planned_end is None:
            return 0
    return 0


def _open_item(act: Writing, item_id: UUID) -> AgendaItem:
    item = act.get(AgendaItem, item_id)
    refuse_certified(act, item.forum_id)
    return item


def _end_others(act: Writing, item: AgendaItem, now: datetime) -> None:
    for other in act.all(AgendaItem, forum_id=item.forum_id):
        if other.id != item.id and other.begun_at and not other.ended_at:
            act.put(replace(other, ended_at=now))
    if (pause := _open_break(act, item.forum_id)) is not None:
        act.put(replace(pause, ended_at=now))


def _open_break(look: Reading, forum_id: UUID) -> Break | None:
    found = look.all(Break, newest_first=True, limit=1, forum_id=forum_id, ended_at=None)
    return found[0] if found else None
