"""The tables of people; in a public edition they list nobody."""

from collections.abc import Iterable, Iterator

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import (
    Cell,
    ColumnKind,
    DataTable,
    Field,
    Term,
    fill_numbered,
)
from forum_desktop.records.documents import AttendeesContent, SignInContent
from forum_desktop.records.minutes import Edition, MinutesContent
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRow


def attendees_table(
    content: MinutesContent | AttendeesContent, people: Iterable[AttendeeRow], phrases: Phrases
) -> DataTable:
    """Return those present with the moments of their check-in, and no telephone numbers."""
    there = people if content.edition is Edition.INTERNAL else ()
    fields = (
        *(_of_row(field) for field in _person_fields(content.pack, phrases)),
        Field[AttendeeRow]("checked_in_at", _checked_in_at, 18, ColumnKind.MOMENT),
    )
    return fill_numbered(phrases, "attendees", fields, there)


def sign_in_table(content: SignInContent, phrases: Phrases) -> DataTable:
    """Return everybody who is to sign, in the order of the sheets."""
    phone = Field[Attendee]("phone", lambda person: person.phone, 16)
    fields = (*_person_fields(content.pack, phrases), phone)
    groups = content.groups if content.edition is Edition.INTERNAL else ()
    people = (person for group in groups for person in group.people)
    return fill_numbered(phrases, "sign_in", fields, people)


def _person_fields(pack: EventPack, phrases: Phrases) -> Iterator[Field[Attendee]]:
    sectors = {sector.code: sector.name for sector in pack.sectors}
    title_head = phrases.say("table.head.person_title")
    yield Field("title", lambda person: person.title, 12, head=title_head)
    yield Field("first_name", lambda person: person.first_name, 20)
    yield Field("last_name", lambda person: person.last_name, 22)
    yield Field("position", lambda person: person.position, 24)
    yield Field("organisation", lambda person: person.organisation, 24)
    yield Field("community", lambda person: person.community, 22)
    if pack.zones:
        yield Field("zone", lambda person: person.zone, 12)
    yield Field("sector", lambda person: _sector(person, sectors), 26)


def _sector(person: Attendee, names: dict[str, str]) -> Term | None:
    return Term(person.sector, names.get(person.sector, person.sector)) if person.sector else None


def _of_row(field: Field[Attendee]) -> Field[AttendeeRow]:
    def read(row: AttendeeRow) -> Cell:
        return field.read(row.attendee)

    return Field(field.key, read, field.width, field.kind, field.head)


def _checked_in_at(row: AttendeeRow) -> Cell:
    return row.attendance.checked_in_at if row.attendance and row.is_present else None
