"""The history of a complaint: every change of state is a step, and none is ever taken away."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintState, ComplaintStep
from forum_desktop.records.opinion import Proposal
from forum_desktop.records.sealed import SealedHolds
from forum_desktop.services.complaints.parts import put_part
from forum_desktop.services.complaints.states import CLOSING, FOLLOWING, StepWords
from forum_desktop.services.desk import Desk
from forum_desktop.services.priorities import enter_project
from forum_desktop.services.texts import line


def allowed_steps(complaint: Complaint) -> frozenset[ComplaintState]:
    """Return the states that may come next; a closed case is reopened instead."""
    return FOLLOWING[complaint.state]


def take_step(
    desk: Desk,
    complaint_id: UUID,
    state: ComplaintState,
    *,
    reason: str = "",
    owner: str = "",
    unit: str = "",
) -> Complaint:
    """Take a complaint to its next state.

    Raises Refusal("complaint.step_not_allowed"), and "complaint.reason_needed" or
    "complaint.owner_needed" where it would close without one. A sealed complaint's reason,
    owner and unit are sealed as its case is.
    """
    words = StepWords(reason=line(reason), owner=line(owner), unit=line(unit))
    with desk.act() as act:
        return _step(act, act.get(Complaint, complaint_id), state, words)


def send_to(
    desk: Desk, complaint_id: UUID, unit: str, *, reason: str = "", owner: str = ""
) -> Complaint:
    """Send a complaint to the unit that shall act; number and history stay as they are.

    Sending it elsewhere afterwards takes a reason: raises Refusal("complaint.reason_needed").
    """
    words = StepWords(reason=line(reason), owner=line(owner), unit=line(unit, needed=True))
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        if _was_sent(act, complaint) and not words.reason:
            raise Refusal("complaint.reason_needed")
        return _step(act, complaint, ComplaintState.SENT, words)


def withdraw_complaint(desk: Desk, complaint_id: UUID, reason: str, owner: str) -> Complaint:
    """Withdraw a complaint at the wish of who lodged it; nothing of it is lost."""
    state = ComplaintState.WITHDRAWN
    return take_step(desk, complaint_id, state, reason=reason, owner=owner)


def reopen(desk: Desk, complaint_id: UUID, reason: str, *, owner: str = "") -> Complaint:
    """Take up a closed case again, which is counted.

    It goes on with its unit where it had been sent to one. Raises
    Refusal("complaint.not_closed"), and Refusal("text.empty") without a reason.
    """
    words = StepWords(reason=line(reason, needed=True), owner=line(owner))
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        if complaint.state not in CLOSING:
            raise Refusal("complaint.not_closed")
        is_sent = _was_sent(act, complaint)
        state = ComplaintState.UNDER_WAY if is_sent else ComplaintState.SCREENED
        counted = replace(complaint, times_reopened=complaint.times_reopened + 1)
        return _put_step(act, counted, state, words)


def link_duplicate(desk: Desk, complaint_id: UUID, other_id: UUID | None) -> Complaint:
    """Say that a complaint tells what another one told; both go on. None takes it back.

    Raises Refusal("complaint.same_complaint") for itself or a ring of links.
    """
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        if other_id is not None:
            _refuse_ring(act, complaint, other_id)
        return act.put(replace(complaint, duplicate_of=other_id))


def join_duplicate(
    desk: Desk, complaint_id: UUID, other_id: UUID, *, reason: str, owner: str
) -> Complaint:
    """Close a complaint because the other one it was joined to goes on."""
    words = StepWords(reason=line(reason), owner=line(owner))
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        _refuse_ring(act, complaint, other_id)
        linked = replace(complaint, duplicate_of=other_id)
        return _step(act, linked, ComplaintState.JOINED, words)


def into_plan(
    desk: Desk,
    complaint_id: UUID,
    *,
    reason: str,
    owner: str,
    strategy_id: UUID | None = None,
    approach_id: UUID | None = None,
) -> Proposal:
    """Make a project proposal of a complaint (เข้าแผนปีงบประมาณ); each names the other.

    Raises Refusal("complaint.is_sealed") for a sealed one, whose words no list may show, and
    what `take_step` raises.
    """
    words = StepWords(reason=line(reason), owner=line(owner))
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        if complaint.is_sealed:
            raise Refusal("complaint.is_sealed")
        proposal = enter_project(act, _proposal(act, complaint, strategy_id, approach_id))
        linked = replace(complaint, proposal_id=proposal.id)
        _step(act, linked, ComplaintState.IN_PLAN, words)
        return proposal


def _proposal(
    act: Writing, complaint: Complaint, strategy_id: UUID | None, approach_id: UUID | None
) -> Proposal:
    return Proposal(
        id=act.new_id(),
        forum_id=complaint.forum_id,
        opinion_id=None,
        strategy_id=strategy_id,
        approach_id=approach_id,
        title=complaint.subject,
        place=complaint.place or complaint.community,
        unit=complaint.unit,
        complaint_id=complaint.id,
    )


def _step(act: Writing, complaint: Complaint, state: ComplaintState, words: StepWords) -> Complaint:
    if state not in FOLLOWING[complaint.state]:
        raise Refusal("complaint.step_not_allowed")
    if state in CLOSING and not words.reason:
        raise Refusal("complaint.reason_needed")
    if state in CLOSING and not words.owner:
        raise Refusal("complaint.owner_needed")
    return _put_step(act, complaint, state, words)


def _put_step(
    act: Writing, complaint: Complaint, state: ComplaintState, words: StepWords
) -> Complaint:
    shown = StepWords() if complaint.is_sealed else words
    step = act.add(
        ComplaintStep(
            id=act.new_id(),
            forum_id=complaint.forum_id,
            complaint_id=complaint.id,
            state=state,
            at=act.now,
            reason=shown.reason,
            owner=shown.owner,
            unit=shown.unit,
        )
    )
    if complaint.is_sealed:
        put_part(act, complaint, SealedHolds.STEP, words, step.id)
    return act.put(
        replace(
            complaint,
            state=state,
            unit=shown.unit or complaint.unit,
            owner=shown.owner or complaint.owner,
            updated_at=act.now,
        )
    )


def _was_sent(act: Writing, complaint: Complaint) -> bool:
    sent = {ComplaintState.SENT, ComplaintState.UNDER_WAY}
    return any(step.state in sent for step in act.all(ComplaintStep, complaint_id=complaint.id))


def _refuse_ring(act: Writing, complaint: Complaint, other_id: UUID) -> None:
    seen, at = {complaint.id}, act.get(Complaint, other_id)
    while at.id not in seen:
        if at.duplicate_of is None:
            return
        seen.add(at.id)
        at = act.get(Complaint, at.duplicate_of)
    raise Refusal("complaint.same_complaint")
