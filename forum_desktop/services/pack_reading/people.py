"""The people and places of a pack: sectors, communities by zone, officers."""

from forum_desktop.records.pack import Community, Officer, OfficerRole, Sector
from forum_desktop.services.pack_reading.table import Table, refuse_repeated
from forum_desktop.thai.names import split_full_name

_MOST_PEOPLE = 1_000_000


def read_sectors(registration: Table) -> tuple[Sector, ...]:
    """Return the sectors that the registration desk offers."""
    registration.allow("sectors", "sessions", "needs")
    tables = registration.tables("sectors", needed=True)
    sectors = tuple(_sector(table) for table in tables)
    refuse_repeated(tables, "code", [sector.code for sector in sectors])
    return sectors


def _sector(table: Table) -> Sector:
    table.allow("code", "name", "english", "expected")
    known = "expected" in table.values
    return Sector(
        code=table.text("code"),
        name=table.text("name"),
        english=table.text("english", ""),
        expected=table.whole_number("expected", 0, _MOST_PEOPLE) if known else None,
    )


def read_communities(table: Table) -> tuple[Community, ...]:
    """Return the communities, first those of no zone, then zone by zone."""
    table.allow("confirmed", "names", "zones")
    confirmed = table.flag("confirmed", default=False)
    zones = table.tables("zones")
    refuse_repeated(zones, "name", [_zone_name(zone) for zone in zones])
    places = _places(table, "", confirmed=confirmed)
    for zone in zones:
        places += _places(zone, _zone_name(zone), confirmed=confirmed)
    return tuple(places)


def _zone_name(zone: Table) -> str:
    zone.allow("name", "names")
    return zone.text("name")


def _places(table: Table, zone: str, *, confirmed: bool) -> list[Community]:
    # A community without other names is written as a bare text, the others as a table.
    places: list[Community] = []
    for index, item in enumerate(table.items("names")):
        named = {"name": item} if isinstance(item, str) else item
        entry = table.element("names", index, named)
        place = _community(entry, zone, confirmed=confirmed)
        if any(place.name == other.name for other in places):
            raise entry.fault("repeated_community", name=place.name)
        places.append(place)
    return places


def _community(table: Table, zone: str, *, confirmed: bool) -> Community:
    table.allow("name", "aliases", "confirmed")
    return Community(
        name=table.text("name"),
        zone=zone,
        aliases=table.texts("aliases"),
        confirmed=table.flag("confirmed", default=confirmed),
    )


def read_officers(top: Table) -> tuple[Officer, ...]:
    """Return the appointed people, chair and members."""
    return tuple(_officer(table) for table in top.tables("officers"))


def _officer(table: Table) -> Officer:
    table.allow("title", "first_name", "last_name", "position", "role")
    officer = Officer(
        title=table.text("title", ""),
        first_name=table.text("first_name"),
        last_name=table.text("last_name", ""),
        position=table.text("position", ""),
        role=table.choice("role", OfficerRole, OfficerRole.MEMBER),
    )
    if split_full_name(officer.title + officer.first_name).doubled:
        raise table.fault("doubled_title", "first_name", title=officer.title)
    return officer
