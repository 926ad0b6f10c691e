"""What people agreed to, what they asked of their data, and what is kept about them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.meeting import SpeakerTurn
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.screening import Screening


class ConsentPurpose(StrEnum):
    """What a person may agree to beyond what the law lets the municipality do anyway."""

    NAMED = "named"
    PHOTOGRAPHED = "photographed"
    CONTACTED = "contacted"


class ConsentWay(StrEnum):
    """How she said so."""

    SCREEN = "screen"
    PAPER = "paper"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One person's word on one purpose; she may take it back at any time (PDPA s.19)."""

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    purpose: ConsentPurpose
    is_given: bool
    said_at: datetime
    station: str
    officer: str
    way: ConsentWay
    notice_version: str


class RequestKind(StrEnum):
    """What a person asks of her data (PDPA s.30, 33, 36), and that it was refused."""

    ACCESS = "access"
    CORRECT = "correct"
    ERASE = "erase"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRequest:
    """A request about one's own data and what became of it; bears no name."""

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    kind: RequestKind
    reason: str
    made_at: datetime
    station: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """Everything the forum keeps about one person. Sealed: for her and the officer only.

    `twins` are the entries merged into hers. Who complained is sealed: only the complaint desk
    can find `complaints`, the references of hers, and writes down that it looked.
    """

    attendee: Attendee
    twins: tuple[Attendee, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    absences: tuple[Absence, ...] = ()
    consents: tuple[Consent, ...] = ()
    screening: Screening | None = None
    turns: tuple[SpeakerTurn, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    complaints: tuple[str, ...] = ()
    requests: tuple[PrivacyRequest, ...] = ()


class DataClass(StrEnum):
    """A class of personal data with a time of its own to be kept."""

    SCREENING = "screening"
    SPEAKERS = "speakers"
    ATTENDEES = "attendees"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionLine:
    """How much of a class is kept and until which day."""

    data: DataClass
    count: int
    until: date
    is_due: bool
