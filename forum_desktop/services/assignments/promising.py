"""What was promised, as everybody may hear it: no officer's name, no word of a complaint."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.assignment import (
    Assignment,
    AssignmentSource,
    AssignmentState,
    Promised,
    PromiseList,
)
from forum_desktop.records.opinion import Opinion
from forum_desktop.services.desk import Desk
from forum_desktop.services.naming import names_person

_DONE = frozenset({AssignmentState.ANSWERED, AssignmentState.REPORTED})


def promised(desk: Desk, forum_id: UUID) -> PromiseList:
    """Return what was promised in a forum or taken over into it, for the hall and the list.

    Assignments and the promises of opinions together; those from complaints are counted only.
    """
    with desk.look() as look:
        return promises_of(look, forum_id)


def promises_of(look: Reading, forum_id: UUID) -> PromiseList:
    """Return the same as a part of a look that has begun."""
    ordered = [item for item in look.all(Assignment, forum_id=forum_id) if not item.withdrawn_at]
    told = [item for item in ordered if item.source is not AssignmentSource.COMPLAINT]
    private = [item for item in ordered if item.source is AssignmentSource.COMPLAINT]
    lines = [
        *(_without_name(look, forum_id, promised_of(item)) for item in told),
        *(_of_opinion(item) for item in bare_promises(look, forum_id)),
    ]
    return PromiseList(
        lines=tuple(sorted(lines, key=_nearest)),
        from_complaints=len(private),
        complaints_answered=sum(item.state in _DONE for item in private),
    )


def still_promised(look: Reading, forum_id: UUID, held: PromiseList) -> PromiseList:
    """Return a list that was told before, less what was withdrawn or sealed since."""
    told = {line.reference for line in held.lines}
    standing = promises_of(look, forum_id).lines
    return replace(held, lines=tuple(line for line in standing if line.reference in told))


def bare_promises(look: Reading, forum_id: UUID) -> tuple[Opinion, ...]:
    """Return the opinions for which something was promised that nobody was assigned."""
    assigned = {item.source_id for item in look.all(Assignment, forum_id=forum_id)}
    said = look.all(Opinion, forum_id=forum_id, withdrawn="")
    return tuple(item for item in said if item.promise and item.stands and item.id not in assigned)


def promised_of(item: Assignment) -> Promised:
    """Return what of an assignment may be told to everybody."""
    return Promised(
        reference=item.number,
        text=item.task,
        unit=item.unit,
        due_on=item.due_on,
        said_on=item.ordered_at.date(),
        state=item.state,
        outcome=item.report or item.answer,
        source_reference=item.source_reference,
        is_carried=item.carried_from is not None,
    )


def _of_opinion(opinion: Opinion) -> Promised:
    return Promised(
        reference=opinion.reference,
        text=opinion.promise,
        unit="",
        due_on=opinion.promised_until,
        said_on=opinion.said_at.date(),
        state=AssignmentState.ORDERED,
        source_reference=opinion.reference,
    )


def _without_name(look: Reading, forum_id: UUID, line: Promised) -> Promised:
    """Leave the unit empty where somebody typed a person's name there."""
    is_name = bool(line.unit) and names_person(look, forum_id, line.unit)
    return replace(line, unit="") if is_name else line


def _nearest(line: Promised) -> tuple[date, str]:
    return line.due_on or date.max, line.reference
