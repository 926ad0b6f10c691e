"""The list of what was promised and what became of it, for the next forum."""

from collections.abc import Iterator

from forum_desktop.documents.house.ledger import Column, Entry, Grid, Row, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
    SUMMARY,
    ListSetting,
    Marks,
    compose_list_head,
    internal_mark,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4_LANDSCAPE
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.documents import PromiseRow, PromisesContent
from forum_desktop.records.minutes import Edition
from forum_desktop.thai.calendar import short_date
from forum_desktop.wording import Wording

_NOTHING = "–"


def render(
    content: PromisesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the list as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    frame = list_frame(content, A4_LANDSCAPE)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    title = setting.phrases.say("promises.title")
    marks = Marks(left=internal_mark(setting, content))
    return print_list(setting, content, _story(setting, content), title=title, marks=marks)


def _story(setting: ListSetting, content: PromisesContent) -> Iterator[Block]:
    phrases, composer = setting.phrases, setting.composer
    yield from compose_list_head(setting, content, phrases.say("promises.title"))
    if content.rows:
        total = phrases.say("promises.all", count=phrases.count(len(content.rows)))
        yield composer.paragraph(Run(total), style=SUMMARY)
        yield _lines(setting, content)
    else:
        yield composer.paragraph(Run(phrases.say("promises.none")), style=REMARK)
    if content.from_complaints and content.edition is not Edition.INTERNAL:
        told = phrases.say(
            "promises.complaints",
            count=phrases.count(content.from_complaints),
            answered=phrases.count(content.complaints_answered),
        )
        yield composer.paragraph(Run(told), style=REMARK)


def _lines(setting: ListSetting, content: PromisesContent) -> Block:
    grid = _grid(setting, len(content.rows))
    told = setting.watch.over(content.rows, len(content.rows))
    rows = (_row(setting, grid, number, line) for number, line in enumerate(told, start=1))
    return setting.ledger(set_head(grid), rows)


def _grid(setting: ListSetting, count: int) -> Grid:
    phrases, cm = setting.phrases, CENTIMETRE
    columns = (
        setting.number_column(phrases.say("list.number"), count),
        Column(phrases.say("promises.reference"), 3.2 * cm, align=Align.CENTRED),
        Column(phrases.say("promises.promise"), 5.5 * cm, share=4),
        Column(phrases.say("promises.who"), 3.6 * cm, share=2),
        Column(phrases.say("promises.said_on"), 2.55 * cm, align=Align.CENTRED),
        Column(phrases.say("promises.due_on"), 2.55 * cm, align=Align.CENTRED),
        Column(phrases.say("promises.outcome"), 4.2 * cm, share=3),
    )
    return setting.fit(columns)


def _row(setting: ListSetting, grid: Grid, number: int, row: PromiseRow) -> Row:
    phrases, told = setting.phrases, row.promised
    due = phrases.digits(short_date(told.due_on)) if told.due_on else _NOTHING
    entries: tuple[Entry, ...] = (
        phrases.digits(str(number)),
        _numbers(setting, row),
        phrases.written(told.text) or phrases.say("promises.of_complaint"),
        _who(setting, row),
        Run(phrases.digits(short_date(told.said_on)), whole=True),
        Run(due, whole=True),
        (
            Run(phrases.say(f"promises.state.{told.state.value}"), bold=True),
            Run(phrases.written(told.outcome)),
        ),
    )
    return set_row(grid, entries)


def _numbers(setting: ListSetting, row: PromiseRow) -> Entry:
    """Return the number, and under it that of the opinion or complaint it comes from."""
    told = row.promised
    number = Run(told.reference, whole=True)
    if told.source_reference in {"", told.reference}:
        return number
    return number, Run(f"({told.source_reference})", whole=True)


def _who(setting: ListSetting, row: PromiseRow) -> Entry:
    lines = [Run(text) for text in (row.promised.unit, row.officer) if text]
    if row.ordered_by:
        by = setting.phrases.say("promises.ordered_by", name=row.ordered_by)
        lines.append(Run(by))
    return tuple(lines) or _NOTHING
