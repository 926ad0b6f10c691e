"""What is attached to the minutes: who took part, and what projects were proposed."""

from collections.abc import Iterator

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.annexes.attendees import compose_attendees
from forum_desktop.documents.minutes.annexes.head import compose_annex_head
from forum_desktop.documents.minutes.annexes.projects import compose_projects
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.records.minutes import MinutesContent

__all__ = ["compose_annexes", "has_annexes"]

_ANNEXES = (("attendees", compose_attendees), ("projects", compose_projects))


def has_annexes(content: MinutesContent) -> bool:
    """Tell whether anything is attached."""
    return bool(content.attendees or content.projects)


def compose_annexes(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield each annex, numbered where there are several, from a page of its own."""
    there = [(key, compose) for key, compose in _ANNEXES if getattr(content, key)]
    for number, (key, compose) in enumerate(there, start=1):
        label = composer.phrases.say("annex", number=number if len(there) > 1 else "")
        yield from compose_annex_head(composer, content, label.strip(), f"annex.{key}")
        yield from compose(composer, content)
