"""Handing over: a laptop is cleaned of a forum, once headquarters confirmed that it holds all."""

import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.attachments import sweep
from forum_desktop.db.migrations import BEFORE_NAME
from forum_desktop.db.removing import remove_forum
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.courier import HandOver, HandOverCertificate, ReceiptStanding
from forum_desktop.records.forum import Forum
from forum_desktop.services import pack_json, protection
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.outbox.receipts import (
    bundle_confirmed,
    receipt_text,
    standing_of,
)
from forum_desktop.services.exchange.outbox.waiting import FOLDER as OUTBOX
from forum_desktop.services.forums import pack_of, station_of
from forum_desktop.wording import Wording

_KEPT = "handed-over/"
_COPIES = ("before-restore-*", f"{BEFORE_NAME}*", ".*.incoming*", "backups/*", f"{OUTBOX}/*")
"""What of the folder holds a forum beside the file itself."""


def hand_over(desk: Desk, forum_id: UUID, certificate: Path) -> HandOver:
    """Remove all that this laptop holds of a forum, and print that and by which receipt.

    What the law lets the laptop keep stays: the certificate's facts and headquarters' signed
    receipt, which name nobody. The older copies in its folder go with it, those on sticks are
    not known here. Taken up again after it was broken off, it goes on to its end.

    Raises Refusal("handing_over.not_received") where headquarters has not confirmed all,
    Refusal("handing_over.copies_stay") where a copy could not be removed, and
    Refusal("files.not_written") where the certificate could not be: it may be printed again.
    """
    # Asked for the forum and not for an earlier certificate: it may have been joined again.
    with desk.look() as look:
        is_here = look.find(Forum, forum_id) is not None
    if is_here:
        _remove(desk, forum_id)
    handed = _finish(desk, forum_id)
    write_certificate(desk, forum_id, certificate)
    return handed


def write_certificate(desk: Desk, forum_id: UUID, target: Path) -> Path:
    """Print the certificate again (PDF, A4); raises Refusal("handing_over.none")."""
    from forum_desktop.documents import hand_over as document  # noqa: PLC0415 - loads the fonts

    known = _read(desk, forum_id)
    if known is None:
        raise Refusal("handing_over.none")
    handed, pack = known
    content = HandOverCertificate(pack=pack_json.from_json(pack), handed=handed)
    write_whole(target, document.render(content, Wording("th")))
    return target


def list_handed_over(desk: Desk) -> tuple[HandOver, ...]:
    """Return the forums that this laptop was cleaned of, the latest first."""
    with desk.look() as look:
        kept = settings.read_all(look, _KEPT)
    known = (_spelled_back(text)[0] for text in kept.values())
    return tuple(sorted(known, key=lambda one: one.cleaned_at, reverse=True))


def _remove(desk: Desk, forum_id: UUID) -> None:
    standing = standing_of(desk, forum_id)
    if not standing.is_whole:
        raise Refusal("handing_over.not_received")
    station = station_of(desk, forum_id)
    bundle, is_protected = (
        bundle_confirmed(desk, forum_id),
        protection.state(desk.database.folder).is_protected,
    )
    with desk.act() as act:
        forum = act.get(Forum, forum_id)
        pack = replace(pack_of(act, forum_id), officers=(), communities=(), notices=())
        receipt = receipt_text(act, forum_id)
        counts = remove_forum(act, forum_id)
        handed = HandOver(
            forum_id=forum_id,
            forum=forum.code,
            title=forum.title,
            municipality=forum.municipality,
            laptop=" ".join((station.letter, station.name)).strip(),
            bundle=bundle,
            received_at=_received(standing),
            cleaned_at=act.now,
            operations=counts["operation"],
            attendees=counts["attendee"],
            opinions=counts["opinion"],
            complaints=counts["complaint"],
            attachments=0,
            is_protected=is_protected,
        )
        _keep(act, handed, pack_json.to_json(pack), receipt)


def _finish(desk: Desk, forum_id: UUID) -> HandOver:
    """Remove what lies beside the file; done again it finds nothing more."""
    known = _read(desk, forum_id)
    if known is None:
        raise Refusal("handing_over.none")
    handed, pack = known
    with desk.look() as look:
        attachments = sweep(look, desk.database.attachments)
        is_empty = not look.all(Forum, limit=1)
    if is_empty:
        # Under its old name its chain would begin a second time, were it to join again. Where
        # other forums are left, they know the laptop by that name.
        desk.database.take_new_replica()
    copies = sum(_removed(path) for path in _copies(desk.database.folder))
    desk.database.write_anew()
    handed = replace(
        handed, attachments=handed.attachments + attachments, copies=handed.copies + copies
    )
    with desk.act() as act:
        _keep(act, handed, pack, receipt_kept(act, forum_id))
    desk.database.settle()
    return handed


def receipt_kept(look: Writing, forum_id: UUID) -> str:
    """Return headquarters' receipt, which stays."""
    kept = settings.read(look, f"{_KEPT}{forum_id}")
    return str(json.loads(kept)["receipt"]) if kept else ""


def _copies(folder: Path) -> Iterator[Path]:
    for pattern in _COPIES:
        yield from sorted(folder.glob(pattern))


def _removed(path: Path) -> bool:
    with suppress(FileNotFoundError):
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            raise Refusal("handing_over.copies_stay", file=path.name) from error
        return True
    return False


def _received(standing: ReceiptStanding) -> datetime:
    if standing.received_at is None:
        raise Refusal("handing_over.not_received")
    return standing.received_at


def _keep(act: Writing, handed: HandOver, pack: str, receipt: str) -> None:
    told = {"handed": asdict(handed), "pack": pack, "receipt": receipt}
    text = json.dumps(told, default=str, ensure_ascii=False)
    settings.keep(act, f"{_KEPT}{handed.forum_id}", text)


def _read(desk: Desk, forum_id: UUID) -> tuple[HandOver, str] | None:
    with desk.look() as look:
        kept = settings.read(look, f"{_KEPT}{forum_id}")
    return _spelled_back(kept) if kept else None


def _spelled_back(kept: str) -> tuple[HandOver, str]:
    told = json.loads(kept)
    facts = told["handed"]
    for name in ("received_at", "cleaned_at"):
        facts[name] = datetime.fromisoformat(facts[name])
    return HandOver(**{**facts, "forum_id": UUID(facts["forum_id"])}), str(told["pack"])
