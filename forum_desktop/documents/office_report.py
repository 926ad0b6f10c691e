"""A report of headquarters across all forums, in pages."""

from collections.abc import Iterator
from datetime import date

from forum_desktop.documents.house.ledger import Column, Entry, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
    SUMMARY,
    ListSetting,
    Marks,
    internal_mark,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.tables import Cell, ColumnKind, DataTable, tables_of
from forum_desktop.documents.tables import Column as TableColumn
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4_LANDSCAPE
from forum_desktop.documents.typesetting.style import CENTIMETRE, SUBTITLE, TITLE, Align
from forum_desktop.records.documents import OfficeReportContent
from forum_desktop.thai.calendar import short_date
from forum_desktop.wording import Wording

_NARROWEST = 2.55 * CENTIMETRE
_PER_CHARACTER = 0.1 * CENTIMETRE
_NOTHING = "–"


def render(
    content: OfficeReportContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the report as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    frame = list_frame(content, A4_LANDSCAPE)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    (table,) = tables_of(content, setting.phrases)
    marks = Marks(left=internal_mark(setting, content))
    return print_list(
        setting, content, _story(setting, content, table), title=table.name, marks=marks
    )


def _story(setting: ListSetting, content: OfficeReportContent, table: DataTable) -> Iterator[Block]:
    phrases, composer, report = setting.phrases, setting.composer, content.report
    yield composer.paragraph(Run(table.name, bold=True), style=TITLE)
    yield composer.paragraph(Run(content.forum.municipality, bold=True), style=SUBTITLE)
    told = phrases.say(
        "office_report.as_of", date=phrases.date(report.on), forums=phrases.count(report.forums)
    )
    yield composer.paragraph(Run(told), style=SUMMARY if table.rows else REMARK)
    if table.rows:
        yield _lines(setting, table)
    else:
        yield composer.paragraph(Run(phrases.say("office_report.none")), style=REMARK)


def _lines(setting: ListSetting, table: DataTable) -> Block:
    number = setting.number_column(setting.phrases.say("list.number"), len(table.rows))
    grid = setting.fit((number, *(_column(column) for column in table.columns[1:])))
    told = setting.watch.over(table.rows, len(table.rows))
    rows = (set_row(grid, tuple(_entry(setting, cell) for cell in row)) for row in told)
    return setting.ledger(set_head(grid), rows)


def _column(column: TableColumn) -> Column:
    if column.kind is not ColumnKind.TEXT:
        return Column(column.head, _NARROWEST, align=Align.CENTRED)
    return Column(column.head, _NARROWEST + _PER_CHARACTER * column.width / 2, share=column.width)


def _entry(setting: ListSetting, cell: Cell) -> Entry:
    phrases = setting.phrases
    if isinstance(cell, date):
        return Run(phrases.digits(short_date(cell)), whole=True)
    if isinstance(cell, int):
        return phrases.count(cell)
    return phrases.written(str(cell)) if cell else _NOTHING
