"""The head of the page: of what meeting, when, where, under whom, and how final."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.summary.section import Part
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.style import TextStyle
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesStatus, MinutesTexts


def compose_heading(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield the title and the lines under it."""
    forum, lines = content.forum, part.fit.title_lines
    title = Run(document_title(part.phrases, content), bold=True)
    yield part.text(title, lines=lines, style=_title_style(part))
    for name in _names(forum):
        yield _line(part, part.phrases.written(name), lines)
    yield _line(part, _when_and_where(part, content), lines)
    yield _line(part, _chair(part, content), 1)


def document_title(phrases: Phrases, content: SummaryContent) -> str:
    """Return "สรุปผลการประชุม" with the name of the meeting; it names no person."""
    name = content.forum.meeting_name.removeprefix("รายงาน").removeprefix("การประชุม")
    return phrases.say("summary.title", name=name)


def status_text(part: Part, texts: MinutesTexts) -> str:
    """Return how final the figures are."""
    if texts.status is not MinutesStatus.CERTIFIED:
        return part.say(f"status.{texts.status.value}")
    day = part.phrases.date(texts.certified_on) if texts.certified_on else ""
    return part.say("status.certified", date=day).rstrip()


def _names(forum: Forum) -> Iterator[str]:
    """Yield the project and the municipality where the lines above do not name them."""
    said = forum.meeting_name
    for name in (forum.title, forum.municipality):
        if name and name not in said:
            yield name
        said += name


def _title_style(part: Part) -> TextStyle:
    unit = part.fit.unit
    return replace(part.fit.centred, size=1.45 * part.fit.size, leading=1.5 * unit, role=Role.TITLE)


def _line(part: Part, text: str, lines: int) -> Block:
    return part.text(Run(text), lines=lines, style=part.fit.centred)


def _when_and_where(part: Part, content: SummaryContent) -> str:
    phrases, forum = part.phrases, content.forum
    venue = forum.venue or phrases.missing("venue")
    when = phrases.say("held_on", date=phrases.date(forum.held_on))
    return f"{when}  {phrases.say('venue', venue=venue)}"


def _chair(part: Part, content: SummaryContent) -> str:
    chair = content.chair
    if chair is None:
        return part.phrases.missing("chair")
    who = f"{chair.full_name}  {chair.position}".rstrip()
    return f"{who}  {part.phrases.say('presided')}"
