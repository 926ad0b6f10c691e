"""The file that waits for headquarters: written once for a state of the forum, under its hash."""

import hashlib
import json
import re
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.attachments import named_hashes
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.files import PRIVATE_FOLDER
from forum_desktop.records.courier import WaitingBundle
from forum_desktop.records.exchange import Purpose
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.sending import ENDING, prepare, write_bundle
from forum_desktop.services.forums import pack_of

FOLDER = "outbox"
_OPERATIONS = "SELECT sha FROM operation WHERE forum = ? ORDER BY replica, sequence, sha"
_MOST_KEPT = 50
_SHOWN = 16
_PIECE = 1024 * 1024


def prepare_bundle(desk: Desk, forum_id: UUID) -> WaitingBundle:
    """Write all that this laptop knows for headquarters, or return the file that holds it already.

    Only one file waits: it holds what the one before held. Raises Refusal(
    "courier.no_headquarters") where the forum knows no key of headquarters, and as `write_bundle`.
    """
    with desk.look() as look:
        if not pack_of(look, forum_id).hq_recipient:
            raise Refusal("courier.no_headquarters")
    origin, _ = prepare(desk, forum_id, Purpose.BUNDLE)
    # Told before the file is written: what comes in between is in the file and not in the mark,
    # so that it goes once more and never less.
    with desk.look() as look:
        mark = mark_of(desk, look, forum_id)
        known = waiting_of(look, forum_id)
    if known and known.mark == mark and _is_whole(path_of(desk, known), known):
        return known
    start = f"{_safe(origin.forum)}-{_safe(origin.station)}-{origin.replica[:8]}"
    made = _write(desk, forum_id, start, mark)
    with desk.act() as act:
        keep_waiting(act, forum_id, made)
        _keep_mark(act, forum_id, made)
    if known and known.name != made.name:
        path_of(desk, known).unlink(missing_ok=True)
    return made


def path_of(desk: Desk, bundle: WaitingBundle) -> Path:
    """Return where a waiting file lies."""
    return desk.database.folder / FOLDER / bundle.name


def mark_of(desk: Desk, look: Reading, forum_id: UUID) -> str:
    """Return what names the state of a forum here: its operations, and its evidence."""
    told = hashlib.sha256()
    for (sha,) in look.driver.execute(_OPERATIONS, (str(forum_id),)):
        told.update(sha.encode())
    for sha in sorted(named_hashes(look) & desk.database.attachments.known()):
        told.update(f" {sha}".encode())
    return told.hexdigest()


def waiting_of(look: Reading, forum_id: UUID) -> WaitingBundle | None:
    """Return the file that waits, or was sent last."""
    kept = settings.read(look, _name(forum_id, "waiting"))
    return _read(kept) if kept else None


def keep_waiting(act: Writing, forum_id: UUID, bundle: WaitingBundle) -> None:
    """Keep what is known of the file."""
    settings.keep(act, _name(forum_id, "waiting"), json.dumps(asdict(bundle), default=str))


def marks_of(look: Reading, forum_id: UUID) -> dict[str, str]:
    """Return which state of the forum each file held that was written here, by its hash."""
    kept = settings.read(look, _name(forum_id, "marks"))
    return dict(json.loads(kept)) if kept else {}


def _write(desk: Desk, forum_id: UUID, start: str, mark: str) -> WaitingBundle:
    folder = desk.database.folder / FOLDER
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise Refusal("files.not_written", path=folder, reason=error.strerror) from error
    arriving = folder / f"{start}{ENDING}"
    report = write_bundle(desk, forum_id, arriving)
    sha, size = _hash_of(arriving)
    name = f"{start}-{sha[:_SHOWN]}{ENDING}"
    arriving.replace(folder / name)
    return WaitingBundle(
        name=name,
        sha256=sha,
        mark=mark,
        operations=report.operations,
        size=size,
        made_at=desk.clock(),
    )


def _keep_mark(act: Writing, forum_id: UUID, bundle: WaitingBundle) -> None:
    marks = {**marks_of(act, forum_id), bundle.sha256: bundle.mark}
    latest = dict(list(marks.items())[-_MOST_KEPT:])
    settings.keep(act, _name(forum_id, "marks"), json.dumps(latest))


def _is_whole(path: Path, bundle: WaitingBundle) -> bool:
    return path.is_file() and _hash_of(path) == (bundle.sha256, bundle.size)


def _hash_of(path: Path) -> tuple[str, int]:
    told, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            told.update(piece)
            size += len(piece)
    return told.hexdigest(), size


def _read(kept: str) -> WaitingBundle:
    told = json.loads(kept)
    sent = told.pop("sent_at", None)
    made = WaitingBundle(**{**told, "made_at": datetime.fromisoformat(told["made_at"])})
    return replace(made, sent_at=datetime.fromisoformat(sent) if sent else None)


def _safe(word: str) -> str:
    """Return a word as a file may be called on every system."""
    return re.sub(r"[^A-Za-z0-9]+", "", word) or "X"


def _name(forum_id: UUID, what: str) -> str:
    return f"outbox/{forum_id}/{what}"
