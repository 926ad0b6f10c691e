"""Reports across all forums, reckoned by the database; the same words for SQLite and PostgreSQL."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from forum_desktop.db.tables import ENTITY_TABLES, STANDS
from forum_desktop.records.complaint import ComplaintState
from forum_desktop.records.office_report import (
    AttendanceLine,
    ComplaintsLine,
    DelegationLine,
    OpinionsLine,
    ProposalLine,
    ReportKind,
    ReportLine,
)
from forum_desktop.sync.hq.people import present, registered

_forum, _opinion = ENTITY_TABLES["forum"], ENTITY_TABLES["opinion"]
_strategy, _proposal = ENTITY_TABLES["strategy"], ENTITY_TABLES["proposal"]
_support, _complaint = ENTITY_TABLES["support"], ENTITY_TABLES["complaint"]
_ranking, _item = ENTITY_TABLES["ranking"], ENTITY_TABLES["ranked_item"]
_task = ENTITY_TABLES["assignment"]
_SOON = timedelta(days=7)
_MOST_PROPOSALS = 200
_ANSWERED = frozenset(
    {
        *(ComplaintState.CLOSED, ComplaintState.REFERRED, ComplaintState.NOT_OURS),
        *(ComplaintState.NOTED, ComplaintState.IN_PLAN, ComplaintState.WITHDRAWN),
        *(ComplaintState.JOINED, ComplaintState.TOLD),
    }
)


def count_forums(connection: Connection) -> int:
    """Return how many forums headquarters holds."""
    return connection.execute(select(func.count()).select_from(_forum)).scalar_one()


def report_lines(connection: Connection, kind: ReportKind, on: date) -> tuple[ReportLine, ...]:
    """Return the lines of a report as of a day, in the order in which they are read."""
    return _LINES[kind](connection, on)


def _attendance(connection: Connection, on: date) -> tuple[ReportLine, ...]:
    came, listed = present(connection), registered(connection)
    columns = (_forum.c.id, _forum.c.code, _forum.c.title, _forum.c.held_on)
    found = connection.execute(select(*columns).order_by(_forum.c.held_on, _forum.c.code))
    return tuple(
        AttendanceLine(
            forum=code,
            title=title,
            held_on=date.fromisoformat(held_on),
            registered=listed.get(forum, 0),
            present=came.get(forum, 0),
        )
        for forum, code, title, held_on in found
    )


def _opinions(connection: Connection, on: date) -> tuple[ReportLine, ...]:
    name = func.coalesce(_strategy.c.name, "")
    counts = (
        func.count(func.distinct(_opinion.c.forum_id)),
        func.count(),
        func.sum(case((_opinion.c.answer != "", 1), else_=0)),
    )
    chosen = (
        select(name, *counts)
        .select_from(_opinion.outerjoin(_strategy, _strategy.c.id == _opinion.c.strategy_id))
        .where(STANDS)
        .group_by(name)
    )
    found = sorted(connection.execute(chosen), key=lambda row: (-row[2], row[0]))
    return tuple(
        OpinionsLine(strategy=strategy, forums=forums, opinions=many, answered=answered)
        for strategy, forums, many, answered in found
    )


def _proposals(connection: Connection, on: date) -> tuple[ReportLine, ...]:
    found = connection.execute(_proposed().limit(_MOST_PROPOSALS))
    return tuple(
        ProposalLine(
            forum=forum,
            reference=reference,
            title=title,
            place=place,
            supports=supports,
            points=points,
            budget=budget,
        )
        for forum, reference, title, place, budget, supports, points in found
    )


def _proposed() -> Select[Any]:
    """Choose proposals, first those that meetings ranked highest, then those most supported."""
    said = (
        select(_support.c.opinion_id, func.count().label("many"))
        .where(_support.c.withdrawn == "")
        .group_by(_support.c.opinion_id)
        .subquery()
    )
    ranked = (
        select(_item.c.proposal_id, func.max(_item.c.points).label("most"))
        .join(_ranking, _ranking.c.id == _item.c.ranking_id)
        .where(_ranking.c.withdrawn == "", _item.c.proposal_id.is_not(None))
        .group_by(_item.c.proposal_id)
        .subquery()
    )
    supports, points = func.coalesce(said.c.many, 0), func.coalesce(ranked.c.most, 0)
    it = _proposal.c
    return (
        select(_forum.c.code, it.reference, it.title, it.place, it.budget, supports, points)
        .select_from(_proposal.join(_forum, _forum.c.id == it.forum_id))
        .outerjoin(said, said.c.opinion_id == it.opinion_id)
        .outerjoin(ranked, ranked.c.proposal_id == it.id)
        .where(it.withdrawn == "")
        .order_by(points.desc(), supports.desc(), _forum.c.code, it.reference, it.id)
    )


def _complaints(connection: Connection, on: date) -> tuple[ReportLine, ...]:
    columns = (_complaint.c.unit, _complaint.c.state, _complaint.c.due_on)
    found = connection.execute(select(*columns, func.count()).group_by(*columns))
    by_unit: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for unit, state, due_on, many in found:
        told = by_unit[unit]
        for column in _counted_as(state, date.fromisoformat(due_on), on):
            told[column] = told.get(column, 0) + many
    lines = [_complaints_line(unit, told) for unit, told in by_unit.items()]
    return tuple(sorted(lines, key=lambda line: (-line.overdue, -line.waiting, line.unit)))


def _counted_as(state: str, due_on: date, on: date) -> tuple[str, ...]:
    if state in _ANSWERED:
        return ("answered",)
    if due_on < on:
        return ("waiting", "overdue")
    return ("waiting", "soon") if due_on <= on + _SOON else ("waiting",)


def _complaints_line(unit: str, told: Mapping[str, int]) -> ComplaintsLine:
    columns = ("waiting", "overdue", "soon", "answered")
    return ComplaintsLine(unit=unit, **{name: told.get(name, 0) for name in columns})


def _delegations(connection: Connection, on: date) -> tuple[ReportLine, ...]:
    it = _task.c
    done = (it.withdrawn_at, it.carried_to, it.reported_at, it.answered_at)
    chosen = (
        select(_forum.c.code, it.number, it.task, it.unit, it.to_officer, it.due_on)
        .join(_forum, _forum.c.id == it.forum_id)
        .where(*(mark.is_(None) for mark in done))
        .order_by(it.due_on.is_(None), it.due_on, _forum.c.code, it.number, it.id)
    )
    return tuple(_delegation(row, on) for row in connection.execute(chosen))


def _delegation(row: tuple[str, str, str, str, str, str | None], on: date) -> DelegationLine:
    forum, number, task, unit, officer, until = row
    due_on = date.fromisoformat(until) if until else None
    return DelegationLine(
        forum=forum,
        number=number,
        task=task,
        unit=unit,
        officer=officer,
        due_on=due_on,
        days_left=(due_on - on).days if due_on else None,
    )


_LINES: MappingProxyType[ReportKind, Callable[[Connection, date], tuple[ReportLine, ...]]] = (
    MappingProxyType(
        {
            ReportKind.ATTENDANCE: _attendance,
            ReportKind.OPINIONS: _opinions,
            ReportKind.PROPOSALS: _proposals,
            ReportKind.COMPLAINTS: _complaints,
            ReportKind.DELEGATIONS: _delegations,
        }
    )
)
