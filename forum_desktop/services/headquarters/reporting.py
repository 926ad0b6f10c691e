"""Reports across all forums as a sheet, pages or data, and the search through what was said."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from forum_desktop import documents
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.documents import DocumentFormat, OfficeReportContent
from forum_desktop.records.minutes import Edition
from forum_desktop.records.office_report import FoundOpinion, OfficeReport, ReportKind
from forum_desktop.services.headquarters.office import Office
from forum_desktop.services.pack_json import from_json
from forum_desktop.sync.hq.holder import forums_of_code, pack_content
from forum_desktop.sync.hq.reports import count_forums, report_lines
from forum_desktop.sync.hq.searching import search_opinions
from forum_desktop.wording import Wording

FORMATS = (DocumentFormat.XLSX, DocumentFormat.PDF, DocumentFormat.CSV, DocumentFormat.JSON)


def read_report(office: Office, kind: ReportKind, on: date | None = None) -> OfficeReport:
    """Return a report as of a day, today where none is named."""
    day = on or office.clock().date()
    with office.archive.look() as connection:
        lines = report_lines(connection, kind, day)
        return OfficeReport(kind=kind, on=day, forums=count_forums(connection), lines=lines)


def write_report(office: Office, kind: ReportKind, target: Path, on: date | None = None) -> Path:
    """Write a report; the ending of the file's name tells the format.

    Raises Refusal("hq.bad_format"), and "hq.no_forums" where nothing was received yet.
    """
    ending = target.suffix.lower().lstrip(".")
    if ending not in FORMATS:
        raise Refusal("hq.bad_format", formats=" ".join(f".{known}" for known in FORMATS))
    content = _content(office, read_report(office, kind, on))
    write_whole(target, documents.render(content, DocumentFormat(ending), Wording("th")))
    return target


def search(office: Office, typed: str, limit: int = 50) -> tuple[FoundOpinion, ...]:
    """Return opinions of all forums that hold every word typed, at most `limit` of them."""
    with office.archive.look() as connection:
        return search_opinions(connection, typed, limit)


def _content(office: Office, report: OfficeReport) -> OfficeReportContent:
    """Return a report with the look of the latest forum's papers, and nothing of that forum."""
    with office.archive.look() as connection:
        latest = next(iter(forums_of_code(connection, "")), None)
        if latest is None:
            raise Refusal("hq.no_forums")
        pack = from_json(pack_content(connection, latest.id))
    everywhere = replace(
        latest, code="HQ", title="", meeting_name="", purpose="", venue="", held_on=report.on
    )
    return OfficeReportContent(edition=Edition.INTERNAL, forum=everywhere, pack=pack, report=report)
