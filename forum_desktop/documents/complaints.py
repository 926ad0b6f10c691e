"""The register of complaints for headquarters: the cases, without the people and the facts."""

from collections.abc import Iterator

from forum_desktop.documents.house.affiliation import community_name
from forum_desktop.documents.house.ledger import Column, Grid, Row, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
    SUMMARY,
    ListSetting,
    Marks,
    compose_list_head,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4_LANDSCAPE
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.documents import RegisterContent
from forum_desktop.records.minutes import Edition
from forum_desktop.thai.calendar import short_date
from forum_desktop.wording import Wording


def render(
    content: RegisterContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the register as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so. A public edition, which nobody should order, lists no case.
    """
    frame = list_frame(content, A4_LANDSCAPE)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    return print_list(
        setting,
        content,
        _story(setting, content),
        title=setting.phrases.say("register.title"),
        marks=Marks(right=lambda _: setting.phrases.say("register.secret")),
    )


def _story(setting: ListSetting, content: RegisterContent) -> Iterator[Block]:
    phrases, composer = setting.phrases, setting.composer
    yield from compose_list_head(setting, content, phrases.say("register.title"))
    total = phrases.say("register.all", count=phrases.count(len(content.complaints)))
    if content.edition is not Edition.INTERNAL:
        yield composer.paragraph(Run(phrases.say("register.not_public")), style=REMARK)
    elif content.complaints:
        yield composer.paragraph(Run(total), style=SUMMARY)
        yield _cases(setting, content)
    else:
        yield composer.paragraph(Run(phrases.say("no_complaints")), style=REMARK)
    if content.edition is Edition.INTERNAL and content.sealed_count:
        sealed = phrases.say("register.sealed", count=phrases.count(content.sealed_count))
        yield composer.paragraph(Run(sealed), style=REMARK)


def _cases(setting: ListSetting, content: RegisterContent) -> Block:
    lodged = sorted(content.complaints, key=lambda case: (case.lodged_at, case.reference))
    grid = _grid(setting, len(lodged))
    cases = setting.watch.over(lodged, len(lodged))
    rows = (_row(setting, grid, number, case) for number, case in enumerate(cases, start=1))
    return setting.ledger(set_head(grid), rows)


def _grid(setting: ListSetting, count: int) -> Grid:
    phrases, cm = setting.phrases, CENTIMETRE
    columns = (
        setting.number_column(phrases.say("list.number"), count),
        Column(phrases.say("register.reference"), 2.9 * cm, align=Align.CENTRED),
        Column(phrases.say("register.lodged"), 2.55 * cm, align=Align.CENTRED),
        Column(phrases.say("complaint_kind"), 2.3 * cm, share=1),
        Column(phrases.say("register.subject"), 4.6 * cm, share=4),
        Column(phrases.say("register.place"), 3.0 * cm, share=2),
        Column(phrases.say("register.unit"), 2.3 * cm, share=1),
        Column(phrases.say("register.level"), 2.3 * cm),
        Column(phrases.say("register.due"), 2.55 * cm, align=Align.CENTRED),
        Column(phrases.say("register.state"), 1.9 * cm),
    )
    return setting.fit(columns)


def _row(setting: ListSetting, grid: Grid, number: int, case: Complaint) -> Row:
    phrases, pack = setting.phrases, setting.pack
    wanted = f"{phrases.say('register.wanted')} {case.wanted}" if case.wanted else ""
    lodged = phrases.digits(short_date(case.lodged_at))
    entries = (
        phrases.digits(str(number)),
        Run(case.reference, whole=True),
        (Run(lodged, whole=True), Run(phrases.time(case.lodged_at), whole=True)),
        next((kind.name for kind in pack.complaint_kinds if kind.code == case.kind), case.kind),
        (Run(phrases.say("register.erased") if case.is_erased else case.subject), Run(wanted)),
        (Run(case.place), Run(community_name(phrases, pack, case.community))),
        case.unit,
        phrases.say(f"register.level.{case.level}"),
        Run(phrases.digits(short_date(case.due_on)), whole=True),
        phrases.say(f"register.state.{case.state}"),
    )
    return set_row(grid, entries)
