"""Who came: appointed members by name, everyone else as counts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.sentences import (
    count_heads,
    member_words,
    participant_count,
    participants_words,
)
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import BODY, CELL, CENTIMETRE
from forum_desktop.documents.typesetting.table import Column, Grid, Row, Table
from forum_desktop.records.minutes import MinutesContent, MinutesMember
from forum_desktop.records.people import Attendee

_NUMBER_WIDTH = 1.1 * CENTIMETRE
_ROLE_WIDTH = 1.8 * CENTIMETRE
_REASON_WIDTH = 3.4 * CENTIMETRE
_INDENT = 1.25 * CENTIMETRE
_NAME_SHARE = 0.45
_LEAD = replace(BODY, keeps_next=True)


def compose_people(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield members present, members absent, and the counts of all others."""
    phrases = composer.phrases
    yield composer.heading(Run(phrases.say("present"), bold=True))
    if content.members_present:
        yield _members(composer, content.members_present, _ROLE_WIDTH, content.chair)
    else:
        yield composer.paragraph(Run(phrases.missing("members")))
    yield composer.heading(Run(phrases.say("absent"), bold=True))
    if content.members_absent:
        yield _members(composer, content.members_absent, _REASON_WIDTH)
    else:
        yield composer.paragraph(Run(phrases.say("none")))
    yield from _participants(composer, content)


def _members(
    composer: Composer,
    members: Sequence[MinutesMember],
    last: float,
    chair: Attendee | None = None,
) -> Table:
    room = composer.width - _NUMBER_WIDTH - _INDENT - last
    widths = (_NUMBER_WIDTH, _NAME_SHARE * room, (1 - _NAME_SHARE) * room, last)
    grid = Grid(tuple(Column(width, CELL) for width in widths), ruled=False, indent=_INDENT)
    rows = [
        _member(composer, grid, number, member, chair)
        for number, member in enumerate(members, start=1)
    ]
    return Table(grid, tuple(rows), after=2)


def _member(
    composer: Composer, grid: Grid, number: int, member: MinutesMember, chair: Attendee | None
) -> Row:
    label = composer.phrases.say("list_number", number=number)
    name, position, said = member_words(composer.phrases, member, chair)
    return composer.row(grid, [Run(label), Run(name, whole=True), Run(position), Run(said)])


def _participants(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    phrases = composer.phrases
    sectors, zones = content.participants_by_sector, content.participants_by_zone
    yield composer.heading(Run(phrases.say("participants"), bold=True))
    if not participant_count(content):
        yield composer.paragraph(Run(phrases.say("none")))
        return
    lead = participants_words(phrases, content)
    yield composer.paragraph(Run(lead), style=_LEAD)
    if sectors:
        yield composer.counts(count_heads(composer.phrases, "sector", sectors), sectors)
    if content.pack.zones and zones:
        yield composer.counts(count_heads(composer.phrases, "zone", zones), zones)
