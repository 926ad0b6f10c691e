"""What a file tells of itself."""

from dataclasses import dataclass

from forum_desktop.documents.fingerprint import fingerprint
from forum_desktop.records.documents import KINDS, DocumentContent, DocumentKind
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


def label_for(content: DocumentContent, title: str, attachment: bytes | None = None) -> Label:
    """Return what a file made of the content tells of itself, under a title of its own."""
    return Label(
        title=title,
        kind=KINDS[type(content)],
        edition=content.edition,
        forum_code=content.forum.code,
        fingerprint=fingerprint(content),
        attachment=attachment,
    )
