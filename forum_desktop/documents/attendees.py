"""Who came: counts by sector and zone, then everybody with the moment of check-in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum_desktop.documents.house.affiliation import affiliation
from forum_desktop.documents.house.ledger import Column, Entry, Grid, Row, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
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
from forum_desktop.documents.typesetting.sheet import A4
from forum_desktop.documents.typesetting.style import BODY, CENTIMETRE, Align, TextStyle
from forum_desktop.records.documents import AttendeesContent
from forum_desktop.records.minutes import CountRow
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import AttendeeRow
from forum_desktop.wording import Wording

_CERTIFIED = replace(BODY, before=10, after=30, keeps_next=True)
_LEADING = 21.0
_NOWHERE = "–"


def render(
    content: AttendeesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the list as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    frame = list_frame(content, A4)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    return print_list(
        setting,
        content,
        _story(setting, content),
        title=setting.phrases.say("attendee_list.title"),
        marks=Marks(left=internal_mark(setting, content)),
    )


def _story(setting: ListSetting, content: AttendeesContent) -> Iterator[Block]:
    phrases, composer = setting.phrases, setting.composer
    yield from compose_list_head(setting, content, phrases.say("attendee_list.title"))
    came = phrases.count(sum(row.is_present for row in content.people))
    yield composer.paragraph(Run(phrases.say("attendee_list.came", count=came), bold=True))
    yield from _counts(setting, "sector", content.by_sector)
    if content.pack.zones:
        yield from _counts(setting, "zone", content.by_zone)
    yield composer.heading(Run(phrases.say("attendee_list.names"), bold=True))
    if content.people:
        yield _names(setting, content)
    else:
        yield composer.paragraph(Run(phrases.say("none")), style=REMARK)
    yield from _certificate(setting, came)


def _counts(setting: ListSetting, label: str, rows: Sequence[CountRow]) -> Iterator[Block]:
    keys = [label, "people"]
    if any(row.expected is not None for row in rows):
        keys.append("expected_people")
    if rows:
        yield setting.composer.counts([setting.phrases.say(key) for key in keys], rows)


def _names(setting: ListSetting, content: AttendeesContent) -> Block:
    grid = _grid(setting, len(content.people))
    people = setting.watch.over(content.people, len(content.people))
    rows = (_row(setting, grid, number, person) for number, person in enumerate(people, start=1))
    return setting.ledger(set_head(grid), rows)


def _grid(setting: ListSetting, count: int) -> Grid:
    phrases, cm = setting.phrases, CENTIMETRE
    zone = [Column(phrases.say("zone"), 1.7 * cm)] if setting.pack.zones else []
    columns = (
        setting.number_column(phrases.say("list.number"), count),
        Column(phrases.say("list.name"), 4.6 * cm, share=2),
        Column(phrases.say("list.affiliation"), 3.6 * cm, share=2),
        Column(phrases.say("sector"), 2.6 * cm, share=1),
        *zone,
        Column(phrases.say("attendee_list.time"), 2.2 * cm, align=Align.CENTRED),
    )
    return setting.fit(columns)


def _row(setting: ListSetting, grid: Grid, number: int, row: AttendeeRow) -> Row:
    phrases, pack, person = setting.phrases, setting.pack, row.attendee
    here = row.attendance if row.is_present else None
    zone = [phrases.written(person.zone)] if pack.zones else []
    entries: tuple[Entry, ...] = (
        phrases.digits(str(number)),
        Run(person.full_name, whole=True),
        affiliation(phrases, pack, person),
        _sector_name(pack, person.sector),
        *zone,
        phrases.time(here.checked_in_at) if here else _NOWHERE,
    )
    return set_row(grid, entries)


def _sector_name(pack: EventPack, code: str) -> str:
    return next((sector.name for sector in pack.sectors if sector.code == code), code)


def _certificate(setting: ListSetting, count: str) -> Iterator[Block]:
    """Yield what the registrar signs, on one page."""
    phrases, composer = setting.phrases, setting.composer
    certified = phrases.say("attendee_list.certified", count=count)
    yield composer.paragraph(Run(certified), style=_CERTIFIED)
    half = setting.frame.width / 2 - CENTIMETRE
    style = TextStyle(align=Align.CENTRED, leading=_LEADING, left=half, keeps_next=True)
    for key in ("signed", "typed", "position"):
        yield composer.paragraph(Run(phrases.say(f"attendee_list.{key}")), style=style)
    last = replace(style, keeps_next=False)
    yield composer.paragraph(Run(phrases.say("attendee_list.signed_on")), style=last)
