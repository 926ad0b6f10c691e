"""Health screening at the door: the outcome alone, never the answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class ScreeningResult(StrEnum):
    """What the officer at the door decided."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    SENT_FOR_TEST = "sent_for_test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One person's screening: sealed, and erased when its time is over."""

    id: UUID
    forum_id: UUID
    attendee_id: UUID
    result: ScreeningResult
    screened_at: datetime
    station: str
    officer: str
