"""A complainant's rights: to be found, given a copy, corrected, made nameless, erased."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from forum_desktop.db.attachments import sweep
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.complaint import (
    Complainant,
    Complaint,
    ComplaintCase,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
)
from forum_desktop.records.identity import same_id
from forum_desktop.records.sealed import AccessKind, SealedHolds, SealedPart
from forum_desktop.services.complaints.followed import erase_followed, forget_drafts
from forum_desktop.services.complaints.intake import cleaned_case, unworded, worded
from forum_desktop.services.complaints.keys import secrets_of
from forum_desktop.services.complaints.opening import (
    add_access,
    log_access,
    open_identity,
    read_case,
    read_identity,
)
from forum_desktop.services.complaints.parts import part_id, put_part
from forum_desktop.services.desk import Desk
from forum_desktop.services.masking import masked
from forum_desktop.services.texts import line
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.phones import read_phone


def find_complaints_of(
    desk: Desk,
    forum_id: UUID,
    *,
    full_name: str,
    phone: str = "",
    reason: str,
    passphrase: str = "",
) -> tuple[Complaint, ...]:
    """Return the complaints of a person by her name (without title) and, where told, telephone.

    Every complaint that is opened for it is on record with the reason. Those of other desks
    cannot be read here and are not found.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        named = [one for one in act.all(Complaint, forum_id=forum_id) if _has_identity(act, one)]
        for complaint in named:
            add_access(act, complaint, AccessKind.IDENTITY, said, desk.actor)
    with desk.look() as look:
        secrets = secrets_of(look, forum_id, passphrase)
        return tuple(_theirs(look, named, secrets, fold_tight(full_name), phone))


def correct_identity(desk: Desk, complaint_id: UUID, person: Complainant, reason: str) -> None:
    """Seal who complains anew, with what was wrong put right; takes no key to read.

    Raises Refusal("complaint.nobody_named") for an anonymous complaint.
    """
    said = line(reason, needed=True)
    cleaned = Complainant(**{name: line(text) for name, text in asdict(person).items()})
    if not cleaned.first_name:
        raise Refusal("complaint.name_needed")
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        if not _has_identity(act, complaint):
            raise Refusal("complaint.nobody_named")
        add_access(act, complaint, AccessKind.CORRECT, said, desk.actor)
        put_part(act, complaint, SealedHolds.IDENTITY, cleaned)
        can_reply = bool(cleaned.phone or cleaned.email or cleaned.address)
        act.put(replace(complaint, can_reply=can_reply))


def amend_identity(
    desk: Desk,
    complaint_id: UUID,
    changes: Mapping[str, str],
    reason: str,
    *,
    passphrase: str = "",
) -> None:
    """Put right some facts of who complains; what is not among `changes` stays as it is.

    So nobody need see what is kept to put it right. Raises as `open_identity` and
    `correct_identity`; the opening is on record beside the correction.
    """
    known = open_identity(desk, complaint_id, reason, passphrase=passphrase)
    correct_identity(desk, complaint_id, replace(known, **changes), reason)


def correct_case(desk: Desk, complaint_id: UUID, case: ComplaintCase, reason: str) -> Complaint:
    """Put right what a case says; its number, unit and history stay as they are."""
    said, told = line(reason, needed=True), cleaned_case(case)
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        add_access(act, complaint, AccessKind.CORRECT, said, desk.actor)
        if complaint.is_sealed:
            put_part(act, complaint, SealedHolds.CASE, told)
            return complaint
        return act.put(replace(worded(complaint, told), updated_at=act.now))


def redact_identity(desk: Desk, complaint_id: UUID, reason: str) -> Complaint:
    """Make a complaint anonymous for good: the case stays, who complained goes everywhere."""
    said = line(reason, needed=True)
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        add_access(act, complaint, AccessKind.REDACT, said, desk.actor)
        part = act.find(SealedPart, part_id(complaint.id, SealedHolds.IDENTITY))
        if part is not None:
            act.erase(part)
        nameless = replace(complaint, level=ComplaintLevel.ANONYMOUS, can_reply=False)
        made = act.put(nameless)
    desk.database.settle()
    return made


def erase_complaint(desk: Desk, complaint_id: UUID, reason: str) -> Complaint:
    """Erase a complaint on lawful request (PDPA s.33), here and on every laptop that hears of it.

    A nameless entry keeps its number, kind and times, so that counts and numbers stay true.
    Returns that entry.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        complaint = act.get(Complaint, complaint_id)
        for part in act.all(SealedPart, complaint_id=complaint.id):
            act.erase(part)
        for step in act.all(ComplaintStep, complaint_id=complaint.id):
            act.erase(step)
        erase_followed(act, complaint)
        forget_drafts(act, complaint)
        act.erase(complaint)
        left = act.put(_marker(complaint))
        add_access(act, left, AccessKind.ERASE, said, desk.actor)
    with desk.database.attachments.lock, desk.look() as look:
        sweep(look, desk.database.attachments)
    desk.database.settle()
    return left


def export_complaint(
    desk: Desk, complaint_id: UUID, target: Path, reason: str, *, passphrase: str = ""
) -> Path:
    """Write all that is kept of a complaint as JSON, for the person herself. Sealed.

    ID numbers that were told are masked: they may be somebody else's. Its history is that of the
    case; who opened it is told as well. Raises as `open_identity`.
    """
    log_access(desk, complaint_id, AccessKind.EXPORT, reason)
    with desk.look() as look:
        complaint = look.get(Complaint, complaint_id)
        told = masked(_told(look, complaint, passphrase))
    text = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True, default=_spelled)
    write_whole(target, f"{text}\n".encode("utf-8", "backslashreplace"))
    return target


def _told(look: Reading, complaint: Complaint, passphrase: str) -> dict[str, Any]:
    is_named = _has_identity(look, complaint)
    is_closed = is_named or complaint.is_sealed
    secrets = secrets_of(look, complaint.forum_id, passphrase) if is_closed else ()
    case = read_case(look, complaint, secrets) if complaint.is_sealed else None
    return {
        "complaint": asdict(worded(complaint, case) if case else complaint),
        "complainant": asdict(read_identity(look, complaint, secrets)) if is_named else None,
        "history": [asdict(step) for step in look.all(ComplaintStep, complaint_id=complaint.id)],
    }


def _theirs(
    look: Reading, named: list[Complaint], secrets: tuple[str, ...], name: str, phone: str
) -> Iterator[Complaint]:
    wanted = read_phone(phone).text
    for complaint in named:
        try:
            person = read_identity(look, complaint, secrets)
        except Refusal:  # another desk sealed it
            continue
        known = read_phone(person.phone).text
        is_other = bool(wanted and known and wanted != known)
        if fold_tight(f"{person.first_name}{person.last_name}") == name and not is_other:
            yield complaint


def _has_identity(look: Reading, complaint: Complaint) -> bool:
    return look.find(SealedPart, part_id(complaint.id, SealedHolds.IDENTITY)) is not None


def _marker(complaint: Complaint) -> Complaint:
    return replace(
        unworded(complaint),
        id=same_id(complaint.id, "erased"),
        state=ComplaintState.WITHDRAWN,
        level=ComplaintLevel.ANONYMOUS,
        owner="",
        can_reply=False,
        from_opinion_id=None,
        is_erased=True,
    )


def _spelled(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
