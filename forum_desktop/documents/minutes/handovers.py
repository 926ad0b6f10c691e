"""Who handed what to whom: the lines that tell who presided when."""

from collections.abc import Iterator
from uuid import UUID

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.records.minutes import MinutesContent, MinutesDelegation
from forum_desktop.records.people import Attendee


def compose_handovers(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield a paragraph each, in the order of time; the chair is who presides by then."""
    opened = presides = content.chair.id if content.chair else None
    for handover in content.delegations:
        hands = _giver(composer.phrases, handover.delegator, opened, presides)
        yield composer.paragraph(*_runs(composer.phrases, handover, hands))
        if handover.takes_chair:
            presides = handover.delegate.id


def _giver(
    phrases: Phrases, giver: Attendee, opened: UUID | None, presides: UUID | None
) -> tuple[Run, ...]:
    """Return "ประธาน" for who opened the meeting and still presides; anyone else is named."""
    if giver.id != presides:
        return (Run(giver.full_name, whole=True),)
    if giver.id == opened:
        return (Run(phrases.say("the_chair")),)
    return Run(f"{giver.full_name} ", whole=True), Run(f"{phrases.say('acting_chair')} ")


def _runs(phrases: Phrases, handover: MinutesDelegation, giver: tuple[Run, ...]) -> Iterator[Run]:
    """Yield "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้ ... ทำหน้าที่แทน"; names are never cut."""
    yield Run(f"{phrases.say('at_time', time=phrases.time(handover.delegated_at))} ")
    yield from giver
    yield Run(phrases.say("delegated_to"))
    yield Run(f"{handover.delegate.full_name} ", whole=True)
    yield Run(f"{handover.delegate.position} {_task(phrases, handover)}".strip())


def _task(phrases: Phrases, handover: MinutesDelegation) -> str:
    """Return what was handed over; that it is the chair is said once, and never left out."""
    task, chairs = phrases.written(" ".join(handover.task.split())), phrases.say("takes_chair")
    if not handover.takes_chair:
        return task or phrases.say("in_place")
    if not task or chairs in task:
        return task or chairs
    return phrases.say("takes_chair_and", chairs=chairs, task=task)
