"""Who came and who is missing, as counts: fit for the projector, without a name."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often one laptop counted something; only that laptop writes it, so sums are exact."""

    id: UUID
    forum_id: UUID
    subject: str
    station: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TallySum:
    """A subject counted at all stations together."""

    subject: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """One sector or zone; `code` is empty for those who stated none.

    `expected` is None where the organiser gave no number.
    """

    code: str
    label: str
    english: str
    expected: int | None
    registered: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalMinute:
    """How many checked in within the minute that begins at `at`."""

    at: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """The head count of a session; an empty `session` means any of the day.

    `per_minute` has every minute from the first arrival to the last, empty ones too.
    """

    session: str
    registered: int
    expected: int
    present: int
    left: int
    from_paper: int
    by_sector: tuple[ArrivalRow, ...]
    by_zone: tuple[ArrivalRow, ...]
    per_minute: tuple[ArrivalMinute, ...]
    needs: tuple[TallySum, ...]
    screenings: tuple[TallySum, ...]
