"""Delegation that is followed up (การมอบหมาย): who was told to do what until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class AssignmentSource(StrEnum):
    """What an assignment comes from."""

    MEETING = "meeting"
    OPINION = "opinion"
    COMPLAINT = "complaint"


class AssignmentState(StrEnum):
    """Where an assignment stands."""

    ORDERED = "ordered"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    REPORTED = "reported"
    CARRIED = "carried"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A task that somebody ordered: of whom, until when, and what became of it.

    `source_reference` is the number of the opinion or complaint it comes from. One from a
    sealed complaint (`is_sealed`) names that number and bears no words at all. What is still
    open when the next forum is made goes on there under the same number: `carried_from` is the
    assignment or opinion it continues, `origin_forum_id` the forum of its first day, and
    `carried_to` the forum where it went on. `withdrawn` is a reason.
    """

    id: UUID
    forum_id: UUID
    number: str
    task: str
    ordered_by: str
    to_officer: str
    unit: str
    due_on: date | None
    ordered_at: datetime
    source: AssignmentSource = AssignmentSource.MEETING
    source_id: UUID | None = None
    source_reference: str = ""
    is_sealed: bool = False
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    report: str = ""
    reported_at: datetime | None = None
    carried_from: UUID | None = None
    origin_forum_id: UUID | None = None
    carried_to: UUID | None = None
    withdrawn: str = ""
    withdrawn_at: datetime | None = None

    @property
    def state(self) -> AssignmentState:
        """The furthest it has come."""
        passed = (
            (self.withdrawn_at, AssignmentState.WITHDRAWN),
            (self.carried_to, AssignmentState.CARRIED),
            (self.reported_at, AssignmentState.REPORTED),
            (self.answered_at, AssignmentState.ANSWERED),
            (self.acknowledged_at, AssignmentState.ACKNOWLEDGED),
        )
        return next((state for mark, state in passed if mark), AssignmentState.ORDERED)

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has answered yet."""
        return self.state in {AssignmentState.ORDERED, AssignmentState.ACKNOWLEDGED}

    @property
    def is_unfinished(self) -> bool:
        """Tell whether a forum still has to hear of it: it has not been reported."""
        return self.is_waiting or self.state is AssignmentState.ANSWERED


class AssignmentShow(StrEnum):
    """Which assignments are listed: those that wait for an answer, are late, are answered."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """An assignment of a list; `days_left` only while it waits, below nothing when overdue."""

    assignment: Assignment
    days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentCounts:
    """How many wait for an answer, are overdue, are due within seven days, are answered."""

    open: int = 0
    overdue: int = 0
    soon: int = 0
    answered: int = 0
    reported: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Something that was promised and may be told to everybody: no officer's name is in it.

    `unit` is who does it; `outcome` is what was answered or reported so far. `reference` is the
    assignment's number, or the opinion's where nobody was assigned. `said_on` is the day of
    the promise.
    """

    reference: str
    text: str
    unit: str
    due_on: date | None
    said_on: date
    state: AssignmentState
    outcome: str = ""
    source_reference: str = ""
    is_carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseList:
    """What was promised, the nearest day first, and how many complaints are being followed up.

    Complaints are counted only: their words are no one's but the office's.
    """

    lines: tuple[Promised, ...]
    from_complaints: int = 0
    complaints_answered: int = 0
