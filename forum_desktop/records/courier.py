"""What goes to headquarters, by which way, and what came back."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack


class Transport(StrEnum):
    """The ways that lead to headquarters."""

    FOLDER = "folder"
    SFTP = "sftp"
    WEBDAV = "webdav"
    S3 = "s3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where headquarters' mail box is; nothing in it is secret.

    `folder` is a path there, of a bucket with its name first. `is_open` tells that the way
    there is not encrypted. `fingerprint` is that of an SFTP server's key (SHA256:...), empty
    where none is told.
    """

    transport: Transport
    folder: str
    host: str = ""
    port: int | None = None
    user: str = ""
    is_open: bool = False
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What opens the mail box: a password, or a key file and what protects it."""

    user: str = ""
    secret: str = field(default="", repr=False)
    key_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingBundle:
    """The file that goes to headquarters; `mark` is the state of the forum that it holds."""

    name: str
    sha256: str
    mark: str
    operations: int
    size: int
    made_at: datetime
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a sending did; `was_there` tells that the file had arrived whole before.

    `receipt` tells whether headquarters' receipt covers all that this laptop knows.
    """

    bundle: WaitingBundle
    was_there: bool
    resumed_at: int
    standing: "ReceiptStanding"


class Lack(StrEnum):
    """Why this laptop may not be cleaned yet."""

    NOTHING = ""
    NO_RECEIPT_KEY = "no_receipt_key"
    NO_RECEIPT = "no_receipt"
    OLDER = "older"
    """Something was written, or taken in, after what headquarters received."""
    GAPS = "gaps"
    """Headquarters could not read all of it, or lacks what another laptop did before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptStanding:
    """What headquarters confirmed of this laptop, and what lacks to all of it."""

    lack: Lack
    received_at: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether headquarters holds all that this laptop knows."""
        return self.lack is Lack.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxState:
    """The outbox of a forum as a page tells it; `address` is empty where none is chosen."""

    address: str
    waiting: WaitingBundle | None
    is_up_to_date: bool
    standing: ReceiptStanding
    has_credential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A laptop that was cleaned of a forum: what went, and by which receipt it might.

    `bundle` is the hash of the file that headquarters holds. `attendees`, `opinions` and
    `complaints` are entries that went, `copies` older copies of the file that went with them;
    `is_protected` tells that a passphrase guards the laptop's file.
    """

    forum_id: UUID
    forum: str
    title: str
    municipality: str
    laptop: str
    bundle: str
    received_at: datetime
    cleaned_at: datetime
    operations: int
    attendees: int
    opinions: int
    complaints: int
    attachments: int
    is_protected: bool
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCertificate:
    """What the certificate prints; the pack tells how the office writes."""

    pack: EventPack
    handed: HandOver
    edition: Edition = Edition.INTERNAL
