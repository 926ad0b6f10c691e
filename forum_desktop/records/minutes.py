"""What the minutes are made of: free texts, and the whole content of the document."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.records.plan import Approach, Strategy


class Edition(StrEnum):
    """The class of reader an output is made for."""

    PUBLIC = "public"
    INTERNAL = "internal"


class MinutesStatus(StrEnum):
    """A draft says that it is one."""

    DRAFT = "draft"
    CHECKED = "checked"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTexts:
    """What the clerk types for the minutes of a forum; one record a forum."""

    id: UUID
    forum_id: UUID
    meeting_number: str
    opening: str = ""
    closing: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    recorder_name: str = ""
    recorder_position: str = ""
    checker_name: str = ""
    checker_position: str = ""
    status: MinutesStatus = MinutesStatus.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesOpinion:
    """An opinion as the minutes print it; `attribution` is already safe for the edition."""

    reference: str
    strategy_id: UUID | None
    approach_id: UUID | None
    kind: OpinionKind
    text: str
    attribution: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDelegation:
    """A change of hands as the minutes print it; both names as full names with positions."""

    delegated_at: datetime
    delegator: Attendee
    delegate: Attendee
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A labelled count; `expected` where the organiser said."""

    label: str
    count: int
    expected: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContent:
    """Everything the minutes print, and nothing sealed: complaints are counts by kind."""

    edition: Edition
    forum: Forum
    pack: EventPack
    texts: MinutesTexts
    strategies: tuple[Strategy, ...]
    approaches: tuple[Approach, ...]
    agenda: tuple[AgendaItem, ...]
    chair: Attendee | None
    members_present: tuple[Attendee, ...]
    members_absent: tuple[Attendee, ...]
    participants_by_sector: tuple[CountRow, ...]
    participants_by_zone: tuple[CountRow, ...]
    opinions: tuple[MinutesOpinion, ...]
    delegations: tuple[MinutesDelegation, ...]
    complaints_by_kind: tuple[CountRow, ...]
