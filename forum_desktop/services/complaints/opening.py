"""Opening what is sealed: for a reason, which is written down before anything is read."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complainant, Complaint, ComplaintCase, ComplaintStep
from forum_desktop.records.sealed import Access, AccessKind, SealedHolds, SealedPart
from forum_desktop.services.complaints.keys import secrets_of
from forum_desktop.services.complaints.officer import opener_of
from forum_desktop.services.complaints.parts import open_part, part_id, to_sealed
from forum_desktop.services.complaints.states import StepWords
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line


def open_identity(
    desk: Desk, complaint_id: UUID, reason: str, *, passphrase: str = ""
) -> Complainant:
    """Return who complains.

    Raises Refusal("text.empty") without a reason, "complaint.nobody_named" for an anonymous
    complaint, and what `secrets_of` and `open_part` raise; the try is on record all the same.
    """
    log_access(desk, complaint_id, AccessKind.IDENTITY, reason)
    with desk.look() as look:
        complaint = look.get(Complaint, complaint_id)
        return read_identity(look, complaint, secrets_of(look, complaint.forum_id, passphrase))


def open_case(
    desk: Desk, complaint_id: UUID, reason: str, *, passphrase: str = ""
) -> ComplaintCase:
    """Return the words of a sealed complaint; raises as `open_identity`."""
    log_access(desk, complaint_id, AccessKind.CASE, reason)
    with desk.look() as look:
        complaint = look.get(Complaint, complaint_id)
        return read_case(look, complaint, secrets_of(look, complaint.forum_id, passphrase))


def open_step(desk: Desk, step_id: UUID, reason: str, *, passphrase: str = "") -> StepWords:
    """Return reason, owner and unit of a sealed complaint's step; raises as `open_identity`."""
    with desk.look() as look:
        step = look.get(ComplaintStep, step_id)
    log_access(desk, step.complaint_id, AccessKind.CASE, reason)
    with desk.look() as look:
        secrets = secrets_of(look, step.forum_id, passphrase)
        part = look.get(SealedPart, part_id(step.id, SealedHolds.STEP))
        return to_sealed(StepWords, open_part(part, step.id, secrets))


def open_history(
    desk: Desk, complaint_id: UUID, reason: str, *, passphrase: str = ""
) -> tuple[ComplaintStep, ...]:
    """Return a sealed complaint's steps with their words; one opening, raises as `open_step`."""
    log_access(desk, complaint_id, AccessKind.CASE, reason)
    with desk.look() as look:
        secrets = secrets_of(look, look.get(Complaint, complaint_id).forum_id, passphrase)
        steps = look.all(ComplaintStep, complaint_id=complaint_id)
        told = [_worded_step(look, step, secrets) for step in steps]
    return tuple(sorted(told, key=lambda step: (step.at, step.id)))


def who_opened(desk: Desk, complaint_id: UUID) -> tuple[Access, ...]:
    """Return who looked at what of a complaint, when and why, the latest first."""
    with desk.look() as look:
        return look.all(Access, newest_first=True, complaint_id=complaint_id)


def log_access(desk: Desk, complaint_id: UUID, what: AccessKind, reason: str) -> None:
    """Write down that somebody opens something; kept before this returns."""
    said = line(reason, needed=True)
    with desk.act() as act:
        add_access(act, act.get(Complaint, complaint_id), what, said, desk.actor)


def add_access(
    act: Writing, complaint: Complaint, what: AccessKind, reason: str, actor: str
) -> Access:
    """Write down an opening as a part of an act that has begun.

    `actor` is who opens it; where it is empty, whoever works at this desk.
    """
    return act.add(
        Access(
            id=act.new_id(),
            forum_id=complaint.forum_id,
            complaint_id=complaint.id,
            what=what,
            reason=reason,
            actor=actor or opener_of(act, complaint.forum_id),
            at=act.now,
        )
    )


def read_identity(look: Reading, complaint: Complaint, secrets: tuple[str, ...]) -> Complainant:
    """Return who complains; only for those who have logged it."""
    part = look.find(SealedPart, part_id(complaint.id, SealedHolds.IDENTITY))
    if part is None:
        raise Refusal("complaint.nobody_named")
    return to_sealed(Complainant, open_part(part, complaint.id, secrets))


def read_case(look: Reading, complaint: Complaint, secrets: tuple[str, ...]) -> ComplaintCase:
    """Return the words of a sealed complaint; only for those who have logged it."""
    part = look.find(SealedPart, part_id(complaint.id, SealedHolds.CASE))
    if part is None:
        raise Refusal("complaint.not_sealed")
    return to_sealed(ComplaintCase, open_part(part, complaint.id, secrets))


def _worded_step(look: Reading, step: ComplaintStep, secrets: tuple[str, ...]) -> ComplaintStep:
    part = look.find(SealedPart, part_id(step.id, SealedHolds.STEP))
    if part is None:  # the first step says nothing
        return step
    words = to_sealed(StepWords, open_part(part, step.id, secrets))
    return replace(step, reason=words.reason, owner=words.owner, unit=words.unit)
