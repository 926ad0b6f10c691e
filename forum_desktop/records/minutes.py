"""What the minutes are made of: free texts, and the whole content of the document."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, Break
from forum_desktop.records.opinion import OpinionKind, ReadBack
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRow
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import ProjectRow, RankingTable


class Edition(StrEnum):
    """The class of reader an output is made for."""

    PUBLIC = "public"
    INTERNAL = "internal"


class MinutesStatus(StrEnum):
    """A draft says that it is one."""

    DRAFT = "draft"
    CHECKED = "checked"
    CERTIFIED = "certified"


class MinutesSection(StrEnum):
    """A part of the minutes that the clerk may leave out; all others belong to the form."""

    PLAN = "plan"
    ANSWERS = "answers"
    RANKING = "ranking"
    PROJECTS = "projects"
    COMPLAINTS = "complaints"
    ATTENDEES = "attendees"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesTexts:
    """What the clerk types for the minutes of a forum; one record a forum.

    `reopened` is why they were last opened again after they had been certified;
    `unsorted_reason` is why opinions were left without a strategy when the forum was closed.
    """

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
    certified_on: date | None = None
    certified_how: str = ""
    reopened: str = ""
    unsorted_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoices:
    """How the documents of one forum are written, where it departs from its pack.

    One record a forum. A False `shows_...` leaves that section out of the minutes.
    """

    id: UUID
    forum_id: UUID
    thai_digits: bool
    era_word: bool
    time_word: str
    margin_left: float
    margin_right: float
    margin_top: float
    margin_bottom: float
    typeface: str = ""
    shows_plan: bool = True
    shows_answers: bool = True
    shows_ranking: bool = True
    shows_projects: bool = True
    shows_complaints: bool = True
    shows_attendees: bool = True

    @property
    def sections(self) -> frozenset[MinutesSection]:
        """The sections that are shown."""
        return frozenset(part for part in MinutesSection if getattr(self, f"shows_{part}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesOpinion:
    """An opinion as the minutes print it; `attribution` is already safe for the edition.

    `supports` others said the same at the time, `joined` said it in words of their own that were
    joined into this. `answered_by` is a member of the panel by name and position.
    """

    reference: str
    strategy_id: UUID | None
    approach_id: UUID | None
    kind: OpinionKind
    text: str
    attribution: str
    answer: str
    said_at: datetime | None = None
    supports: int = 0
    joined: int = 0
    answered_by: str = ""
    promise: str = ""
    promised_until: date | None = None
    read_back: ReadBack = ReadBack.NOT_YET

    @property
    def voices(self) -> int:
        """How many said so, the first speaker among them."""
        return 1 + self.supports + self.joined


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDelegation:
    """A change of hands as the minutes print it; both names as full names with positions."""

    delegated_at: datetime
    delegator: Attendee
    delegate: Attendee
    task: str
    takes_chair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesMember:
    """A line of the appointed members: who came, for whom, or why a member did not come.

    `stands_for` is the member in whose place she came (มาประชุมแทน), `absence` the reason told.
    """

    person: Attendee
    stands_for: Attendee | None = None
    absence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A labelled count; `expected` where the organiser said."""

    label: str
    count: int
    expected: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContent:
    """Everything the minutes print, and nothing sealed: complaints are counts by kind.

    A member who is represented is in neither list of members: her substitute stands in the
    first one. `attendees` are those present, for the annex; the public edition has none.
    """

    edition: Edition
    forum: Forum
    pack: EventPack
    texts: MinutesTexts
    strategies: tuple[Strategy, ...]
    approaches: tuple[Approach, ...]
    agenda: tuple[AgendaItem, ...]
    chair: Attendee | None
    members_present: tuple[MinutesMember, ...]
    members_absent: tuple[MinutesMember, ...]
    participants_by_sector: tuple[CountRow, ...]
    participants_by_zone: tuple[CountRow, ...]
    opinions: tuple[MinutesOpinion, ...]
    delegations: tuple[MinutesDelegation, ...]
    complaints_by_kind: tuple[CountRow, ...]
    rankings: tuple[RankingTable, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    attendees: tuple[AttendeeRow, ...] = ()
    breaks: tuple[Break, ...] = ()
    sections: frozenset[MinutesSection] = frozenset(MinutesSection)
