"""What follows a complaint and goes with it: its evidence, and what was ordered because of it."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db import drafts
from forum_desktop.db.writing import Writing
from forum_desktop.records.assignment import Assignment, AssignmentSource
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.identity import same_id


def erase_followed(act: Writing, complaint: Complaint) -> None:
    """Erase a complaint's evidence, and the words of what was ordered because of it.

    A wordless entry keeps each order's number, officer and times. The evidence's content goes
    with the sweep that follows.
    """
    for evidence in act.all(Evidence, complaint_id=complaint.id):
        act.erase(evidence)
    _erase_orders(act, complaint.id, complaint)


def move_orders(act: Writing, source_id: UUID, complaint: Complaint) -> None:
    """Let what was ordered because of an opinion, or of an open case, name what it became.

    Its words were theirs, so they are erased as those are.
    """
    _erase_orders(act, source_id, complaint)


def forget_drafts(act: Writing, complaint: Complaint) -> None:
    """Forget what is half typed of a case on this laptop."""
    folder = f"{complaint.forum_id}/register/{complaint.id}/"
    for place, _ in drafts.under(act, folder):
        drafts.keep(act, place, "")


def _erase_orders(act: Writing, source_id: UUID, complaint: Complaint) -> None:
    for order in act.all(Assignment, source_id=source_id):
        act.erase(order)
        act.put(_wordless(order, complaint))


def _wordless(order: Assignment, complaint: Complaint) -> Assignment:
    return replace(
        order,
        id=same_id(order.id, "erased"),
        task="",
        answer="",
        report="",
        withdrawn="",
        source=AssignmentSource.COMPLAINT,
        source_id=complaint.id,
        source_reference=complaint.reference,
        is_sealed=True,
    )
