"""Who handed what to whom, and when the meeting rested: the lines that tell of it."""

from collections.abc import Iterable, Iterator

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.minutes.course import GivesAs, Handed, Happening
from forum_desktop.documents.minutes.sentences import break_words, task_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run


def compose_happenings(composer: Composer, happenings: Iterable[Happening]) -> Iterator[Block]:
    """Yield a paragraph each."""
    for happening in happenings:
        if isinstance(happening, Handed):
            yield composer.paragraph(*_runs(composer.phrases, happening))
        else:
            yield composer.paragraph(Run(break_words(composer.phrases, happening)))


def _giver(phrases: Phrases, handed: Handed) -> tuple[Run, ...]:
    """Return "ประธาน" for who opened the meeting and still presides; anyone else is named."""
    giver = handed.made.delegator
    if handed.gives_as is GivesAs.OFFICER:
        return (Run(giver.full_name, whole=True),)
    if handed.gives_as is GivesAs.CHAIR:
        return (Run(phrases.say("the_chair")),)
    return Run(f"{giver.full_name} ", whole=True), Run(f"{phrases.say('acting_chair')} ")


def _runs(phrases: Phrases, handed: Handed) -> Iterator[Run]:
    """Yield "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้ ... ทำหน้าที่แทน"; names are never cut."""
    made = handed.made
    yield Run(f"{phrases.say('at_time', time=phrases.time(made.delegated_at))} ")
    yield from _giver(phrases, handed)
    yield Run(phrases.say("delegated_to"))
    yield Run(f"{made.delegate.full_name} ", whole=True)
    yield Run(f"{made.delegate.position} {task_words(phrases, made)}".strip())
