"""What headquarters tells: what it received, what it refused, and its receipts."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HqKeys:
    """The public halves of headquarters' keys, as a pack names them.

    `recipient` (age) is what is sealed to; `receipt_key` (Ed25519) is what receipts are signed by.
    """

    recipient: str
    receipt_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A bundle that headquarters took in; `is_first` tells that its forum was not known before.

    `receipt` is the name of the receipt that goes back.
    """

    file: str
    sha256: str
    forum: str
    forum_id: UUID
    station: str
    new: int
    known: int
    was_kept: bool
    is_first: bool
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A file that was not taken in and is kept aside, with the reason (a key of the catalogue)."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePlace:
    """Where headquarters works: its key file, and a server's address or nothing for this file."""

    key_file: Path
    database: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Who opened what was sealed, of which complaint (forum's code, number), when and why."""

    at: datetime
    forum: str
    complaint: str
    actor: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What headquarters holds of one station, signed by it.

    `bundles` are hashes of whole files, `held` the number up to which each laptop's chain is
    held without a gap, by replica.
    """

    forum_id: UUID
    forum: str
    station: str
    replica: str
    bundles: tuple[str, ...]
    held: tuple[tuple[str, int], ...]
    received_at: datetime
