"""Documents: which there are, and all that each of them prints."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from forum_desktop.records.assignment import Assignment, Promised
from forum_desktop.records.badges import FOR_EVERYBODY, Badge, BadgeOrder, LabelLayout
from forum_desktop.records.complaint import Complaint, ComplaintLevel
from forum_desktop.records.figures import FigureContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, Station
from forum_desktop.records.minutes import (
    CountRow,
    Edition,
    MinutesContent,
    MinutesOpinion,
    MinutesTexts,
)
from forum_desktop.records.office_report import OfficeReport
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRow
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import ProjectRow, RankingTable
from forum_desktop.records.privacy import PersonFile
from forum_desktop.records.quick_card import QuickCardsContent


class DocumentKind(StrEnum):
    """Every document the app makes."""

    MINUTES = "minutes"
    SUMMARY = "summary"
    SIGN_IN = "sign-in"
    ATTENDEES = "attendees"
    OPINIONS = "opinions"
    PROJECTS = "projects"
    RECEIPT = "receipt"
    COMPLAINTS = "complaints"
    CARDS = "cards"
    BADGES = "badges"
    PERSON = "person"
    COMPLAINT_FORMS = "complaint-forms"
    ORDER_SLIP = "order-slip"
    PROMISES = "promises"
    RECOVERY_SLIP = "recovery-slip"
    HAND_OVER = "hand-over"
    OFFICE_REPORT = "office-report"
    FIGURE = "figure"
    QUICK_CARDS = "quick-cards"


class DocumentFormat(StrEnum):
    """The kinds of file; each is also the ending of the file's name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOffer:
    """In which editions and formats a kind of document can be had, the usual one first."""

    kind: DocumentKind
    editions: tuple[Edition, ...]
    formats: tuple[DocumentFormat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOrder:
    """One document somebody wants; `complaint` is the reference number a receipt is for.

    `assignment` is the number that an order slip is for, `badges` whose badges are made and on
    which sheets.
    """

    kind: DocumentKind
    edition: Edition = Edition.PUBLIC
    format: DocumentFormat = DocumentFormat.PDF
    complaint: str = ""
    badges: BadgeOrder = FOR_EVERYBODY
    assignment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    edition: Edition
    forum: Forum
    pack: EventPack


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryContent(_Content):
    """One page for the mayor: counts only, no words and no names but the chair's."""

    texts: MinutesTexts
    chair: Attendee | None
    registered: int
    present: int
    by_sector: tuple[CountRow, ...]
    by_zone: tuple[CountRow, ...]
    opinions_by_strategy: tuple[CountRow, ...]
    opinions_by_kind: tuple[CountRow, ...]
    answered: int
    rankings: tuple[RankingTable, ...]
    resolutions: tuple[AgendaItem, ...]
    project_count: int
    project_budget: int
    complaints_by_kind: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInGroup:
    """The people of one sheet: of a zone and community, or of an organisation, or all."""

    zone: str
    community: str
    people: tuple[Attendee, ...]
    blank_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInContent(_Content):
    """Sheets to sign by hand; internal, as they bear names."""

    groups: tuple[SignInGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeesContent(_Content):
    """Who came, with the moments of their check-in; internal."""

    people: tuple[AttendeeRow, ...]
    by_sector: tuple[CountRow, ...]
    by_zone: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionsContent(_Content):
    """Every opinion that stands, for the table by strategy."""

    strategies: tuple[Strategy, ...]
    approaches: tuple[Approach, ...]
    opinions: tuple[MinutesOpinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectsContent(_Content):
    """Every proposed project, for the list in the shape of แบบ ผ.02."""

    strategies: tuple[Strategy, ...]
    approaches: tuple[Approach, ...]
    projects: tuple[ProjectRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContent(_Content):
    """What a complainant is given: a number and when to expect an answer, nothing of the case.

    `follow_up` tells how to ask after it, in the municipality's words.
    """

    reference: str
    kind: str
    unit: str
    level: ComplaintLevel
    lodged_at: datetime
    due_on: date
    station: str
    follow_up: str
    is_sealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterContent(_Content):
    """The register of complaints, without the people; internal, for headquarters only."""

    complaints: tuple[Complaint, ...]
    sealed_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsContent(_Content):
    """Cards and forms to fill in by hand, bearing the station's code."""

    strategies: tuple[Strategy, ...]
    station: Station


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFormsContent(_Content):
    """Blank forms to fill in by hand, each under a number of its own that was set aside for it."""

    station: Station
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesContent(_Content):
    """Badges in the order in which they stand on the sheets; internal, as they bear names.

    `order` is what was asked for, the codes of blank badges among it.
    """

    order: BadgeOrder
    layout: LabelLayout
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonContent(_Content):
    """A person's own copy of everything kept about her; for her alone, not in any offer."""

    file: PersonFile
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSlipContent(_Content):
    """What an officer is told to do (ใบมอบหมายงาน), as it was ordered; internal.

    `origin` is the forum from which it was taken over.
    """

    assignment: Assignment
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A line of the list of promises; a public edition leaves who ordered it of whom empty."""

    promised: Promised
    officer: str = ""
    ordered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesContent(_Content):
    """What was promised and what became of it; a public edition only counts complaints."""

    rows: tuple[PromiseRow, ...]
    from_complaints: int = 0
    complaints_answered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeReportContent(_Content):
    """A report of headquarters across forums; internal, and `forum` stands for all of them."""

    report: OfficeReport


DocumentContent = (
    MinutesContent
    | SummaryContent
    | SignInContent
    | AttendeesContent
    | OpinionsContent
    | ProjectsContent
    | ReceiptContent
    | RegisterContent
    | CardsContent
    | BadgesContent
    | PersonContent
    | ComplaintFormsContent
    | OrderSlipContent
    | PromisesContent
    | OfficeReportContent
    | FigureContent
    | QuickCardsContent
)


KINDS: MappingProxyType[type, DocumentKind] = MappingProxyType(
    {
        MinutesContent: DocumentKind.MINUTES,
        SummaryContent: DocumentKind.SUMMARY,
        SignInContent: DocumentKind.SIGN_IN,
        AttendeesContent: DocumentKind.ATTENDEES,
        OpinionsContent: DocumentKind.OPINIONS,
        ProjectsContent: DocumentKind.PROJECTS,
        ReceiptContent: DocumentKind.RECEIPT,
        RegisterContent: DocumentKind.COMPLAINTS,
        CardsContent: DocumentKind.CARDS,
        BadgesContent: DocumentKind.BADGES,
        PersonContent: DocumentKind.PERSON,
        ComplaintFormsContent: DocumentKind.COMPLAINT_FORMS,
        OrderSlipContent: DocumentKind.ORDER_SLIP,
        PromisesContent: DocumentKind.PROMISES,
        OfficeReportContent: DocumentKind.OFFICE_REPORT,
        FigureContent: DocumentKind.FIGURE,
        QuickCardsContent: DocumentKind.QUICK_CARDS,
    }
)
"""Which document each content is for."""
