"""Acts on badges: what an order can choose among, and an order spelled in words or in a file."""

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.badge import read_badge
from forum_desktop.records.badges import (
    FOR_EVERYBODY,
    MOST_BLANKS,
    BadgeChoices,
    BadgeGroup,
    BadgeOrder,
)
from forum_desktop.records.forum import Forum
from forum_desktop.services.contents.badges import groups_of
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.labels import list_layouts


def read_choices(desk: Desk, forum_id: UUID) -> BadgeChoices:
    """Return the groups of people that badges can be made for, and the sheets there are."""
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        pack, _ = settings_of(look, forum_id)
        return BadgeChoices(groups=tuple(groups_of(look, forum, pack)), layouts=list_layouts())


def order_of_words(whom: str = "", layout: str = "", skip: int = 0) -> BadgeOrder:
    """Return the order that words ask for: `members`, `zone:เขต 1`, `blank:50`.

    Without words it is everyone's. Raises Refusal("document.group_unknown").
    """
    name, _, of = whom.partition(":")
    try:
        group = BadgeGroup(name) if whom else BadgeGroup.EVERYONE
        count = int(of) if group is BadgeGroup.BLANK else 0
    except ValueError as error:
        raise Refusal("document.group_unknown", name=whom) from error
    told = "" if group is BadgeGroup.BLANK else of
    return BadgeOrder(group=group, of=told, layout=layout, skip=skip, blank_count=count)


def order_of_json(content: bytes) -> BadgeOrder:
    """Return the order that a sheet of badges was made of, as the file bears it.

    What is no order is everyone's: such a file is not what the app makes of it.
    """
    try:
        # What the order leaves open is not written in the file.
        return _order({**asdict(BadgeOrder()), **json.loads(content)})
    except (ValueError, TypeError, KeyError, RecursionError):
        return FOR_EVERYBODY


def _order(facts: dict[str, Any]) -> BadgeOrder:
    codes = tuple(code for code in map(str, facts["blanks"]) if read_badge(code) == code)
    return BadgeOrder(
        group=BadgeGroup(facts["group"]),
        of=str(facts["of"]),
        layout=str(facts["layout"]),
        skip=int(facts["skip"]),
        blank_count=int(facts["blank_count"]),
        blanks=codes[:MOST_BLANKS],
    )
