"""Complaints; the person who complains is a record of its own, of class sealed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class ComplaintLevel(StrEnum):
    """Who may see the complainant: officers, nobody outside intake, or not recorded."""

    OPEN = "open"
    WITHHELD = "withheld"
    ANONYMOUS = "anonymous"


class ComplaintState(StrEnum):
    """Where a complaint stands at the forum; HQ continues."""

    RECEIVED = "received"
    SCREENED = "screened"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """The case without the person. `kind` is a code of the pack."""

    id: UUID
    forum_id: UUID
    reference: str
    kind: str
    subject: str
    facts: str
    wanted: str
    community: str
    place: str
    level: ComplaintLevel
    unit: str
    lodged_at: datetime
    due_on: date
    state: ComplaintState = ComplaintState.RECEIVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """Who complained. Class sealed: reaches no list, document, log or search."""

    id: UUID
    forum_id: UUID
    complaint_id: UUID
    title: str
    first_name: str
    last_name: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintIntake:
    """What the desk takes down; names stay empty for an anonymous complaint."""

    kind: str
    subject: str
    facts: str
    wanted: str = ""
    community: str = ""
    place: str = ""
    level: ComplaintLevel = ComplaintLevel.OPEN
    title: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    address: str = ""
