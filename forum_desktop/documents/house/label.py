"""What a file tells of itself."""

from dataclasses import dataclass

from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition


@dataclass(frozen=True, slots=True)
class Label:
    """What a file tells of itself; no person's name may stand here.

    `attachment` is the machine-readable content of an internal edition, as JSON.
    """

    title: str
    kind: DocumentKind
    edition: Edition
    forum_code: str
    fingerprint: str
    attachment: bytes | None = None
