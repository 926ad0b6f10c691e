"""The sheets of a group: how its lines fall on pages, and what stands on each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from forum_desktop.documents.house.affiliation import affiliation, community_name
from forum_desktop.documents.house.ledger import Column, Head, Ledger, Row, set_head, set_row
from forum_desktop.documents.house.lists import ListSetting, compose_list_head
from forum_desktop.documents.house.stack import height_of
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.documents import SignInContent, SignInGroup
from forum_desktop.records.people import Attendee

_ROW_HEIGHT = 0.96 * CENTIMETRE
"""Room for a hand to sign in, and for two lines of a long name."""

_FEW = 5
"""Fewer blank lines than this are not worth a sheet of their own."""

_ENTRY = TextStyle(size=9.6, leading=12.6, align=Align.LEFT)
_GROUP = TextStyle(size=11.5, leading=19, align=Align.LEFT, after=2)
_FOOT = TextStyle(size=9.6, leading=14, align=Align.LEFT, before=8)


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """What stands on one sheet, `number` of `total` of its group."""

    blocks: tuple[Block, ...]
    number: int
    total: int


def sign_in_head(setting: ListSetting) -> Head:
    """Return the columns of a sheet."""
    phrases, cm, centred = setting.phrases, CENTIMETRE, Align.CENTRED
    signature = phrases.say("sign_in.signature")
    columns = (
        Column(phrases.say("list.order"), 1.2 * cm, align=centred),
        Column(phrases.say("list.name"), 4.1 * cm, share=2),
        Column(phrases.say("list.affiliation"), 2.9 * cm, share=1),
        Column(phrases.say("sign_in.phone"), 2.3 * cm, align=centred),
        Column(phrases.say("sign_in.morning"), 2.1 * cm, share=1, group=signature),
        Column(phrases.say("sign_in.afternoon"), 2.1 * cm, share=1, group=signature),
        Column(phrases.say("sign_in.thumb"), 1.7 * cm),
        Column(phrases.say("sign_in.remark"), 1.6 * cm),
    )
    return set_head(replace(setting.fit(columns, _ENTRY), side=2.8, padding=1.2))


def sheets_of(
    setting: ListSetting, content: SignInContent, head: Head, group: SignInGroup, room: float
) -> list[SignInSheet]:
    """Return the sheets of a group, each no higher than `room` points."""
    foot = setting.composer.paragraph(Run(setting.phrases.say("sign_in.foot")), style=_FOOT)
    top, again = (tuple(_top(setting, content, group, is_listed=first)) for first in (True, False))
    free = room - height_of(top) - foot.before - foot.height
    ledger = setting.ledger(head, _rows(setting, content, head, group))
    parts = list(_parts(ledger, free))
    if len(parts) > 1 and len(parts[-1].rows) < min(_FEW, group.blank_lines + 1):
        parts.pop()
    return [
        SignInSheet((*(again if place else top), part, foot), place + 1, len(parts))
        for place, part in enumerate(parts)
    ]


def _parts(ledger: Ledger, room: float) -> Iterator[Ledger]:
    """Yield the ledger in parts that fit the room; one that no sheet has room for stays whole."""
    rest: Ledger | None = replace(ledger, after=0.0)
    while rest is not None:
        part, left = rest.split(room)
        yield part or rest
        rest = left if part else None


def _top(
    setting: ListSetting, content: SignInContent, group: SignInGroup, *, is_listed: bool
) -> Iterator[Block]:
    """Yield what every sheet begins with, as sheets are handed round one by one."""
    phrases = setting.phrases
    yield from compose_list_head(setting, content, phrases.say("sign_in.title"))
    name = group_name(setting, content, group)
    count = phrases.say("sign_in.listed", count=phrases.count(len(group.people)))
    words = f"{name}  ({count})" if group.people else name
    style = replace(_GROUP, level=0) if is_listed else _GROUP
    title = name if is_listed else ""
    paragraph = setting.composer.paragraph(Run(words, bold=True), style=style)
    yield replace(paragraph, title=title)


def group_name(setting: ListSetting, content: SignInContent, group: SignInGroup) -> str:
    """Return "เขต ๑  ชุมชนโนนทอง", or the words for those of no place."""
    phrases = setting.phrases
    community = community_name(phrases, content.pack, group.community)
    names = [name for name in (phrases.written(group.zone), community) if name]
    key = "sign_in.others" if group.people else "sign_in.walk_ins"
    return "  ".join(names) or phrases.say(key)


def _rows(
    setting: ListSetting, content: SignInContent, head: Head, group: SignInGroup
) -> Iterator[Row]:
    people: chain[Attendee | None] = chain(group.people, [None] * group.blank_lines)
    for number, person in enumerate(people, start=1):
        known = _known(setting, content, group, person) if person else ("", "", "")
        entries = (setting.phrases.digits(str(number)), *known, "", "", "", "")
        yield set_row(head.grid, entries, least=_ROW_HEIGHT)


def _known(
    setting: ListSetting, content: SignInContent, group: SignInGroup, person: Attendee
) -> tuple[Run, str, Run]:
    whom = affiliation(setting.phrases, content.pack, person, said_above=group.community)
    return Run(person.full_name, whole=True), whom, Run(person.phone, whole=True)
