"""Taking in one bundle: kept whole under its hash, merged, answered by a receipt."""

import hashlib
import secrets
from pathlib import Path

from forum_desktop.clock import to_milliseconds
from forum_desktop.errors import Refusal
from forum_desktop.files import replacing
from forum_desktop.records.exchange import BundleReport
from forum_desktop.records.headquarters import Filed, Quarantined
from forum_desktop.services.exchange.inspecting import report_of
from forum_desktop.services.exchange.keys import belongs
from forum_desktop.services.headquarters.office import Office
from forum_desktop.services.headquarters.receipts import write_receipt
from forum_desktop.sync.bundle.reading import Bundle, open_bundle, verify
from forum_desktop.sync.hq.archive import KeptBundle, is_kept, pin, pinned_key
from forum_desktop.sync.hq.members import told_member_key
from forum_desktop.sync.incoming import TakenIn

_PIECE = 1024 * 1024
_NOTHING = TakenIn(new=0, known=0, latest_at=0, is_cloned=False)
_PASSING = frozenset({"hq.no_database", "storage.disk_full", "files.not_written", "storage.busy"})
"""What is wrong here and not with the bundle: it is tried again later."""


def file_bundle(office: Office, path: Path) -> Filed | Quarantined:
    """Take in a bundle, or keep it aside with the reason; taken in again it changes nothing.

    Raises Refusal for what is wrong here: the disk is full, the server does not answer.
    """
    kept, sha = _keep(office, path)
    try:
        return _filed(office, open_bundle(kept), path.name, sha)
    except Refusal as refusal:
        if refusal.key in _PASSING:
            raise
        return _set_aside(office, kept, path.name, refusal)


def _keep(office: Office, path: Path) -> tuple[Path, str]:
    """Copy a bundle under its hash; return the copy and the hash."""
    folder = office.folder / "bundles"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    sha, arriving = hashlib.sha256(), folder / f".{secrets.token_hex(8)}"
    try:
        with path.open("rb") as source, replacing(arriving, mode=0o600) as target:
            while piece := source.read(_PIECE):
                sha.update(piece)
                target.write(piece)
    except FileNotFoundError as error:
        raise Refusal("bundle.not_found", file=path.name) from error
    except OSError as error:
        raise Refusal("bundle.not_readable", file=path.name, reason=error.strerror) from error
    kept = folder / f"{sha.hexdigest()}.forumbundle"
    arriving.replace(kept)
    return kept, sha.hexdigest()


def _filed(office: Office, bundle: Bundle, name: str, sha: str) -> Filed:
    report = report_of(bundle.manifest)
    with office.archive.look() as connection:
        was_kept = is_kept(connection, sha)
        member_key = pinned_key(connection, str(report.forum_id))
    taken = _NOTHING if was_kept else _taken(office, bundle, report, sha, member_key)
    receipt = write_receipt(office, report)
    return Filed(
        file=name,
        sha256=sha,
        forum=report.forum,
        forum_id=report.forum_id,
        station=report.station,
        new=taken.new,
        known=taken.known,
        was_kept=was_kept,
        is_first=not member_key,
        receipt=receipt.name,
    )


def _taken(
    office: Office, bundle: Bundle, report: BundleReport, sha: str, member_key: str
) -> TakenIn:
    verify(bundle)
    key = member_key or told_member_key(bundle, (office.secret,))
    if not belongs(report.forum_id, report.key, bundle.manifest.certificate, key):
        raise Refusal("exchange.not_member")
    if not member_key:
        with office.archive.act() as connection:
            pin(connection, str(report.forum_id), report.forum, key)
    return office.archive.take(bundle, (office.secret,), _kept(office, report, sha))


def _kept(office: Office, report: BundleReport, sha: str) -> KeptBundle:
    return KeptBundle(
        sha256=sha,
        forum=str(report.forum_id),
        station=report.station,
        replica=report.replica,
        received_at=to_milliseconds(office.clock()),
    )


def _set_aside(office: Office, kept: Path, name: str, refusal: Refusal) -> Quarantined:
    """Move a bundle out of the way; its own name is kept in the note only."""
    folder = office.folder / "quarantine"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept.replace(folder / kept.name)
    note = folder / f"{kept.stem}.txt"
    note.write_text(f"{name}\n{refusal.key}\n", encoding="utf-8")
    return Quarantined(file=name, reason=refusal.key)
