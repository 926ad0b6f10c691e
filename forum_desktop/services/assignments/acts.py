"""Ordering a task, and what those who were told say of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import Assignment, AssignmentSource, AssignmentState
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.reference import make_reference
from forum_desktop.services.desk import Desk
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line, long_text

_SERIES_MARK = "T"
"""Behind the station's letter, so that no assignment has the number of a complaint."""

_OPEN = frozenset({AssignmentState.ORDERED, AssignmentState.ACKNOWLEDGED, AssignmentState.ANSWERED})


def assign(
    desk: Desk,
    forum_id: UUID,
    *,
    task: str,
    ordered_by: str,
    to_officer: str = "",
    unit: str = "",
    due_on: date | None = None,
    source: AssignmentSource = AssignmentSource.MEETING,
    source_id: UUID | None = None,
) -> Assignment:
    """Order a task and give it its number.

    `source_id` is the opinion, complaint or agenda item it comes from; one from a sealed
    complaint bears no words. Raises Refusal("text.empty"), "assignment.nobody" without officer
    and unit, "assignment.due_before" for a day that is past, "assignment.sealed_words".
    """
    told, by = long_text(task), line(ordered_by, needed=True)
    officer, where = _to_whom(to_officer, unit)
    with desk.act() as act:
        reference, is_sealed = _source(act, forum_id, source, source_id)
        _refuse_words(told, is_sealed=is_sealed)
        _refuse_past(act, due_on)
        made = Assignment(
            id=act.new_id(),
            forum_id=forum_id,
            number=next_number(act, forum_id),
            task=told,
            ordered_by=by,
            to_officer=officer,
            unit=where,
            due_on=due_on,
            ordered_at=act.now,
            source=source,
            source_id=source_id,
            source_reference=reference,
            is_sealed=is_sealed,
        )
        return act.add(made)


def correct_assignment(
    desk: Desk,
    assignment_id: UUID,
    *,
    task: str,
    to_officer: str = "",
    unit: str = "",
    due_on: date | None = None,
) -> Assignment:
    """Put right what was ordered, of whom and until when; its number stays.

    Raises as `assign`, and Refusal("assignment.is_over").
    """
    told, (officer, where) = long_text(task), _to_whom(to_officer, unit)
    with desk.act() as act:
        known = _open(act, assignment_id)
        _refuse_words(told, is_sealed=known.is_sealed)
        if due_on != known.due_on:
            _refuse_past(act, due_on)
        return act.put(replace(known, task=told, to_officer=officer, unit=where, due_on=due_on))


def acknowledge(desk: Desk, assignment_id: UUID, by: str) -> Assignment:
    """Note that those who were told have heard of it; the first time counts.

    Raises Refusal("text.empty") without a name, and "assignment.is_over".
    """
    name = line(by, needed=True)
    with desk.act() as act:
        known = _open(act, assignment_id)
        if known.acknowledged_at:
            return known
        return act.put(replace(known, acknowledged_at=act.now, acknowledged_by=name))


def answer_assignment(desk: Desk, assignment_id: UUID, text: str, by: str) -> Assignment:
    """Note what those who were told have done; a later answer takes the place of an earlier one.

    Of a sealed complaint only that it was answered is noted: what was done stands in the case.
    Raises Refusal("text.empty") without a name or an answer, "assignment.sealed_words" and
    "assignment.is_over".
    """
    said, name = long_text(text), line(by, needed=True)
    with desk.act() as act:
        known = _open(act, assignment_id)
        _refuse_words(said, is_sealed=known.is_sealed)
        return act.put(replace(known, answer=said, answered_at=act.now, answered_by=name))


def report_assignment(desk: Desk, assignment_id: UUID, report: str = "") -> Assignment:
    """Note that the forum was told what became of it; the answer where `report` is empty.

    Raises Refusal("assignment.not_answered"): what nobody answered goes on to the next forum.
    """
    said = long_text(report)
    with desk.act() as act:
        known = _open(act, assignment_id)
        if not known.answered_at:
            raise Refusal("assignment.not_answered")
        if said:
            _refuse_words(said, is_sealed=known.is_sealed)
        return act.put(replace(known, report=said or known.answer, reported_at=act.now))


def withdraw_assignment(desk: Desk, assignment_id: UUID, reason: str) -> Assignment:
    """Take an order back with a reason; it stays on record.

    Raises Refusal("text.empty") without a reason, and "assignment.is_over".
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        known = _open(act, assignment_id)
        kept = "" if known.is_sealed else said
        return act.put(replace(known, withdrawn=kept, withdrawn_at=act.now))


def next_number(act: Writing, forum_id: UUID) -> str:
    """Return the next number of this station; no other laptop can give the same one.

    Numbers taken over from an earlier forum of the same code are passed over.
    """
    letter = own_station(act, forum_id).letter
    code = act.get(Forum, forum_id).code
    while True:
        number = act.next_number(f"assignment/{forum_id}")
        reference = make_reference(code, f"{letter}{_SERIES_MARK}", number)
        if not act.all(Assignment, limit=1, forum_id=forum_id, number=reference):
            return reference


def _open(act: Writing, assignment_id: UUID) -> Assignment:
    known = act.get(Assignment, assignment_id)
    if known.state not in _OPEN:
        raise Refusal("assignment.is_over", number=known.number)
    return known


def _source(
    act: Writing, forum_id: UUID, source: AssignmentSource, source_id: UUID | None
) -> tuple[str, bool]:
    """Return the number of what an assignment comes from, and whether that is sealed."""
    if source_id is None:
        if source is not AssignmentSource.MEETING:
            raise Refusal("assignment.source_needed")
        return "", False
    return _SOURCES[source](act, forum_id, source_id)


def _of_meeting(act: Writing, forum_id: UUID, source_id: UUID) -> tuple[str, bool]:
    item = act.get(AgendaItem, source_id)
    _refuse_stranger(item.forum_id, forum_id)
    return "", False


def _of_opinion(act: Writing, forum_id: UUID, source_id: UUID) -> tuple[str, bool]:
    opinion = act.get(Opinion, source_id)
    _refuse_stranger(opinion.forum_id, forum_id)
    return opinion.reference, False


def _of_complaint(act: Writing, forum_id: UUID, source_id: UUID) -> tuple[str, bool]:
    complaint = act.get(Complaint, source_id)
    _refuse_stranger(complaint.forum_id, forum_id)
    return complaint.reference, complaint.is_sealed


_SOURCES: dict[AssignmentSource, Callable[[Writing, UUID, UUID], tuple[str, bool]]] = {
    AssignmentSource.MEETING: _of_meeting,
    AssignmentSource.OPINION: _of_opinion,
    AssignmentSource.COMPLAINT: _of_complaint,
}


def _refuse_stranger(its_forum: UUID, forum_id: UUID) -> None:
    if its_forum != forum_id:
        raise Refusal("storage.not_found")


def _to_whom(officer: str, unit: str) -> tuple[str, str]:
    told = line(officer), line(unit)
    if not any(told):
        raise Refusal("assignment.nobody")
    return told


def _refuse_words(text: str, *, is_sealed: bool) -> None:
    if is_sealed and text:
        raise Refusal("assignment.sealed_words")
    if not is_sealed and not text:
        raise Refusal("text.empty")


def _refuse_past(act: Writing, due_on: date | None) -> None:
    if due_on is not None and due_on < act.now.date():
        raise Refusal("assignment.due_before")
