"""What people say, and apart from it, who said it."""

from dataclasses import dataclass
from datetime import datetime
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One thing said on the floor. No strategy yet means the tray "ยังไม่จัดกลุ่ม".

    `on_behalf_of` is a community or sector, never a person; `withdrawn` is a reason.
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

    `budget` in baht, wished for in the fiscal `year` (of the Common Era) where one was named.
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
