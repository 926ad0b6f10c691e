"""Whose badges stand on the sheets, in what order, and the groups there are to choose among."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from forum_desktop.db import people
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.badge import badge_code, blank_badge_code
from forum_desktop.records.badges import (
    MOST_BLANKS,
    Badge,
    BadgeChoice,
    BadgeGroup,
    BadgeOrder,
    LabelLayout,
)
from forum_desktop.records.documents import BadgesContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.importing import ImportKind, ImportRun
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.services.labels import find_layout
from forum_desktop.thai.collation import collation_key

_FACTS: MappingProxyType[BadgeGroup, Callable[[Attendee], str]] = MappingProxyType(
    {
        BadgeGroup.ZONE: lambda person: person.zone,
        BadgeGroup.COMMUNITY: lambda person: person.community,
        BadgeGroup.IMPORT: lambda person: str(person.import_id or ""),
    }
)
"""What an order's `of` is compared with."""


def badges_of(
    look: Reading, forum: Forum, pack: EventPack, order: BadgeOrder, base: dict[str, Any]
) -> BadgesContent:
    """Return the badges of an order; new codes are drawn for blank ones that have none.

    Raises Refusal("document.layout_unknown", "document.label_skip", "document.blank_count" or
    "document.group_unknown").
    """
    layout = find_layout(order.layout)
    _refuse_skip(order, layout)
    if order.group is BadgeGroup.BLANK:
        order = _with_codes(order)
        badges = tuple(Badge(code=code) for code in order.blanks)
    else:
        badges = tuple(_badge(person) for person in _chosen(look, forum, pack, order))
    named = replace(order, layout=layout.key)
    return BadgesContent(**base, order=named, layout=layout, badges=badges)


def groups_of(look: Reading, forum: Forum, pack: EventPack) -> Iterator[BadgeChoice]:
    """Yield the groups with how many people each has; places without anybody are left out."""
    listed = _listed(look, forum)
    members = [person for person in listed if person.role is AttendeeRole.MEMBER]
    yield BadgeChoice(group=BadgeGroup.EVERYONE, count=len(listed))
    yield BadgeChoice(group=BadgeGroup.MEMBERS, count=len(members))
    yield from _places(listed, BadgeGroup.ZONE, pack.zones)
    names = tuple(place.name for place in pack.communities)
    yield from _places(listed, BadgeGroup.COMMUNITY, names)
    yield from _imports(look, forum, listed)


def _refuse_skip(order: BadgeOrder, layout: LabelLayout) -> None:
    if not 0 <= order.skip < layout.count:
        raise Refusal("document.label_skip", most=layout.count - 1, count=layout.count)


def _with_codes(order: BadgeOrder) -> BadgeOrder:
    count = len(order.blanks) or order.blank_count
    if not 1 <= count <= MOST_BLANKS:
        raise Refusal("document.blank_count", most=MOST_BLANKS)
    codes = order.blanks or tuple(blank_badge_code() for _ in range(count))
    return replace(order, blanks=codes, blank_count=count)


def _listed(look: Reading, forum: Forum) -> list[Attendee]:
    """Return everybody once: who was merged into somebody wears that person's badge."""
    return [row.attendee for row in people.list_people(look, forum.id)]


def _chosen(look: Reading, forum: Forum, pack: EventPack, order: BadgeOrder) -> list[Attendee]:
    everybody = _listed(look, forum)
    found = [person for person in everybody if _belongs(person, order)]
    if not found and not _is_known(look, pack, order):
        raise Refusal("document.group_unknown", name=order.of)
    return sorted(found, key=_by_name)


def _belongs(person: Attendee, order: BadgeOrder) -> bool:
    if order.group is BadgeGroup.MEMBERS:
        return person.role is AttendeeRole.MEMBER
    fact = _FACTS.get(order.group)
    return fact is None or (fact(person) == order.of != "")


def _is_known(look: Reading, pack: EventPack, order: BadgeOrder) -> bool:
    """Tell whether a group that nobody belongs to exists at all."""
    match order.group:
        case BadgeGroup.ZONE:
            return order.of in pack.zones
        case BadgeGroup.COMMUNITY:
            return order.of in {place.name for place in pack.communities}
        case BadgeGroup.IMPORT:
            return any(str(run.id) == order.of for run in look.all(ImportRun))
        case _:
            return True


def _badge(person: Attendee) -> Badge:
    return Badge(
        code=person.badge or badge_code(person.id),
        given=f"{person.title}{person.first_name}",
        last_name=person.last_name,
        position=person.position,
        organisation=person.organisation or person.on_behalf_of,
        community=person.community,
        zone=person.zone,
        sector=person.sector,
    )


def _places(
    listed: list[Attendee], group: BadgeGroup, known: tuple[str, ...]
) -> Iterator[BadgeChoice]:
    """Yield places in the order of the pack, those it does not know behind them."""
    counts = Counter(map(_FACTS[group], listed))
    others = sorted((name for name in counts if name not in known), key=collation_key)
    for name in (*known, *others):
        if name and counts[name]:
            yield BadgeChoice(group=group, count=counts[name], of=name, name=name)


def _imports(look: Reading, forum: Forum, listed: list[Attendee]) -> Iterator[BadgeChoice]:
    """Yield the imports that somebody listed came with, the newest first."""
    counts = Counter(person.import_id for person in listed)
    for run in look.all(ImportRun, newest_first=True, forum_id=forum.id):
        if run.kind is ImportKind.ATTENDEES and counts[run.id]:
            yield BadgeChoice(
                group=BadgeGroup.IMPORT, count=counts[run.id], of=str(run.id), name=run.file_name
            )


def _by_name(person: Attendee) -> tuple[object, ...]:
    return collation_key(person.first_name), collation_key(person.last_name), str(person.id)
