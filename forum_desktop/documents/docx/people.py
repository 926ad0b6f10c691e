"""Who came: appointed members by name, everyone else as counts."""

from collections.abc import Iterator, Sequence

from forum_desktop.documents.docx.measures import LIST_LABEL, twips
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.tables import Frame, row, table
from forum_desktop.documents.docx.writer import Writer, spacer
from forum_desktop.documents.minutes.sentences import (
    count_heads,
    member_words,
    participant_count,
    participants_words,
)
from forum_desktop.records.minutes import MinutesContent, MinutesMember
from forum_desktop.records.people import Attendee

_NUMBER_WIDTH = twips(1.1)
_ROLE_WIDTH = twips(1.8)
_REASON_WIDTH = twips(3.4)
_NAME_SHARE = 0.45


def people(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield members present, members absent, and the counts of all others."""
    phrases = writer.phrases
    yield writer.heading(phrases.say("present"))
    if content.members_present:
        yield _members(writer, content.members_present, _ROLE_WIDTH, content.chair)
    else:
        yield writer.said(phrases.missing("members"))
    yield writer.heading(phrases.say("absent"))
    if content.members_absent:
        yield _members(writer, content.members_absent, _REASON_WIDTH)
    else:
        yield writer.said(phrases.say("none"))
    yield from _participants(writer, content)


def _members(
    writer: Writer, members: Sequence[MinutesMember], last: int, chair: Attendee | None = None
) -> str:
    room = writer.page.width - _NUMBER_WIDTH - last - LIST_LABEL
    name = round(_NAME_SHARE * room)
    widths = (_NUMBER_WIDTH, name, room - name, last)
    frame = Frame(widths, ruled=False, indent=LIST_LABEL)
    numbers = writer.lists.begin("list_number", in_table=True)
    rows = (_member(writer, frame, numbers, member, chair) for member in members)
    return table(frame, rows) + spacer()


def _member(
    writer: Writer, frame: Frame, numbers: int, member: MinutesMember, chair: Attendee | None
) -> str:
    number = paragraph(Style.CELL, list_number=numbers)
    facts = (plain(Style.CELL, fact) for fact in member_words(writer.phrases, member, chair))
    return row(frame, [number, *facts])


def _participants(writer: Writer, content: MinutesContent) -> Iterator[str]:
    phrases = writer.phrases
    sectors, zones = content.participants_by_sector, content.participants_by_zone
    yield writer.heading(phrases.say("participants"))
    if not participant_count(content):
        yield writer.said(phrases.say("none"))
        return
    yield writer.said(participants_words(phrases, content))
    if sectors:
        yield writer.counts(count_heads(writer.phrases, "sector", sectors), sectors)
    if content.pack.zones and zones:
        yield writer.counts(count_heads(writer.phrases, "zone", zones), zones)
