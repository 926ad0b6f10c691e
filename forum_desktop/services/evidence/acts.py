"""Adding evidence to a complaint and withdrawing it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from forum_desktop.db.attachments import named_hashes, sweep
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.documents.house.watching import IsCancelled, Progress
from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.evidence import PHOTOS, Evidence, MediaType
from forum_desktop.records.sealed import SealedHolds
from forum_desktop.services.complaints.keys import recipients_of
from forum_desktop.services.complaints.parts import put_part
from forum_desktop.services.complaints.states import StepWords
from forum_desktop.services.desk import Desk
from forum_desktop.services.evidence.kinds import recognise
from forum_desktop.services.evidence.photos import prepare_photo
from forum_desktop.services.evidence.reading import MEGABYTE, read_file
from forum_desktop.services.evidence.sealed import sealed_content, without_words
from forum_desktop.services.texts import line

LARGEST_KEPT = 20 * MEGABYTE
"""Bytes of a file that is kept, a photo after it was made smaller."""

MOST_OF_A_COMPLAINT = 20
SPARE = 256 * MEGABYTE
"""Bytes of the laptop's disk that evidence never takes: words come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOutcome:
    """What became of one of several files: kept, or refused with a sentence."""

    path: Path
    evidence: Evidence | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    original_sha256: str
    original_size: int
    media_type: MediaType
    content: bytes
    thumbnail: bytes | None = None


def add_evidence(desk: Desk, complaint_id: UUID, path: Path, *, name: str = "") -> Evidence:
    """Keep a photo or file with a complaint; one that is there already is returned as it is.

    Nothing is kept unless all is: the content first, then the act that names it. `name` is
    what the officer calls it. Raises Refusal("evidence.too_many"), "evidence.disk_full",
    "evidence.too_big_to_keep", and what `read_file`, `recognise` and `prepare_photo` raise.
    """
    called = line(name)
    with desk.look() as look:
        _refuse_more(look, look.get(Complaint, complaint_id))
    original = read_file(path)
    _refuse_full_disk(desk.database.folder, len(original))
    return _keep(desk, complaint_id, _prepared(original), called)


def add_all(
    desk: Desk,
    complaint_id: UUID,
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> tuple[EvidenceOutcome, ...]:
    """Keep several files, each or its refusal; `progress` hears shares of the work, 0 to 1.

    Raises Cancelled between two files where the user asked for it; those before are kept.
    """
    outcomes = []
    for number, path in enumerate(paths, start=1):
        if cancelled and cancelled():
            raise Cancelled
        outcomes.append(_outcome(desk, complaint_id, path))
        if progress:
            progress(number / len(paths))
    return tuple(outcomes)


def withdraw_evidence(desk: Desk, evidence_id: UUID, reason: str) -> Evidence:
    """Withdraw a photo or file with a reason; it is kept, and told to be withdrawn.

    The reason is sealed where the complaint is. Raises Refusal("evidence.is_withdrawn").
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        evidence = act.get(Evidence, evidence_id)
        if evidence.withdrawn_at:
            raise Refusal("evidence.is_withdrawn")
        if evidence.is_sealed:
            complaint = act.get(Complaint, evidence.complaint_id)
            put_part(act, complaint, SealedHolds.STEP, StepWords(reason=said), evidence.id)
            said = ""
        return act.put(replace(evidence, withdrawn=said, withdrawn_at=act.now))


def sweep_evidence(desk: Desk) -> int:
    """Remove content that no act names, as after an erasing; return how much was removed.

    To be called after every exchange, once acts and contents have both arrived.
    """
    attachments = desk.database.attachments
    with attachments.lock, desk.look() as look:
        return sweep(look, attachments)


def _outcome(desk: Desk, complaint_id: UUID, path: Path) -> EvidenceOutcome:
    try:
        return EvidenceOutcome(path=path, evidence=add_evidence(desk, complaint_id, path))
    except Refusal as refusal:
        return EvidenceOutcome(path=path, refusal=refusal)


def _refuse_more(look: Reading, complaint: Complaint) -> None:
    if complaint.is_erased:
        raise Refusal("storage.not_found")
    kept = look.all(Evidence, complaint_id=complaint.id, withdrawn_at=None)
    if len(kept) >= MOST_OF_A_COMPLAINT:
        raise Refusal("evidence.too_many", most=MOST_OF_A_COMPLAINT)


def _refuse_full_disk(folder: Path, size: int) -> None:
    # The content, its journal, and the larger text of a sealed one.
    if shutil.disk_usage(folder).free < SPARE + 3 * size:
        raise Refusal("evidence.disk_full", megabytes=SPARE // MEGABYTE)


def _prepared(original: bytes) -> _Prepared:
    kind = recognise(original)
    content, thumbnail = original, None
    if kind in PHOTOS:
        photo = prepare_photo(original, kind)
        kind, content, thumbnail = photo.media_type, photo.content, photo.thumbnail
    if len(content) > LARGEST_KEPT:
        raise Refusal("evidence.too_big_to_keep", largest=LARGEST_KEPT // MEGABYTE)
    return _Prepared(
        original_sha256=sha256(original).hexdigest(),
        original_size=len(original),
        media_type=kind,
        content=content,
        thumbnail=thumbnail,
    )


def _keep(desk: Desk, complaint_id: UUID, made: _Prepared, name: str) -> Evidence:
    attachments = desk.database.attachments
    with attachments.lock:
        with desk.act() as act:
            complaint = act.get(Complaint, complaint_id)
            known = _known(act, complaint, made.original_sha256)
            to = recipients_of(act, complaint.forum_id) if complaint.is_sealed else ()
        if known is not None:
            return known
        evidence_id, at = act.new_id(), act.now
        evidence = _named(complaint, made, name, evidence_id, at)
        content = sealed_content(evidence, made.content, to) if to else made.content
        sha = attachments.keep(content, None if to else made.thumbnail)
        evidence = replace(evidence, sha256=sha, size=len(content))
        try:
            with desk.act() as act:
                _refuse_more(act, act.get(Complaint, complaint_id))
                return act.add(without_words(evidence) if to else evidence)
        except BaseException:
            with desk.look() as look:
                attachments.forget_all_but(named_hashes(look))
            raise


def _known(act: Writing, complaint: Complaint, original_sha256: str) -> Evidence | None:
    same = act.all(
        Evidence,
        complaint_id=complaint.id,
        original_sha256=original_sha256,
        withdrawn_at=None,
        limit=1,
    )
    return same[0] if same else None


def _named(
    complaint: Complaint, made: _Prepared, name: str, evidence_id: UUID, at: datetime
) -> Evidence:
    return Evidence(
        id=evidence_id,
        forum_id=complaint.forum_id,
        complaint_id=complaint.id,
        sha256="",
        size=0,
        added_at=at,
        media_type=made.media_type,
        original_sha256=made.original_sha256,
        original_size=made.original_size,
        name=name,
    )
