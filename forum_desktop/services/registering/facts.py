"""The facts of a person as they are kept: name taken apart, place known, telephone clean."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, Required, TypedDict

from forum_desktop.errors import Refusal
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.services.importing.places import Found, Places
from forum_desktop.services.texts import line
from forum_desktop.thai.names import TITLES, SplitName, split_full_name
from forum_desktop.thai.phones import read_phone

places_of = lru_cache(maxsize=8)(Places)
"""The places of a pack, made ready once."""


class Facts(TypedDict, total=False):
    """What a desk may be told of a person beside her name."""

    sector: Required[str]
    community: str
    zone: str
    organisation: str
    position: str
    phone: str
    on_behalf_of: str
    is_minor: bool
    guardian: str
    badge: str
    from_paper: bool


_LINES = ("sector", "organisation", "position", "on_behalf_of", "guardian")


def name_of(full_name: str, title: str, first_name: str, last_name: str) -> SplitName:
    """Return a name of its parts, or taken apart where the parts are not told.

    Raises Refusal("registration.name_needed" or "registration.title_doubled").
    """
    parts = SplitName(line(title), line(first_name), line(last_name))
    name = parts if parts.first_name else split_full_name(line(full_name))
    if not name.first_name or f"{name.title}{name.first_name}{name.last_name}" in TITLES:
        raise Refusal("registration.name_needed")
    if name.doubled or split_full_name(f"{name.title}{name.first_name}").doubled:
        raise Refusal("registration.title_doubled", title=name.title)
    return name


def checked(pack: EventPack, person: Attendee) -> Attendee:
    """Return a person as she is kept; her own zone counts where her community names none.

    Raises Refusal("registration.guardian_needed") for a minor without one.
    """
    place = place_of(pack, person.community)
    facts: dict[str, Any] = {name: line(getattr(person, name)) for name in _LINES}
    if person.is_minor and not facts["guardian"]:
        raise Refusal("registration.guardian_needed")
    return replace(
        person,
        **facts,
        community=place.text,
        zone=place.zone or places_of(pack).zone(line(person.zone)),
        phone=read_phone(line(person.phone)).text,
    )


def place_of(pack: EventPack, community: str) -> Found:
    """Return the community that a text names, by name, alias or nearly; else as it is written."""
    written = line(community)
    found = places_of(pack).community(written)
    return found if found.is_known else Found(written)
