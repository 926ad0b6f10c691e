"""The list of those who took part, by zone and name; only an internal edition has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forum_desktop.documents.house.affiliation import affiliation
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.ledger import (
    Column,
    Grid,
    Ledger,
    Row,
    fit,
    set_band,
    set_head,
    set_row,
)
from forum_desktop.documents.house.page_frame import frame_of
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.thai.collation import collation_key


@dataclass(frozen=True, slots=True)
class _Zone:
    """The people of a zone; an empty name is for those whose zone nobody stated."""

    name: str
    people: tuple[Attendee, ...]


def compose_attendees(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the numbered list; in a pack with zones each has a band of its own."""
    grid = _grid(composer)
    page_height = frame_of(content.pack.documents).height
    yield Ledger(set_head(grid), tuple(_rows(composer, content, grid)), page_height)


def _grid(composer: Composer) -> Grid:
    phrases, cm = composer.phrases, CENTIMETRE
    columns = (
        Column(phrases.say("list.number"), 1.2 * cm, align=Align.CENTRED),
        Column(phrases.say("list.name"), 4.5 * cm, share=1),
        Column(phrases.say("annex.affiliation"), 4.4 * cm, share=2),
        Column(phrases.say("sector"), 4.6 * cm, share=1),
    )
    return fit(columns, composer.width, face=composer.face)


def _rows(composer: Composer, content: MinutesContent, grid: Grid) -> Iterator[Row]:
    number, sectors = 0, {sector.code: sector.name for sector in content.pack.sectors}
    for zone in _zones(content):
        if content.pack.zones:
            yield set_band(grid, Run(_zone_name(composer, zone), bold=True))
        for person in zone.people:
            number += 1
            entries = (
                composer.phrases.count(number),
                Run(person.full_name, whole=True),
                affiliation(composer.phrases, content.pack, person),
                sectors.get(person.sector, person.sector),
            )
            yield set_row(grid, entries)


def _zone_name(composer: Composer, zone: _Zone) -> str:
    phrases = composer.phrases
    name = phrases.written(zone.name) or phrases.say("annex.no_zone")
    return phrases.say("annex.zone", name=name, count=phrases.count(len(zone.people)))


def _zones(content: MinutesContent) -> Iterator[_Zone]:
    """Yield zones as the pack orders them, then any other, last those of none."""
    people = sorted((row.attendee for row in content.attendees), key=_by_name)
    if not content.pack.zones:
        yield _Zone("", tuple(people))
        return
    for name in _zone_names(content.pack, people):
        yield _Zone(name, tuple(person for person in people if person.zone == name))


def _zone_names(pack: EventPack, people: Sequence[Attendee]) -> list[str]:
    there = {person.zone for person in people}
    known = [zone for zone in pack.zones if zone in there]
    others = sorted(there.difference(known, [""]), key=collation_key)
    return [*known, *others, *there.intersection([""])]


def _by_name(person: Attendee) -> tuple[object, ...]:
    return collation_key(person.first_name), collation_key(person.last_name), str(person.id)
