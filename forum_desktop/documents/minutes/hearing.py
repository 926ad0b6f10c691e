"""The hearing: who led it, what people said, and the projects they proposed."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.course import course_of
from forum_desktop.documents.minutes.opinions import compose_opinions
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.records.minutes import MinutesContent

_AFTER_ALL = replace(BODY, before=8)


def has_hearing(content: MinutesContent) -> bool:
    """Tell whether anything was said, handed over or proposed."""
    return bool(content.opinions or content.projects or course_of(content).hearing)


def compose_hearing(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield opinions, what happened among them, and how many projects the annex lists."""
    yield from compose_opinions(composer, content, course_of(content).hearing)
    if content.projects:
        count = composer.phrases.count(len(content.projects))
        text = composer.phrases.say("projects_annexed", count=count)
        yield composer.paragraph(Run(text), style=_AFTER_ALL)
