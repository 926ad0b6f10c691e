"""What the papers of delegation print: an order as it was given, and all that was promised."""

from dataclasses import replace

from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import Assignment, AssignmentSource
from forum_desktop.records.documents import PromiseRow
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.services.assignments.promising import promised_of, promises_of
from forum_desktop.thai.calendar import long_date

__all__ = ["ordered", "origin_of", "promises_of", "rows_of"]


def ordered(look: Reading, forum: Forum, number: str) -> Assignment:
    """Return an assignment as it was ordered, whatever has become of it since.

    Raises Refusal("assignment.number_unknown").
    """
    found = look.all(Assignment, forum_id=forum.id, number=number.strip().upper(), limit=1)
    if not found:
        raise Refusal("assignment.number_unknown", number=number)
    return replace(
        found[0],
        acknowledged_at=None,
        acknowledged_by="",
        answer="",
        answered_at=None,
        answered_by="",
        report="",
        reported_at=None,
        carried_to=None,
        withdrawn="",
        withdrawn_at=None,
    )


def origin_of(look: Reading, assignment: Assignment) -> str:
    """Return the meeting an assignment was taken over from and its day, where it is known here."""
    origin = assignment.origin_forum_id
    forum = look.find(Forum, origin) if origin else None
    return f"{forum.meeting_name} {long_date(forum.held_on)}".strip() if forum else ""


def rows_of(look: Reading, forum: Forum, edition: Edition) -> tuple[PromiseRow, ...]:
    """Return the lines of the list; only an internal one names officers and tells complaints."""
    public = [PromiseRow(promised=line) for line in promises_of(look, forum.id).lines]
    if edition is not Edition.INTERNAL:
        return tuple(public)
    known = [item for item in look.all(Assignment, forum_id=forum.id) if not item.withdrawn_at]
    by_number = {item.number: item for item in known}
    named = [_named(row, by_number.get(row.promised.reference)) for row in public]
    complaints = [item for item in known if item.source is AssignmentSource.COMPLAINT]
    return (*named, *(_row(item) for item in complaints))


def _named(row: PromiseRow, item: Assignment | None) -> PromiseRow:
    return row if item is None else _row(item)


def _row(item: Assignment) -> PromiseRow:
    return PromiseRow(
        promised=promised_of(item), officer=item.to_officer, ordered_by=item.ordered_by
    )
