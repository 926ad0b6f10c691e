"""Which tables the content of a document makes."""

from collections.abc import Iterator

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.minutes.shown import shown, shows
from forum_desktop.documents.tables.complaints import complaints_table
from forum_desktop.documents.tables.counts import (
    complaint_counts_table,
    figures_table,
    participants_table,
)
from forum_desktop.documents.tables.decisions import rankings_table, resolutions_table
from forum_desktop.documents.tables.figures import figure_table
from forum_desktop.documents.tables.office_report import office_report_table
from forum_desktop.documents.tables.opinions import opinions_table
from forum_desktop.documents.tables.people import attendees_table, members_table, sign_in_table
from forum_desktop.documents.tables.projects import projects_table
from forum_desktop.documents.tables.promises import promises_table
from forum_desktop.documents.tables.table import DataTable
from forum_desktop.records.documents import (
    AttendeesContent,
    DocumentContent,
    OfficeReportContent,
    OpinionsContent,
    ProjectsContent,
    PromisesContent,
    RegisterContent,
    SignInContent,
    SummaryContent,
)
from forum_desktop.records.figures import FigureContent
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesSection


def tables_of(content: DocumentContent, phrases: Phrases) -> tuple[DataTable, ...]:
    """Return the tables of a document, the main one first.

    What the edition or the choice of sections leaves out is in no table. Receipts and cards
    hold no tables.
    """
    return tuple(_tables(content, phrases))


def _tables(content: DocumentContent, phrases: Phrases) -> Iterator[DataTable]:
    match content:
        case MinutesContent():
            yield from _minutes(content, phrases)
        case SummaryContent():
            yield figures_table(content, phrases)
            yield rankings_table(content.rankings, phrases)
            yield resolutions_table(content.resolutions, phrases)
        case OpinionsContent():
            yield opinions_table(content, phrases)
        case ProjectsContent():
            yield projects_table(content, phrases)
        case AttendeesContent():
            yield attendees_table(content, content.people, phrases)
        case SignInContent():
            yield sign_in_table(content, phrases)
        case RegisterContent():
            yield complaints_table(content, phrases)
        case PromisesContent():
            yield promises_table(content, phrases)
        case OfficeReportContent() | FigureContent():
            yield _counted(content, phrases)


def _counted(content: OfficeReportContent | FigureContent, phrases: Phrases) -> DataTable:
    if isinstance(content, FigureContent):
        return figure_table(content, phrases)
    return office_report_table(content, phrases)


def _minutes(whole: MinutesContent, phrases: Phrases) -> Iterator[DataTable]:
    content = shown(whole)
    yield opinions_table(content, phrases)
    if shows(content, MinutesSection.PROJECTS):
        yield projects_table(content, phrases)
    if shows(content, MinutesSection.RANKING):
        yield rankings_table(content.rankings, phrases)
    yield resolutions_table(content.agenda, phrases)
    yield members_table(content, phrases)
    yield participants_table(content, phrases)
    if shows(content, MinutesSection.COMPLAINTS):
        yield complaint_counts_table(content, phrases)
    if shows(content, MinutesSection.ATTENDEES) and content.edition is Edition.INTERNAL:
        yield attendees_table(content, content.attendees, phrases)
