"""How long each class of data is kept, and erasing what is over its time."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import SpeakerLink
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import DataClass, RetentionLine
from forum_desktop.records.screening import Screening
from forum_desktop.services.forums import pack_of
from forum_desktop.services.screening import due_screenings, kept_until


def lines_of(look: Reading, forum_id: UUID, today: date) -> Iterator[RetentionLine]:
    """Yield how much of each class is kept and until when; of nothing there is no line.

    Screenings are kept each from its own day: the line tells the first day that ends.
    """
    screenings = look.all(Screening, forum_id=forum_id)
    if screenings:
        first = min(kept_until(look, item) for item in screenings)
        yield _line(DataClass.SCREENING, len(screenings), first, today)
    held, kept = look.get(Forum, forum_id).held_on, pack_of(look, forum_id).retention
    for data, kind, days in (
        (DataClass.SPEAKERS, SpeakerLink, kept.speaker_days),
        (DataClass.ATTENDEES, Attendee, kept.attendee_days),
    ):
        count = len(look.all(kind, forum_id=forum_id))
        yield _line(data, count, held + timedelta(days=days), today)


def purge(act: Writing, forum_id: UUID, today: date) -> Iterator[RetentionLine]:
    """Erase the screenings and speaker links whose time is over; yield what went."""
    for line in tuple(lines_of(act, forum_id, today)):
        if line.is_due and line.data is not DataClass.ATTENDEES:
            gone = _due(act, forum_id, line.data, today)
            for item in gone:
                act.erase(item)
            yield _line(line.data, len(gone), line.until, today)


def _due(
    look: Reading, forum_id: UUID, data: DataClass, today: date
) -> tuple[Screening, ...] | tuple[SpeakerLink, ...]:
    if data is DataClass.SCREENING:
        return due_screenings(look, forum_id, today)
    return look.all(SpeakerLink, forum_id=forum_id)


def _line(data: DataClass, count: int, until: date, today: date) -> RetentionLine:
    return RetentionLine(data=data, count=count, until=until, is_due=bool(count) and until < today)
