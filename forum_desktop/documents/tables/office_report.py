"""The table of a report of headquarters, alike in every format."""

from types import MappingProxyType
from typing import Any

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, fill_numbered
from forum_desktop.records.documents import OfficeReportContent
from forum_desktop.records.office_report import ReportKind

_NUMBER, _DATE, _TEXT = ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.TEXT

_COLUMNS: MappingProxyType[ReportKind, tuple[tuple[str, float, ColumnKind], ...]] = (
    MappingProxyType(
        {
            ReportKind.ATTENDANCE: (
                ("forum", 12, _TEXT),
                ("title", 44, _TEXT),
                ("held_on", 14, _DATE),
                ("registered", 12, _NUMBER),
                ("present", 12, _NUMBER),
            ),
            ReportKind.OPINIONS: (
                ("strategy", 50, _TEXT),
                ("forums", 12, _NUMBER),
                ("opinions", 12, _NUMBER),
                ("answered", 12, _NUMBER),
            ),
            ReportKind.PROPOSALS: (
                ("forum", 12, _TEXT),
                ("reference", 16, _TEXT),
                ("title", 44, _TEXT),
                ("place", 22, _TEXT),
                ("points", 10, _NUMBER),
                ("supports", 12, _NUMBER),
                ("budget", 16, _NUMBER),
            ),
            ReportKind.COMPLAINTS: (
                ("unit", 40, _TEXT),
                ("waiting", 14, _NUMBER),
                ("overdue", 14, _NUMBER),
                ("soon", 18, _NUMBER),
                ("answered", 14, _NUMBER),
            ),
            ReportKind.DELEGATIONS: (
                ("forum", 12, _TEXT),
                ("number", 16, _TEXT),
                ("task", 40, _TEXT),
                ("unit", 20, _TEXT),
                ("officer", 22, _TEXT),
                ("due_on", 14, _DATE),
                ("days_left", 12, _NUMBER),
            ),
        }
    )
)
"""The facts of a line, how wide they are in characters, and what they are."""


def office_report_table(content: OfficeReportContent, phrases: Phrases) -> DataTable:
    """Return the lines of a report in their order, numbered."""
    report = content.report
    fields = tuple(_field(phrases, *column) for column in _COLUMNS[report.kind])
    return fill_numbered(phrases, f"office_{report.kind}", fields, report.lines)


def _field(phrases: Phrases, fact: str, width: float, kind: ColumnKind) -> Field[Any]:
    unsaid = phrases.say(f"office_report.no_{fact}") if fact in {"strategy", "unit"} else ""

    def read(line: object) -> Any:
        return getattr(line, fact) if getattr(line, fact) != "" else unsaid

    # "number" is the running number of every table: a task's own is told apart from it.
    key = "task_number" if fact == "number" else fact
    return Field(key, read, width, kind, phrases.say(f"office_report.head.{fact}"))
