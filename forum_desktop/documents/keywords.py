"""The one line by which a file of ours tells which document it is, and of which data."""

import re
from typing import NamedTuple, Self

from forum_desktop.documents.house.label import Label
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition

_LINE = re.compile(
    rf"forum-desktop ({'|'.join(DocumentKind)}) ({'|'.join(Edition)}) (\S+) ([0-9A-Z-]+)"
)


class DocumentKeywords(NamedTuple):
    """What the keywords of a file say, in any format; no person's name may stand here."""

    kind: DocumentKind
    edition: Edition
    forum_code: str
    fingerprint: str

    @classmethod
    def of(cls, label: Label) -> Self:
        """Return what a file with this label says."""
        return cls(label.kind, label.edition, label.forum_code, label.fingerprint)

    @classmethod
    def read(cls, line: str) -> Self | None:
        """Return what a line says; None where it is not of ours."""
        found = _LINE.fullmatch(line.strip())
        if found is None:
            return None
        return cls(DocumentKind(found[1]), Edition(found[2]), found[3], found[4])

    def __str__(self) -> str:
        return f"forum-desktop {self.kind} {self.edition} {self.forum_code} {self.fingerprint}"
