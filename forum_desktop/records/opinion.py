"""What people say, and apart from it, who said it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class OpinionKind(StrEnum):
    """What an utterance is."""

    PROBLEM = "problem"
    NEED = "need"
    SUGGESTION = "suggestion"
    PROJECT = "project"
    QUESTION = "question"
    PRAISE = "praise"


class ReadBack(StrEnum):
    """Whether the speaker agreed to the wording that the hall saw."""

    NOT_YET = "not_yet"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One thing said on the floor. No strategy yet means the tray "ยังไม่จัดกลุ่ม".

    `on_behalf_of` is a community or sector, never a person; `withdrawn` is a reason.
    `urgency` runs from 0 to 2; `tags` are parted by line ends. `answered_by` is a member of the
    panel; `promise` is what was promised and `promised_until` the day by which. What was joined
    into another opinion (`joined_into`) counts there as a support; `split_from` is the opinion
    of which this is a part.
    """

    id: UUID
    forum_id: UUID
    reference: str
    strategy_id: UUID | None
    approach_id: UUID | None
    kind: OpinionKind
    text: str
    on_behalf_of: str
    said_at: datetime
    answer: str = ""
    withdrawn: str = ""
    other_approach_id: UUID | None = None
    urgency: int = 0
    tags: str = ""
    place: str = ""
    answered_by: UUID | None = None
    promise: str = ""
    promised_until: date | None = None
    read_back: ReadBack = ReadBack.NOT_YET
    read_back_at: datetime | None = None
    joined_into: UUID | None = None
    split_from: UUID | None = None

    @property
    def stands(self) -> bool:
        """Tell whether it is listed for itself: neither withdrawn nor joined into another."""
        return not self.withdrawn and self.joined_into is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said, as it is taken down; the facts mean what they mean in `Opinion`.

    `may_be_named` is what the speaker says of this one time; None follows her consent.
    """

    text: str
    kind: OpinionKind
    strategy_id: UUID | None = None
    approach_id: UUID | None = None
    other_approach_id: UUID | None = None
    on_behalf_of: str = ""
    urgency: int = 0
    tags: str = ""
    place: str = ""
    speaker_id: UUID | None = None
    may_be_named: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Somebody said the same: counted with the opinion instead of written down again.

    `on_behalf_of` is a community or sector, never a person; `withdrawn` is a reason.
    """

    id: UUID
    forum_id: UUID
    opinion_id: UUID
    on_behalf_of: str
    said_at: datetime
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOpinion:
    """The trace of an opinion that went to the complaint desk: that it did, and nothing said."""

    id: UUID
    forum_id: UUID
    reference: str
    strategy_id: UUID | None
    moved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An opinion before and after an act, from which the act can be undone and done again."""

    before: Opinion
    after: Opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionFilter:
    """What is searched for; what is None or empty leaves everything in.

    `behalf` is a community or sector: on whose behalf it was said, or the place it is about.
    `is_unsorted` means what has no strategy yet.
    """

    typed: str = ""
    strategy_id: UUID | None = None
    is_unsorted: bool = False
    kind: OpinionKind | None = None
    behalf: str = ""
    urgency: int = 0
    is_unanswered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    """An opinion with how many said the same: `supports` at the time, `joined` written apart."""

    opinion: Opinion
    supports: int = 0
    joined: int = 0

    @property
    def weight(self) -> int:
        """How many voices it has, its own among them."""
        return 1 + self.supports + self.joined


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLink:
    """Who said an opinion; prints as a name only where the speaker agreed."""

    id: UUID
    forum_id: UUID
    opinion_id: UUID
    attendee_id: UUID
    may_be_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposed project, a future row of the project list (แบบ ผ.02).

    `budget` in baht, wished for in the fiscal `year` (of the Common Era) where one was named;
    `withdrawn` is a reason.
    """

    id: UUID
    forum_id: UUID
    opinion_id: UUID | None
    strategy_id: UUID | None
    approach_id: UUID | None
    title: str
    target: str = ""
    place: str = ""
    budget: int | None = None
    reference: str = ""
    objective: str = ""
    indicator: str = ""
    outcome: str = ""
    unit: str = ""
    year: int | None = None
    withdrawn: str = ""
    complaint_id: UUID | None = None
