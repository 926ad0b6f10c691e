"""Who handed what to whom, and when the meeting rested: the lines that tell of it."""

from collections.abc import Iterable, Iterator

from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.minutes.course import GivesAs, Handed, Happening
from forum_desktop.documents.minutes.sentences import break_words, task_words


def happenings(writer: Writer, happened: Iterable[Happening]) -> Iterator[str]:
    """Yield a paragraph each."""
    for happening in happened:
        if isinstance(happening, Handed):
            yield writer.said(_handed(writer.phrases, happening))
        else:
            yield writer.said(break_words(writer.phrases, happening))


def _handed(phrases: Phrases, handed: Handed) -> str:
    """Return "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้ ... ทำหน้าที่แทน"."""
    made = handed.made
    moment = phrases.say("at_time", time=phrases.time(made.delegated_at))
    to = f"{phrases.say('delegated_to')}{made.delegate.full_name}"
    role = f"{made.delegate.position} {task_words(phrases, made)}".strip()
    return f"{moment} {_giver(phrases, handed)}{to} {role}"


def _giver(phrases: Phrases, handed: Handed) -> str:
    name = handed.made.delegator.full_name
    if handed.gives_as is GivesAs.OFFICER:
        return name
    if handed.gives_as is GivesAs.CHAIR:
        return phrases.say("the_chair")
    return f"{name} {phrases.say('acting_chair')} "
