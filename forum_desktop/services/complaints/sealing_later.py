"""Sealing a case that was taken in as open, and naming other kinds of it."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from uuid import UUID

from forum_desktop.db.attachments import sweep
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint, ComplaintCase, ComplaintStep
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.opinion import Proposal
from forum_desktop.records.sealed import Access, AccessKind, SealedHolds, SealedPart
from forum_desktop.services.complaints.followed import forget_drafts, move_orders
from forum_desktop.services.complaints.intake import kinds_of, unworded
from forum_desktop.services.complaints.keys import recipients_of
from forum_desktop.services.complaints.opening import add_access
from forum_desktop.services.complaints.parts import part_id, put_part, sealed_later
from forum_desktop.services.complaints.states import StepWords
from forum_desktop.services.desk import Desk
from forum_desktop.services.rankings import erase_words
from forum_desktop.services.texts import line


def seal_case(desk: Desk, complaint_id: UUID, reason: str) -> Complaint:
    """Seal a case that stood open, as one about officials; return it as it is listed from now on.

    Its words, steps and photos are sealed and its clear entries erased: their payloads leave the
    log here at once, and on every laptop when it hears of it. Number, kinds, states, days and who
    opened it stay; who complains stays sealed as she was, and no key is needed for it. A project
    made of it is erased, orders because of it lose their words.

    What cannot be taken back: papers and exports made before, backups and bundles of before, what
    a laptop shows until the next exchange, what another laptop adds to the open case before it
    hears of the sealing, and who has read it. That it stood open, since when, and who sealed it
    why stays on record; `reason` itself is not sealed.

    Raises Refusal("complaint.sealed_already"), "complaint.evidence_away" while a photo or file of
    it has not arrived on this laptop, "storage.not_found" for an erased one, and "text.empty".
    """
    said = line(reason, needed=True)
    attachments = desk.database.attachments
    with attachments.lock:
        try:
            sealed = _seal_evidence(desk, complaint_id)
            with desk.act() as act:
                complaint = _open_one(act, complaint_id)
                made = _seal(act, complaint, sealed)
                add_access(act, made, AccessKind.SEAL, said, desk.actor)
        finally:
            # What the case showed openly before, or, where it failed, what was sealed in vain.
            with desk.look() as look:
                sweep(look, attachments)
    desk.database.settle()
    return made


def change_kinds(desk: Desk, complaint_id: UUID, kinds: Sequence[str], reason: str) -> Complaint:
    """Say that a complaint is of other kinds, the one that counts first; its number stays.

    A kind that the pack seals seals the case; none opens it again. Unit, due day and answers stay
    as they are. Raises Refusal("complaint.kind_needed"), "text.empty" without a reason,
    "storage.not_found" for an erased one, and what `seal_case` raises.
    """
    said = line(reason, needed=True)
    with desk.look() as look:
        complaint = _standing(look, complaint_id)
        chosen = kinds_of(look, complaint.forum_id, kinds)
    if any(kind.sealed for kind in chosen) and not complaint.is_sealed:
        complaint_id = seal_case(desk, complaint_id, said).id
    with desk.act() as act:
        complaint = _standing(act, complaint_id)
        add_access(act, complaint, AccessKind.CORRECT, said, desk.actor)
        first, *more = [kind.code for kind in chosen]
        named = replace(complaint, kind=first, more_kinds="\n".join(more), updated_at=act.now)
        return act.put(named)


def _standing(look: Reading, complaint_id: UUID) -> Complaint:
    complaint = look.get(Complaint, complaint_id)
    if complaint.is_erased:
        raise Refusal("storage.not_found")
    return complaint


def _open_one(look: Reading, complaint_id: UUID) -> Complaint:
    complaint = _standing(look, complaint_id)
    if complaint.is_sealed:
        raise Refusal("complaint.sealed_already")
    return complaint


def _seal_evidence(desk: Desk, complaint_id: UUID) -> dict[UUID, Evidence]:
    """Keep what is evidence sealed, beside what stands open; return each piece under its old id."""
    from forum_desktop.services.evidence.sealed import sealed_content  # noqa: PLC0415 - a ring

    attachments = desk.database.attachments
    with desk.act() as act:
        complaint = _open_one(act, complaint_id)
        pieces = act.all(Evidence, complaint_id=complaint.id)
        to = recipients_of(act, complaint.forum_id)
    if not {piece.sha256 for piece in pieces} <= attachments.known():
        raise Refusal("complaint.evidence_away")
    made = {}
    for piece in pieces:
        moved = replace(piece, id=sealed_later(piece.id), complaint_id=sealed_later(complaint.id))
        content = sealed_content(moved, attachments.read(piece.sha256), to)
        made[piece.id] = replace(moved, sha256=attachments.keep(content), size=len(content))
    return made


def _seal(act: Writing, complaint: Complaint, sealed: dict[UUID, Evidence]) -> Complaint:
    """Put the sealed case in the place of the open one."""
    made = replace(
        unworded(complaint),
        id=sealed_later(complaint.id),
        is_sealed=True,
        owner="",
        proposal_id=None,
        updated_at=act.now,
    )
    case = {item.name: getattr(complaint, item.name) for item in fields(ComplaintCase)}
    _erase_project(act, complaint)
    act.erase(complaint)
    act.put(made)
    put_part(act, made, SealedHolds.CASE, ComplaintCase(**case))
    _move_identity(act, complaint, made)
    _move_steps(act, complaint, made)
    _move_evidence(act, complaint, made, sealed)
    _point_to(act, complaint, made)
    move_orders(act, complaint.id, made)
    forget_drafts(act, complaint)
    return made


def _erase_project(act: Writing, complaint: Complaint) -> None:
    for project in act.all(Proposal, forum_id=complaint.forum_id, complaint_id=complaint.id):
        erase_words(act, project)
        act.erase(project)


def _move_identity(act: Writing, complaint: Complaint, made: Complaint) -> None:
    """Let the part that nobody here need be able to read stand for the sealed case."""
    part = act.find(SealedPart, part_id(complaint.id, SealedHolds.IDENTITY))
    if part is not None:
        moved_id = part_id(made.id, SealedHolds.IDENTITY)
        act.put(replace(part, id=moved_id, complaint_id=made.id))
        act.erase(part)


def _move_steps(act: Writing, complaint: Complaint, made: Complaint) -> None:
    for step in act.all(ComplaintStep, complaint_id=complaint.id):
        bare = replace(
            step, id=sealed_later(step.id), complaint_id=made.id, reason="", owner="", unit=""
        )
        act.put(bare)
        words = StepWords(reason=step.reason, owner=step.owner, unit=step.unit)
        if words != StepWords():
            put_part(act, made, SealedHolds.STEP, words, bare.id)
        act.erase(step)


def _move_evidence(
    act: Writing, complaint: Complaint, made: Complaint, sealed: dict[UUID, Evidence]
) -> None:
    from forum_desktop.services.evidence.sealed import without_words  # noqa: PLC0415 - a ring

    for piece in act.all(Evidence, complaint_id=complaint.id):
        moved = sealed.get(piece.id)
        if moved is None:  # it was added while the others were sealed
            raise Refusal("complaint.evidence_away")
        if piece.withdrawn:
            why = StepWords(reason=piece.withdrawn)
            put_part(act, made, SealedHolds.STEP, why, moved.id)
        act.put(without_words(replace(moved, withdrawn_at=piece.withdrawn_at)))
        act.erase(piece)


def _point_to(act: Writing, complaint: Complaint, made: Complaint) -> None:
    """Let the access log and complaints that told the same name the sealed case."""
    pointing: Iterable[Complaint] = act.all(Complaint, forum_id=complaint.forum_id)
    for other in pointing:
        if other.duplicate_of == complaint.id:
            act.put(replace(other, duplicate_of=made.id))
    for access in act.all(Access, complaint_id=complaint.id):
        act.put(replace(access, complaint_id=made.id))
