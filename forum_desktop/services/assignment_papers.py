"""Papers of delegation: the slip that an officer is handed."""

from pathlib import Path
from uuid import UUID

from forum_desktop import documents
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.assignment import Assignment
from forum_desktop.records.documents import (
    DocumentContent,
    DocumentFormat,
    DocumentKind,
    DocumentOrder,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.services.assignments.listing import find_assignment
from forum_desktop.services.contents import gather
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import station_of
from forum_desktop.wording import Wording


def compose_slip(desk: Desk, assignment_id: UUID) -> DocumentContent:
    """Return all that an order slip prints."""
    with desk.look() as look:
        assignment = look.get(Assignment, assignment_id)
    station = station_of(desk, assignment.forum_id)
    order = DocumentOrder(
        kind=DocumentKind.ORDER_SLIP, edition=Edition.INTERNAL, assignment=assignment.number
    )
    with desk.look() as look:
        return gather(look, look.get(Forum, assignment.forum_id), order, station)


def write_slip(desk: Desk, assignment_id: UUID, target: Path) -> Path:
    """Write an order slip as PDF (A5), whole or not at all; return its path."""
    content = compose_slip(desk, assignment_id)
    write_whole(target, documents.render(content, DocumentFormat.PDF, Wording("th")))
    return target


def write_slip_of(desk: Desk, forum_id: UUID, typed: str, target: Path) -> Path:
    """Write the slip of a number as typed; raises as `find_assignment`.

    Raises Refusal("assignment.number_needed") where there is none.
    """
    if not typed.strip():
        raise Refusal("assignment.number_needed")
    return write_slip(desk, find_assignment(desk, forum_id, typed).id, target)


def slip_name(assignment: Assignment) -> str:
    """Return a file name of the assignment's number, and no one's name."""
    return f"order-slip-{assignment.number}.pdf"
