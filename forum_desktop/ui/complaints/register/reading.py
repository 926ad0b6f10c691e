"""All that the card tells of one case, read in one job."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.complaint import Complaint, ComplaintState, ComplaintStep
    from forum_desktop.records.sealed import Access
    from forum_desktop.services.desk import Desk


class Case(NamedTuple):
    """One complaint with its history, who opened it, and what it is linked to.

    `allowed` are the states that may come next. `same_as` and `project` are numbers, empty
    where there is none; `needs_passphrase` tells what opening takes, `pieces` how many photos and
    files there are as evidence.
    """

    complaint: "Complaint"
    history: "tuple[ComplaintStep, ...]"
    openings: "tuple[Access, ...]"
    allowed: "frozenset[ComplaintState]"
    same_as: str
    project: str
    needs_passphrase: bool
    pieces: int


def read_case(desk: "Desk", complaint_id: "UUID") -> Case:
    """Read a case without opening anything."""
    reads = services.complaints
    complaint = reads.read_complaint(desk, complaint_id)
    other = complaint.duplicate_of
    return Case(
        complaint=complaint,
        history=reads.read_history(desk, complaint_id),
        openings=reads.who_opened(desk, complaint_id),
        allowed=reads.allowed_steps(complaint),
        same_as=reads.read_complaint(desk, other).reference if other else "",
        project=_project(desk, complaint),
        needs_passphrase=services.complaint_desk.read_desk(desk, complaint.forum_id).is_wrapped,
        pieces=sum(
            piece.withdrawn_at is None
            for piece in services.evidence.list_evidence(desk, complaint.id)
        ),
    )


def _project(desk: "Desk", complaint: "Complaint") -> str:
    if complaint.proposal_id is None:
        return ""
    projects = services.priorities.list_projects(desk, complaint.forum_id)
    return next((one.reference for one in projects if one.id == complaint.proposal_id), "")
