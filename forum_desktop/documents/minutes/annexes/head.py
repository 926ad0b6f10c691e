"""What an annex begins with: its number, its name, and the minutes it belongs to."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.annexes.page_break import PageBreak
from forum_desktop.documents.minutes.heading import document_title, meeting_number
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.style import BODY_SIZE, SUBTITLE, TITLE, Align
from forum_desktop.records.minutes import MinutesContent

_NUMBER = replace(SUBTITLE, size=BODY_SIZE, leading=18, align=Align.RIGHT)
_NAME = replace(TITLE, level=0, role=Role.HEADING)
_OF = replace(SUBTITLE, size=BODY_SIZE, leading=18)
_LAST = replace(_OF, after=6)


def compose_annex_head(
    composer: Composer, content: MinutesContent, label: str, key: str
) -> Iterator[Block]:
    """Yield the head of an annex, from a new page; `key` is that of its name."""
    phrases = composer.phrases
    yield PageBreak()
    yield composer.paragraph(Run(label), style=_NUMBER)
    name = phrases.say(key)
    listed = composer.heading(Run(name, bold=True), style=_NAME)
    yield replace(listed, title=f"{label}  {name}")
    yield composer.paragraph(Run(document_title(composer, content)), style=_OF)
    when = phrases.say("held_on", date=phrases.date(content.forum.held_on))
    yield composer.paragraph(Run(f"{meeting_number(composer, content)}  {when}"), style=_LAST)
