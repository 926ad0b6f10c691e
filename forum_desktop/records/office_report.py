"""Reports of headquarters across all forums; a line each, without the words of any complaint."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReportKind(StrEnum):
    """What headquarters looks at across forums."""

    ATTENDANCE = "attendance"
    OPINIONS = "opinions"
    PROPOSALS = "proposals"
    COMPLAINTS = "complaints"
    DELEGATIONS = "delegations"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """Who came to a forum; merged people count once, present is present in any session."""

    forum: str
    title: str
    held_on: date
    registered: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionsLine:
    """What was said under a strategy in all forums; an empty name: not sorted yet."""

    strategy: str
    forums: int
    opinions: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposed project; `supports` is how many said the same, `points` its best ranking's."""

    forum: str
    reference: str
    title: str
    place: str
    supports: int
    points: int
    budget: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintsLine:
    """Complaints of a unit; `soon` is due within seven days. Sealed ones name no unit."""

    unit: str
    waiting: int
    overdue: int
    soon: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationLine:
    """A task that nobody answered yet; `days_left` is below nothing when overdue."""

    forum: str
    number: str
    task: str
    unit: str
    officer: str
    due_on: date | None
    days_left: int | None


ReportLine = AttendanceLine | OpinionsLine | ProposalLine | ComplaintsLine | DelegationLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeReport:
    """A report as of a day, over so many forums."""

    kind: ReportKind
    on: date
    forums: int
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOpinion:
    """An opinion that a search over all forums found."""

    forum: str
    reference: str
    text: str
