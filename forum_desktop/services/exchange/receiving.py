"""Taking in what another laptop of the forum left."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from forum_desktop.clock import to_milliseconds
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import BundleReport, Received
from forum_desktop.records.forum import Forum
from forum_desktop.services.complaints.keys import PLAIN, kept_secrets
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.inspecting import report_of
from forum_desktop.services.exchange.keys import KeyRing, belongs, known_ring
from forum_desktop.sync.bundle.reading import Bundle, open_bundle, verify
from forum_desktop.sync.incoming import TakenIn, read_attachment, take_in

_MINUTE = 60_000
_AHEAD = 5
"""Minutes that a clock may run ahead before it is told of."""


def take_bundle(desk: Desk, path: Path) -> Received:
    """Take in a bundle of a forum of this laptop, however often and in whatever order.

    All of it or nothing: raises Refusal("bundle....") where it is damaged or not for this
    laptop, "exchange.other_forum" where its forum is not here, "exchange.no_forum_key" where
    this laptop has not joined it, "exchange.not_member" where a stranger signed it.
    """
    bundle = open_bundle(path)
    report = report_of(bundle.manifest)
    with desk.look() as look:
        if look.find(Forum, report.forum_id) is None:
            raise Refusal("exchange.other_forum", forum=report.forum)
        ring, kept = known_ring(look, report.forum_id), kept_secrets(look, report.forum_id)
    if ring is None:
        raise Refusal("exchange.no_forum_key")
    refuse_stranger(bundle, report.forum_id, ring)
    verify(bundle)
    return take_verified(desk, bundle, report, ring, tuple(kept[PLAIN].values()))


def refuse_stranger(bundle: Bundle, forum_id: UUID, ring: KeyRing) -> None:
    """Raise Refusal("exchange.not_member") for what no laptop of the forum signed."""
    told = bundle.manifest
    if not belongs(forum_id, told.key, told.certificate, ring.member.public):
        raise Refusal("exchange.not_member")


def take_verified(
    desk: Desk, bundle: Bundle, report: BundleReport, ring: KeyRing, secrets: Sequence[str]
) -> Received:
    """Take in a bundle whose signature and hashes are right."""
    with desk.database.attachments.lock:
        kept, sealed = _keep_attachments(desk, bundle, secrets)
        with desk.act() as act:
            taken = take_in(act, bundle, (ring.secret,))
            ahead = (taken.latest_at - to_milliseconds(act.now)) // _MINUTE
    if taken.is_cloned:
        desk.database.take_new_replica()
    return _received(report, taken, kept, sealed, ahead if ahead >= _AHEAD else 0)


def _received(report: BundleReport, taken: TakenIn, kept: int, sealed: int, ahead: int) -> Received:
    return Received(
        forum_id=report.forum_id,
        station=report.station,
        new=taken.new,
        known=taken.known,
        attachments=kept,
        sealed_attachments=sealed,
        clock_ahead=ahead,
        is_cloned=taken.is_cloned,
    )


def _keep_attachments(desk: Desk, bundle: Bundle, secrets: Sequence[str]) -> tuple[int, int]:
    """Keep the content of evidence that lacks here; return how much, and how much is sealed."""
    here, kept, sealed = desk.database.attachments.known(), 0, 0
    for part in bundle.manifest.parts:
        folder, _, sha = part.name.partition("/")
        if folder != "attachment" or sha in here:
            continue
        try:
            content = read_attachment(bundle, part, secrets) if secrets else None
        except Refusal as refusal:
            if refusal.key != "bundle.not_for_us":
                raise
            content = None
        if content is None:
            sealed += 1
        elif sha256(content).hexdigest() != sha:
            raise Refusal("bundle.damaged")
        else:
            desk.database.attachments.keep(content)
            kept += 1
    return kept, sealed
