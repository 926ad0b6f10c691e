"""Who came: appointed members by name, everyone else as counts."""

from collections.abc import Iterator, Sequence

from forum_desktop.documents.minutes.composer import Composer
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import CELL, CENTIMETRE
from forum_desktop.documents.typesetting.table import Column, Grid, Row, Table, set_row
from forum_desktop.records.minutes import CountRow, MinutesContent
from forum_desktop.records.people import Attendee

_NUMBER_WIDTH = 1.1 * CENTIMETRE
_INDENT = 1.25 * CENTIMETRE
_NAME_SHARE = 0.45


def compose_people(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield members present, members absent, and the counts of all others."""
    phrases = composer.phrases
    yield composer.heading(Run(phrases.say("present"), bold=True))
    if content.members_present:
        yield _members(composer, content.members_present, content.chair)
    else:
        yield composer.paragraph(Run(phrases.missing("members")))
    yield composer.heading(Run(phrases.say("absent"), bold=True))
    if content.members_absent:
        yield _members(composer, content.members_absent, None)
    else:
        yield composer.paragraph(Run(phrases.say("none")))
    yield from _participants(composer, content)


def _members(composer: Composer, members: Sequence[Attendee], chair: Attendee | None) -> Table:
    room = composer.width - _NUMBER_WIDTH - _INDENT
    widths = (_NUMBER_WIDTH, _NAME_SHARE * room, (1 - _NAME_SHARE) * room)
    grid = Grid(tuple(Column(width, CELL) for width in widths), ruled=False, indent=_INDENT)
    rows = [
        _member(composer, grid, number, member, chair)
        for number, member in enumerate(members, start=1)
    ]
    return Table(grid, tuple(rows), after=2)


def _member(
    composer: Composer, grid: Grid, number: int, member: Attendee, chair: Attendee | None
) -> Row:
    phrases = composer.phrases
    label = phrases.say("list_number", number=number)
    is_chair = chair is not None and member.id == chair.id
    facts = [member.position, phrases.say("chair_role") if is_chair else ""]
    role = "  ".join(fact for fact in facts if fact)
    return set_row(grid, [Run(label), Run(member.full_name, whole=True), Run(role)])


def _participants(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    phrases = composer.phrases
    sectors, zones = content.participants_by_sector, content.participants_by_zone
    total = max(_total(sectors), _total(zones))
    yield composer.heading(Run(phrases.say("participants"), bold=True))
    if not total:
        yield composer.paragraph(Run(phrases.say("none")))
        return
    yield composer.paragraph(Run(phrases.say("participants_total", count=f"{total:,}")))
    if sectors:
        yield composer.counts(_heads(composer, "sector", sectors), sectors)
    if content.pack.zones and zones:
        yield composer.counts(_heads(composer, "zone", zones), zones)


def _heads(composer: Composer, label: str, rows: Sequence[CountRow]) -> list[str]:
    keys = [label, "people"]
    if any(row.expected is not None for row in rows):
        keys.append("expected_people")
    return [composer.phrases.say(key) for key in keys]


def _total(rows: Sequence[CountRow]) -> int:
    return sum(row.count for row in rows)
