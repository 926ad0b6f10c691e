"""What a check of a document found."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition


class Verdict(StrEnum):
    """What a file is, beside the data of this laptop."""

    GENUINE = "genuine"
    ALTERED = "altered"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """What a check of a document found: GENUINE is what the app makes, to the byte.

    ALTERED bears the fingerprint of today's data but other bytes; OUTDATED was made of
    other data than there is now. `printed` and `known` are the two fingerprints.
    """

    verdict: Verdict
    kind: DocumentKind
    edition: Edition
    forum_id: UUID | None
    printed: str
    known: str

    @property
    def is_genuine(self) -> bool:
        """Tell whether the file is just what the app makes of the data."""
        return self.verdict is Verdict.GENUINE
