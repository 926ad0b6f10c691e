"""How the file of a laptop is protected, and the slip that opens it when nothing else does."""

from dataclasses import dataclass, field
from datetime import date

from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Whether a passphrase is needed, and what else opens the file."""

    is_protected: bool
    has_code: bool = False
    has_headquarters: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySlip:
    """The code for the safe. It is never kept, nor known again once the slip is printed.

    `municipality` and `laptop` tell which laptop it opens; both may be empty.
    """

    pack: EventPack
    code: str = field(repr=False)
    made_on: date
    municipality: str = ""
    laptop: str = ""
    edition: Edition = Edition.INTERNAL
