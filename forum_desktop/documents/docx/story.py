"""The whole text of the minutes, in the order of the official form (แบบที่ ๑๑)."""

from collections.abc import Iterator

from forum_desktop.documents.docx.agenda import agenda
from forum_desktop.documents.docx.annexes import annexes
from forum_desktop.documents.docx.closing import end, start
from forum_desktop.documents.docx.paragraphs import plain
from forum_desktop.documents.docx.people import people
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesContent


def beginning(writer: Writer, content: MinutesContent, title: str) -> Iterator[str]:
    """Yield the title, number, date and place."""
    phrases, forum = writer.phrases, content.forum
    yield plain(Style.TITLE, title)
    for line in _names(forum):
        yield plain(Style.SUBTITLE, phrases.written(line))
    yield plain(Style.SUBTITLE, _number(writer, content))
    yield plain(Style.SUBTITLE, _held_on(writer, content))
    venue = forum.venue or phrases.missing("venue")
    yield plain(Style.SUBTITLE, phrases.say("venue", venue=venue))


def story(writer: Writer, content: MinutesContent, title: str, fingerprint: str) -> Iterator[str]:
    """Yield everything after the title."""
    yield from people(writer, content)
    yield from start(writer, content)
    yield from agenda(writer, content)
    yield from end(writer, content)
    of = f"{_number(writer, content)}  {_held_on(writer, content)}"
    yield from annexes(writer, content, (title, of))
    # Not through the digits of the office: a code is typed as it is read.
    yield plain(Style.NOTE, writer.phrases.plain("fingerprint", code=fingerprint))


def _number(writer: Writer, content: MinutesContent) -> str:
    phrases = writer.phrases
    number = phrases.digits(content.texts.meeting_number) or phrases.missing("meeting_number")
    return phrases.say("number", number=number)


def _held_on(writer: Writer, content: MinutesContent) -> str:
    phrases = writer.phrases
    return phrases.say("held_on", date=phrases.date(content.forum.held_on))


def _names(forum: Forum) -> Iterator[str]:
    """Yield the project and the municipality where the lines above do not name them."""
    said = forum.meeting_name
    for name in (forum.title, forum.municipality):
        if name and name not in said:
            yield name
        said += name
