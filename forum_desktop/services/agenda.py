"""Acts on the agenda's clock: items taken up and ended, breaks, and how late the meeting runs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, Break, ClockLine, MeetingClock
from forum_desktop.services.desk import Desk

_MOST_MINUTES = 24 * 60


def take_up(desk: Desk, item_id: UUID) -> AgendaItem:
    """Take up an agenda item; the one before it and an open break end at that moment."""
    with desk.act() as act:
        item = act.get(AgendaItem, item_id)
        _end_others(act, item)
        return act.put(replace(item, begun_at=item.begun_at or act.now, ended_at=None))


def end_item(desk: Desk, item_id: UUID) -> AgendaItem:
    """End an agenda item; raises Refusal("agenda.not_begun")."""
    with desk.act() as act:
        item = act.get(AgendaItem, item_id)
        if item.begun_at is None:
            raise Refusal("agenda.not_begun")
        return act.put(replace(item, ended_at=item.ended_at or act.now))


def plan_minutes(desk: Desk, item_id: UUID, minutes: int | None) -> AgendaItem:
    """Say how long an item should take; None leaves it open."""
    planned = None if minutes is None else max(0, min(minutes, _MOST_MINUTES))
    with desk.act() as act:
        return act.put(replace(act.get(AgendaItem, item_id), planned_minutes=planned))


def begin_break(desk: Desk, forum_id: UUID) -> Break:
    """Let the meeting rest; an open break goes on."""
    with desk.act() as act:
        open_break = _open_break(act, forum_id)
        return open_break or act.add(Break(id=act.new_id(), forum_id=forum_id, begun_at=act.now))


def end_break(desk: Desk, forum_id: UUID) -> Break:
    """Go on with the meeting; raises Refusal("agenda.no_break")."""
    with desk.act() as act:
        open_break = _open_break(act, forum_id)
        if open_break is None:
            raise Refusal("agenda.no_break")
        return act.put(replace(open_break, ended_at=act.now))


def read_clock(desk: Desk, forum_id: UUID) -> MeetingClock:
    """Return the agenda against the clock."""
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        found = look.all(AgendaItem, forum_id=forum_id)
        pause = _open_break(look, forum_id)
    now = desk.clock()
    start = datetime.combine(forum.held_on, forum.starts_at, now.tzinfo)
    items = sorted(found, key=lambda item: item.number)
    lines = tuple(_lines(items, start, now))
    current = next((item for item in items if item.begun_at and not item.ended_at), None)
    return MeetingClock(
        lines=lines,
        now=current,
        on_break_since=pause.begun_at if pause else None,
        late=_late(lines, current, now),
    )


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
    """Return by how many minutes the current item runs behind the plan."""
    for line in lines:
        if current is not None and line.item.id == current.id and line.planned_end is not None:
            return max(0, int((now - line.planned_end).total_seconds() // 60))
    return 0


def _end_others(act: Writing, item: AgendaItem) -> None:
    for other in act.all(AgendaItem, forum_id=item.forum_id):
        if other.id != item.id and other.begun_at and not other.ended_at:
            act.put(replace(other, ended_at=act.now))
    if (pause := _open_break(act, item.forum_id)) is not None:
        act.put(replace(pause, ended_at=act.now))


def _open_break(look: Reading, forum_id: UUID) -> Break | None:
    found = look.all(Break, newest_first=True, limit=1, forum_id=forum_id, ended_at=None)
    return found[0] if found else None
