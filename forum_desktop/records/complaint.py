"""Complaints; the person who complains is never kept in clear (records/sealed.py)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from uuid import UUID


class ComplaintLevel(StrEnum):
    """Who may see the complainant: officers, nobody outside intake, or not recorded."""

    OPEN = "open"
    WITHHELD = "withheld"
    ANONYMOUS = "anonymous"


class ComplaintState(StrEnum):
    """Where a complaint stands; the forum does the first two, headquarters continues."""

    RECEIVED = "received"
    SCREENED = "screened"
    SENT = "sent"
    UNDER_WAY = "under_way"
    TOLD = "told"
    CLOSED = "closed"
    REFERRED = "referred"
    NOT_OURS = "not_ours"
    NOTED = "noted"
    IN_PLAN = "in_plan"
    ASKED = "asked"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"


class Urgency(IntEnum):
    """How soon it matters; in an emergency the pack's sentence and number are told as well."""

    USUAL = 0
    SOON = 1
    EMERGENCY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """The case without the person. `kind` is a code of the pack, `more_kinds` one a line.

    `answers` is JSON, the answer to each question of the kinds by its code. Where `is_sealed`
    the words of the case stand in a sealed part and are empty here, and so is the unit.
    One that `is_erased` by lawful request keeps its number, kind and times only.
    """

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
    more_kinds: str = ""
    landmark: str = ""
    latitude: str = ""
    longitude: str = ""
    since: str = ""
    affected: str = ""
    answers: str = ""
    urgency: int = 0
    is_sealed: bool = False
    can_reply: bool = True
    read_back_at: datetime | None = None
    from_opinion_id: UUID | None = None
    duplicate_of: UUID | None = None
    official_number: str = ""
    owner: str = ""
    times_reopened: int = 0
    proposal_id: UUID | None = None
    from_paper: bool = False
    updated_at: datetime | None = None
    is_erased: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds, the one that decides about unit and count first."""
        return (self.kind, *self.more_kinds.splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCase:
    """The words of a case, as they stand in the sealed part of a sealed complaint."""

    subject: str
    facts: str
    wanted: str = ""
    community: str = ""
    place: str = ""
    landmark: str = ""
    latitude: str = ""
    longitude: str = ""
    since: str = ""
    affected: str = ""
    answers: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """Who complains. Class sealed: only ever inside a sealed part, and on the opener's screen."""

    title: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    on_behalf_of: str = ""
    witness: str = ""
    acting_for_paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintStep:
    """One entry of a complaint's history; closing it takes a reason and a named owner."""

    id: UUID
    forum_id: UUID
    complaint_id: UUID
    state: ComplaintState
    at: datetime
    reason: str = ""
    owner: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservedNumber:
    """A number printed on a paper form before anybody complained."""

    id: UUID
    forum_id: UUID
    reference: str
    reserved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintIntake:
    """What the desk takes down; names stay empty for an anonymous complaint.

    `is_sealed` None lets the kinds decide. `answers` are pairs of a question's code and its
    answer. `read_back` is when it was read back and confirmed.
    """

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
    email: str = ""
    on_behalf_of: str = ""
    witness: str = ""
    acting_for_paper: str = ""
    more_kinds: tuple[str, ...] = ()
    landmark: str = ""
    latitude: str = ""
    longitude: str = ""
    since: str = ""
    affected: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    urgency: int = 0
    is_sealed: bool | None = None
    read_back_at: datetime | None = None
    from_paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A complaint that waits for its answer; `days_left` is below nothing when overdue."""

    complaint: Complaint
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """Complaints that wait: overdue, due within seven days, later; the nearest first."""

    overdue: tuple[DueRow, ...] = ()
    soon: tuple[DueRow, ...] = ()
    later: tuple[DueRow, ...] = ()


class RegisterShow(StrEnum):
    """Which complaints of the register are listed, and in which order."""

    NEWEST = "newest"
    DUE = "due"
    OVERDUE = "overdue"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """What is looked for in the register; what is empty or None leaves all in."""

    show: RegisterShow = RegisterShow.NEWEST
    typed: str = ""
    kind: str = ""
    state: ComplaintState | None = None
    urgency: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A line of the register; `days_left` only where the complaint waits for its answer."""

    complaint: Complaint
    days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """What was looked for, and how many of the whole register are overdue or due soon."""

    rows: tuple[RegisterRow, ...]
    overdue: int
    soon: int
