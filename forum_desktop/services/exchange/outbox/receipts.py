"""Headquarters' receipts: taken in only when it signed them, and what they confirm."""

from pathlib import Path
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Lack, ReceiptStanding
from forum_desktop.records.headquarters import Receipt
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.outbox.places import receipt_key_of
from forum_desktop.services.exchange.outbox.waiting import mark_of, marks_of
from forum_desktop.services.headquarters.receipts import LONGEST, check_receipt
from forum_desktop.sync.knowing import chains


def take_receipt(desk: Desk, forum_id: UUID, path: Path) -> ReceiptStanding:
    """Take in a receipt that came as a file.

    Raises Refusal("courier.no_receipt_key"), Refusal("courier.receipt_of_other") where it is
    another forum's, and as `read_receipt`.
    """
    from forum_desktop.files import read_small  # noqa: PLC0415 - with the rest of files

    return take_content(desk, forum_id, read_small(path, LONGEST, "hq_receipt"))


def take_content(desk: Desk, forum_id: UUID, content: bytes) -> ReceiptStanding:
    """Take in a receipt as it was fetched; an older one never replaces a newer."""
    with desk.look() as look:
        key = receipt_key_of(look, forum_id)
        if not key:
            raise Refusal("courier.no_receipt_key")
        receipt = check_receipt(content, key)
        kept = _kept(look, forum_id)
    if receipt.forum_id != forum_id:
        raise Refusal("courier.receipt_of_other")
    if kept is None or kept.received_at <= receipt.received_at:
        with desk.act() as act:
            settings.keep(act, _name(forum_id), content.decode())
    return standing_of(desk, forum_id)


def is_received(desk: Desk, forum_id: UUID) -> bool:
    """Tell whether headquarters confirmed, by a signed receipt, all that this laptop knows."""
    return standing_of(desk, forum_id).is_whole


def standing_of(desk: Desk, forum_id: UUID) -> ReceiptStanding:
    """Return what headquarters confirmed, and what lacks to all of it."""
    with desk.look() as look:
        if not receipt_key_of(look, forum_id):
            return ReceiptStanding(lack=Lack.NO_RECEIPT_KEY)
        receipt = _kept(look, forum_id)
        if receipt is None:
            return ReceiptStanding(lack=Lack.NO_RECEIPT)
        return ReceiptStanding(
            lack=_lack(desk, look, forum_id, receipt), received_at=receipt.received_at
        )


def bundle_confirmed(desk: Desk, forum_id: UUID) -> str:
    """Return the hash of the file by which headquarters holds all; empty where none does."""
    with desk.look() as look:
        receipt = _kept(look, forum_id)
        return _covering(desk, look, forum_id, receipt) if receipt else ""


def receipt_text(look: Reading, forum_id: UUID) -> str:
    """Return the receipt as headquarters wrote it, empty where there is none."""
    return settings.read(look, _name(forum_id))


def _lack(desk: Desk, look: Reading, forum_id: UUID, receipt: Receipt) -> Lack:
    if not _covering(desk, look, forum_id, receipt):
        return Lack.OLDER
    held = dict(receipt.held)
    # The file came whole; that it could be read too shows in the chains.
    known = chains(look, forum_id).items()
    is_held = all(held.get(replica, 0) >= chain.whole_up_to[0] for replica, chain in known)
    return Lack.NOTHING if is_held else Lack.GAPS


def _covering(desk: Desk, look: Reading, forum_id: UUID, receipt: Receipt) -> str:
    """Return the hash of a received file that holds the forum as it is now, if any does.

    By its hash and not by the numbers of chains alone: a cloned laptop writes the same numbers.
    """
    mark, marks = mark_of(desk, look, forum_id), marks_of(look, forum_id)
    return next((sha for sha in receipt.bundles if marks.get(sha) == mark), "")


def _kept(look: Reading, forum_id: UUID) -> Receipt | None:
    """Return the receipt, its signature looked at anew: what lies in a file may be edited."""
    content, key = receipt_text(look, forum_id), receipt_key_of(look, forum_id)
    if not content or not key:
        return None
    try:
        return check_receipt(content.encode(), key)
    except Refusal:
        return None


def _name(forum_id: UUID) -> str:
    return f"outbox/{forum_id}/receipt"
