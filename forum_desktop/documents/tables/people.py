"""The tables of people; in a public edition they list nobody but appointed members."""

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
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesMember
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRow

_Line = tuple[str, MinutesMember]


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


def members_table(content: MinutesContent, phrases: Phrases) -> DataTable:
    """Return the appointed members: who came, in whose place, and who did not and why."""
    lines = [("present", member) for member in content.members_present]
    lines += [("absent", member) for member in content.members_absent]
    fields = (
        Field[_Line]("presence", lambda line: _presence(line, phrases), 14),
        *(_of_line(field) for field in _name_fields(phrases)),
        Field[_Line]("stands_for", lambda line: _stands_for(line[1]), 34),
        Field[_Line]("absence", lambda line: line[1].absence, 26),
    )
    return fill_numbered(phrases, "members", fields, lines)


def sign_in_table(content: SignInContent, phrases: Phrases) -> DataTable:
    """Return everybody who is to sign, in the order of the sheets."""
    phone = Field[Attendee]("phone", lambda person: person.phone, 16)
    fields = (*_person_fields(content.pack, phrases), phone)
    groups = content.groups if content.edition is Edition.INTERNAL else ()
    people = (person for group in groups for person in group.people)
    return fill_numbered(phrases, "sign_in", fields, people)


def _person_fields(pack: EventPack, phrases: Phrases) -> Iterator[Field[Attendee]]:
    sectors = {sector.code: sector.name for sector in pack.sectors}
    yield from _name_fields(phrases)
    yield Field("organisation", lambda person: person.organisation, 24)
    yield Field("community", lambda person: person.community, 22)
    if pack.zones:
        yield Field("zone", lambda person: person.zone, 12)
    yield Field("sector", lambda person: _sector(person, sectors), 26)


def _name_fields(phrases: Phrases) -> Iterator[Field[Attendee]]:
    title_head = phrases.say("table.head.person_title")
    yield Field("title", lambda person: person.title, 12, head=title_head)
    yield Field("first_name", lambda person: person.first_name, 20)
    yield Field("last_name", lambda person: person.last_name, 22)
    yield Field("position", lambda person: person.position, 24)


def _of_line(field: Field[Attendee]) -> Field[_Line]:
    def read(line: _Line) -> Cell:
        return field.read(line[1].person)

    return Field(field.key, read, field.width, field.kind, field.head)


def _presence(line: _Line, phrases: Phrases) -> Term:
    return Term(line[0], phrases.say(f"member.{line[0]}"))


def _stands_for(member: MinutesMember) -> str:
    other = member.stands_for
    return f"{other.full_name} {other.position}".strip() if other else ""


def _sector(person: Attendee, names: dict[str, str]) -> Term | None:
    return Term(person.sector, names.get(person.sector, person.sector)) if person.sector else None


def _of_row(field: Field[Attendee]) -> Field[AttendeeRow]:
    def read(row: AttendeeRow) -> Cell:
        return field.read(row.attendee)

    return Field(field.key, read, field.width, field.kind, field.head)


def _checked_in_at(row: AttendeeRow) -> Cell:
    return row.attendance.checked_in_at if row.attendance and row.is_present else None
