"""What is sealed, to whom, and who opened it: the log knows of names only this."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class SealedHolds(StrEnum):
    """What a sealed part holds: who complains, the case itself, or a step of its history."""

    IDENTITY = "identity"
    CASE = "case"
    STEP = "step"


class AccessKind(StrEnum):
    """What somebody opened or did with what is sealed."""

    IDENTITY = "identity"
    CASE = "case"
    EXPORT = "export"
    CORRECT = "correct"
    REDACT = "redact"
    ERASE = "erase"
    SEAL = "seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealingKey:
    """The public half of a complaint desk's pair of keys; whoever has it can seal."""

    id: UUID
    forum_id: UUID
    station_id: UUID
    recipient: str
    handed_over_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPart:
    """A part of a complaint that only its `recipients` (one a line) can read."""

    id: UUID
    forum_id: UUID
    complaint_id: UUID
    holds: SealedHolds
    sealed: str
    recipients: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One opening: who looked at what of which complaint, when and why."""

    id: UUID
    forum_id: UUID
    complaint_id: UUID
    what: AccessKind
    reason: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """A line of the access log: one opening, or one look for a person through many complaints.

    `references` are the numbers of all complaints it touched.
    """

    access: Access
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDesk:
    """How this laptop's complaint desk stands in a forum; `officer` is who works there."""

    has_key: bool
    is_wrapped: bool
    is_handed_over: bool
    can_hand_over: bool
    sealed_count: int
    officer: str = ""
