"""The head of the minutes: of what meeting, which number, when and where."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import SUBTITLE, TITLE
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesContent

_END = replace(SUBTITLE, after=4, keeps_next=False)


def compose_heading(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the title, number, date and place."""
    phrases, forum = composer.phrases, content.forum
    yield composer.paragraph(Run(document_title(composer, content), bold=True), style=TITLE)
    for line in _names(forum):
        yield composer.paragraph(Run(phrases.written(line), bold=True), style=SUBTITLE)
    yield _line(composer, meeting_number(composer, content))
    yield _line(composer, phrases.say("held_on", date=phrases.date(forum.held_on)))
    venue = forum.venue or phrases.missing("venue")
    yield composer.paragraph(Run(phrases.say("venue", venue=venue), bold=True), style=_END)


def document_title(composer: Composer, content: MinutesContent) -> str:
    """Return "รายงานการประชุม" with the name of the meeting; it names no person."""
    name = content.forum.meeting_name.removeprefix("รายงาน").removeprefix("การประชุม")
    return composer.phrases.say("title", name=name)


def meeting_number(composer: Composer, content: MinutesContent) -> str:
    """Return "ครั้งที่ ๑/๒๕๖๙", or the mark of a number nobody gave."""
    phrases = composer.phrases
    number = phrases.digits(content.texts.meeting_number) or phrases.missing("meeting_number")
    return phrases.say("number", number=number)


def _names(forum: Forum) -> Iterator[str]:
    """Yield the project and the municipality where the lines above do not name them."""
    said = forum.meeting_name
    for name in (forum.title, forum.municipality):
        if name and name not in said:
            yield name
        said += name


def _line(composer: Composer, text: str) -> Block:
    return composer.paragraph(Run(text, bold=True), style=SUBTITLE)
