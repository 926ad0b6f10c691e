"""The hearing: who led it, what people said, and the projects they proposed."""

from collections.abc import Iterator
from uuid import UUID

from forum_desktop.documents.docx.opinions import opinions
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.minutes import MinutesContent, MinutesDelegation
from forum_desktop.records.people import Attendee


def hearing(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield handovers, opinions, and how many projects the annex lists."""
    yield from _handovers(writer, content)
    yield from opinions(writer, content)
    if content.projects:
        count = writer.phrases.count(len(content.projects))
        yield writer.said(writer.phrases.say("projects_annexed", count=count))


def _handovers(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield a paragraph each, in the order of time; the chair is who presides by then."""
    opened = presides = content.chair.id if content.chair else None
    for handover in content.delegations:
        giver = _giver(writer.phrases, handover.delegator, opened, presides)
        yield writer.said(_handover(writer.phrases, handover, giver))
        if handover.takes_chair:
            presides = handover.delegate.id


def _giver(phrases: Phrases, giver: Attendee, opened: UUID | None, presides: UUID | None) -> str:
    if giver.id != presides:
        return giver.full_name
    if giver.id == opened:
        return phrases.say("the_chair")
    return f"{giver.full_name} {phrases.say('acting_chair')} "


def _handover(phrases: Phrases, handover: MinutesDelegation, giver: str) -> str:
    """Return "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้ ... ทำหน้าที่แทน"."""
    moment = phrases.say("at_time", time=phrases.time(handover.delegated_at))
    to = f"{phrases.say('delegated_to')}{handover.delegate.full_name}"
    role = f"{handover.delegate.position} {_task(phrases, handover)}".strip()
    return f"{moment} {giver}{to} {role}"


def _task(phrases: Phrases, handover: MinutesDelegation) -> str:
    """Return what was handed over; that it is the chair is said once, and never left out."""
    task, chairs = phrases.written(" ".join(handover.task.split())), phrases.say("takes_chair")
    if not handover.takes_chair:
        return task or phrases.say("in_place")
    if not task or chairs in task:
        return task or chairs
    return phrases.say("takes_chair_and", chairs=chairs, task=task)
