"""An event pack: everything about one municipality and its forum, as data."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class OfficerRole(StrEnum):
    """What an officer does in the meeting."""

    CHAIR = "chair"
    MEMBER = "member"
    RECORDER = "recorder"
    CHECKER = "checker"


class AgendaKind(StrEnum):
    """The five standard heads of an agenda, and the two ways item 4 is filled."""

    INFORM = "inform"
    APPROVE_MINUTES = "approve_minutes"
    PRESENT_PLAN = "present_plan"
    CONSIDER = "consider"
    HEAR_OPINIONS = "hear_opinions"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelNames:
    """What the two levels of the plan are called here."""

    strategy: str = "ยุทธศาสตร์"
    approach: str = "แนวทางการพัฒนา"
    strategy_english: str = "Strategy"
    approach_english: str = "Development approach"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackApproach:
    """A development approach: its number within the strategy and its exact words."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStrategy:
    """A strategy of the plan; `short` fits a key cap or chip."""

    number: int
    name: str
    short: str
    approaches: tuple[PackApproach, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector of society; `expected` people from it, where the organiser knows."""

    code: str
    name: str
    english: str = ""
    expected: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSession:
    """A part of the day that people check in to: the morning, the afternoon, a group's room.

    Where `sectors` or `zones` are named it is meant for these only; the desk says so.
    """

    code: str
    name: str
    english: str = ""
    starts_at: time | None = None
    sectors: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()


SESSIONS = (MeetingSession(code="main", name="การประชุม", english="Meeting"),)
"""The one session of a meeting that is not parted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Help that is counted at the desk, never noted beside a name."""

    code: str
    name: str
    english: str = ""


NEEDS = (
    Need(code="wheelchair", name="เก้าอี้รถเข็น", english="Wheelchair"),
    Need(code="sign-language", name="ล่ามภาษามือ", english="Sign language"),
    Need(code="interpreter", name="ล่ามภาษา", english="Interpreter"),
)
"""The needs that are counted where a pack names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthScreening:
    """Screening at the door, off unless the pack turns it on; outcomes are kept for days."""

    is_on: bool = False
    name: str = "คัดกรองสุขภาพ"
    english: str = "Health screening"
    keep_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days after the meeting for which personal data are kept, by class."""

    speaker_days: int = 365
    attendee_days: int = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A community (ชุมชน); `zone` names its zone; unconfirmed names are shown as such."""

    name: str
    zone: str = ""
    aliases: tuple[str, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An appointed person of the meeting, as of its date."""

    title: str
    first_name: str
    last_name: str = ""
    position: str = ""
    role: OfficerRole = OfficerRole.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPreset:
    """One item of the preset agenda; `number` is 1-based, `minutes` how long it should take."""

    number: int
    title: str
    kind: AgendaKind = AgendaKind.OTHER
    text: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintQuestion:
    """A question that is asked for one kind of complaint only."""

    code: str
    text: str
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintKind:
    """A kind of complaint and the unit that answers for it.

    A kind that is `sealed`, as complaints about officials are, is read by headquarters only.
    """

    code: str
    name: str
    english: str = ""
    unit: str = ""
    sealed: bool = False
    questions: tuple[ComplaintQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRules:
    """How days until the answer are counted, and what is told in an emergency.

    `holidays` are days off beside those of the whole country.
    """

    working_days: bool = False
    holidays: tuple[date, ...] = ()
    emergency: str = ""
    emergency_english: str = ""
    emergency_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice shown to people, with its version."""

    key: str
    title: str
    text: str
    version: str = "1"


class ProjectColumn(StrEnum):
    """A column that the project list of a plan edition may have."""

    OBJECTIVE = "objective"
    TARGET = "target"
    PLACE = "place"
    BUDGETS = "budgets"
    INDICATOR = "indicator"
    OUTCOME = "outcome"
    UNIT = "unit"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectForm:
    """The project list of the plan edition: its name, fiscal years (C.E.) and columns.

    The number and the project stand before these columns.
    """

    name: str = "แบบ ผ.02"
    title: str = "รายละเอียดโครงการพัฒนา"
    years: tuple[int, ...] = ()
    columns: tuple[ProjectColumn, ...] = (
        ProjectColumn.OBJECTIVE,
        ProjectColumn.TARGET,
        ProjectColumn.BUDGETS,
        ProjectColumn.INDICATOR,
        ProjectColumn.OUTCOME,
        ProjectColumn.UNIT,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A phrase of official Thai that the minutes editor offers under its name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSettings:
    """How this municipality writes its documents; margins in centimetres.

    `typeface` names an installed typeface such as "TH Sarabun New"; empty is the bundled one.
    """

    thai_digits: bool = True
    era_word: bool = False
    time_word: str = "น."
    margin_left: float = 3.0
    margin_right: float = 2.0
    margin_top: float = 2.5
    margin_bottom: float = 2.0
    typeface: str = ""
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPack:
    """All that a forum copies when it is created. Years are of the Common Era."""

    key: str
    code: str
    municipality: str
    title: str
    level: str
    meeting_name: str
    meeting_number: str
    purpose: str
    vision: str
    held_on: date
    starts_at: time
    venue: str
    fiscal_year: int
    plan_edition: str
    levels: LevelNames
    strategies: tuple[PackStrategy, ...]
    sectors: tuple[Sector, ...]
    communities: tuple[Community, ...]
    officers: tuple[Officer, ...]
    agenda: tuple[AgendaPreset, ...]
    complaint_kinds: tuple[ComplaintKind, ...]
    complaint_days: int
    notices: tuple[Notice, ...]
    documents: DocumentSettings
    projects: ProjectForm = ProjectForm()
    sessions: tuple[MeetingSession, ...] = SESSIONS
    needs: tuple[Need, ...] = NEEDS
    screening: HealthScreening = HealthScreening()
    retention: Retention = Retention()
    complaint_rules: ComplaintRules = ComplaintRules()
    hq_recipient: str = ""
    hq_receipt_key: str = ""
    """Headquarters' public keys (age1..., Ed25519 in hexadecimal); empty where not known yet."""

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones that communities name, in their order of appearance."""
        return tuple(dict.fromkeys(place.zone for place in self.communities if place.zone))
