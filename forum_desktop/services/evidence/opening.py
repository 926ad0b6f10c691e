"""Looking at evidence; what is sealed is opened for a reason, written down before."""

import json
from pathlib import Path
from uuid import UUID

from forum_desktop import sealing
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.evidence import ENDINGS, Evidence, EvidenceFile, MediaType
from forum_desktop.records.sealed import AccessKind
from forum_desktop.services.complaints.keys import secrets_of
from forum_desktop.services.complaints.opening import log_access
from forum_desktop.services.desk import Desk


def list_evidence(desk: Desk, complaint_id: UUID) -> tuple[Evidence, ...]:
    """Return the evidence of a complaint in the order it was added, the withdrawn among it."""
    with desk.look() as look:
        return look.all(Evidence, complaint_id=complaint_id)


def read_thumbnail(desk: Desk, evidence_id: UUID) -> bytes | None:
    """Return the small picture of a photo (JPEG); None for other files and sealed ones."""
    with desk.look() as look:
        evidence = look.get(Evidence, evidence_id)
    return None if evidence.is_sealed else desk.database.attachments.read_thumbnail(evidence.sha256)


def open_evidence(
    desk: Desk, evidence_id: UUID, *, reason: str = "", passphrase: str = ""
) -> EvidenceFile:
    """Return what is kept of a photo or file.

    A sealed one takes a reason, which is on record before anything is read, and raises what
    `secrets_of` raises, "sealing.not_ours" or "sealing.damaged". Raises
    Refusal("evidence.not_here") where the content has not arrived from another laptop, and
    "evidence.damaged".
    """
    with desk.look() as look:
        evidence = look.get(Evidence, evidence_id)
    if evidence.is_sealed:
        return _opened(desk, evidence, reason, passphrase)
    assert evidence.media_type is not None
    return EvidenceFile(
        media_type=evidence.media_type,
        content=desk.database.attachments.read(evidence.sha256),
        name=evidence.name,
        original_sha256=evidence.original_sha256,
        original_size=evidence.original_size,
    )


def save_evidence(
    desk: Desk, evidence_id: UUID, target: Path, *, reason: str = "", passphrase: str = ""
) -> Path:
    """Write a photo or file out; return its path, which always ends as its kind does."""
    file = open_evidence(desk, evidence_id, reason=reason, passphrase=passphrase)
    if target.suffix.lower() != file.ending:
        target = target.with_name(f"{target.name}{file.ending}")
    write_whole(target, file.content)
    return target


def suggested_name(desk: Desk, evidence_id: UUID) -> str:
    """Return a file name of the complaint's number and the evidence's place, and no one's name."""
    with desk.look() as look:
        evidence = look.get(Evidence, evidence_id)
        number = look.get(Complaint, evidence.complaint_id).reference
        added = look.all(Evidence, complaint_id=evidence.complaint_id)
    place = [item.id for item in added].index(evidence.id) + 1
    return f"{number}-{place}{ENDINGS[evidence.media_type] if evidence.media_type else ''}"


def _opened(desk: Desk, evidence: Evidence, reason: str, passphrase: str) -> EvidenceFile:
    log_access(desk, evidence.complaint_id, AccessKind.CASE, reason)
    with desk.look() as look:
        secrets = secrets_of(look, evidence.forum_id, passphrase)
    sealed = desk.database.attachments.read(evidence.sha256).decode("ascii")
    line, _, content = _unsealed(sealed, secrets).partition(b"\n")
    head = json.loads(line)
    if head["of"] != str(evidence.id):
        raise Refusal("sealing.damaged")
    return EvidenceFile(
        media_type=MediaType(head["media_type"]),
        content=content,
        name=head["name"],
        original_sha256=head["original_sha256"],
        original_size=head["original_size"],
    )


def _unsealed(sealed: str, secrets: tuple[str, ...]) -> bytes:
    for secret in secrets:
        try:
            return sealing.unseal(sealed, secret)
        except Refusal:
            continue
    raise Refusal("sealing.not_ours")
