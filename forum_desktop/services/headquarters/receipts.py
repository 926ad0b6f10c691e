"""Receipts: what headquarters holds of a station, signed, so that the laptop may be cleaned."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from forum_desktop.db.operations import canonical
from forum_desktop.errors import Refusal
from forum_desktop.files import read_small, write_whole
from forum_desktop.records.exchange import BundleReport
from forum_desktop.records.headquarters import Receipt
from forum_desktop.sealing.signatures import is_signed, sign
from forum_desktop.services.headquarters.keys import receipt_key_of
from forum_desktop.services.headquarters.office import Office
from forum_desktop.sync.hq.holding import bundles_of, held_of

ENDING = ".forumreceipt"
LONGEST = 4 * 1024 * 1024
_FORMAT = 1


def write_receipt(office: Office, report: BundleReport) -> Path:
    """Write the receipt for a station, in place of the one before."""
    with office.archive.look() as connection:
        receipt = Receipt(
            forum_id=report.forum_id,
            forum=report.forum,
            station=report.station,
            replica=report.replica,
            bundles=bundles_of(connection, str(report.forum_id), report.replica),
            held=held_of(connection, str(report.forum_id)),
            received_at=office.clock(),
        )
    folder = office.folder / "receipts"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / name_of(report.forum_id, report.replica)
    write_whole(target, _spell(receipt, receipt_key_of(office.secret).secret))
    return target


def read_receipt(path: Path, receipt_key: str) -> Receipt:
    """Return a receipt that headquarters signed.

    Raises Refusal("hq_receipt.not_found" ..., "hq_receipt.damaged", "hq_receipt.not_signed").
    """
    return check_receipt(read_small(path, LONGEST, "hq_receipt"), receipt_key)


def name_of(forum_id: UUID, replica: str) -> str:
    """Return how the receipt of a laptop is called."""
    return f"{forum_id}-{replica[:8]}{ENDING}"


def check_receipt(content: bytes, receipt_key: str) -> Receipt:
    """Return a receipt from what a file holds; raises as `read_receipt`."""
    try:
        told = json.loads(content)
        signature, signed = told["signature"], told["receipt"]
        receipt = _read(signed)
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("hq_receipt.damaged") from error
    if not is_signed(canonical(signed).encode(), str(signature), receipt_key):
        raise Refusal("hq_receipt.not_signed")
    return receipt


def _spell(receipt: Receipt, secret: str) -> bytes:
    content = json.loads(json.dumps({"format": _FORMAT, **asdict(receipt)}, default=str))
    told = {"receipt": content, "signature": sign(canonical(content).encode(), secret)}
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _read(told: dict[str, Any]) -> Receipt:
    return Receipt(
        forum_id=UUID(told["forum_id"]),
        forum=str(told["forum"]),
        station=str(told["station"]),
        replica=str(told["replica"]),
        bundles=tuple(str(sha) for sha in told["bundles"]),
        held=tuple((str(replica), int(upto)) for replica, upto in told["held"]),
        received_at=datetime.fromisoformat(told["received_at"]),
    )
