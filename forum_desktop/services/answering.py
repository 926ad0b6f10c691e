"""Acts of the panel and the hall: what was answered and promised, and that the wording holds."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, ReadBack
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line, long_text


def answer(
    desk: Desk,
    opinion_id: UUID,
    text: str,
    *,
    answered_by: UUID | None = None,
    promise: str = "",
    promised_until: date | None = None,
) -> Opinion:
    """Keep what the panel answered, who of it did, and what was promised by when.

    Raises Refusal("opinion.promise_needed") for a day without a promise, and
    Refusal("opinion.not_of_panel") where the one who answers is no member.
    """
    given, promised = long_text(text), line(promise)
    if promised_until is not None and not promised:
        raise Refusal("opinion.promise_needed")
    with desk.act() as act:
        if answered_by and act.get(Attendee, answered_by).role is not AttendeeRole.MEMBER:
            raise Refusal("opinion.not_of_panel")
        return act.put(
            replace(
                act.get(Opinion, opinion_id),
                answer=given,
                answered_by=answered_by,
                promise=promised,
                promised_until=promised_until,
            )
        )


def confirm_wording(desk: Desk, opinion_id: UUID) -> Opinion:
    """Keep that the speaker agreed to the wording that the hall saw."""
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        return act.put(replace(opinion, read_back=ReadBack.CONFIRMED, read_back_at=act.now))


def correct_wording(desk: Desk, opinion_id: UUID, text: str) -> Opinion:
    """Keep the speaker's own correction of what the hall saw."""
    said = long_text(text, needed=True)
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        corrected = replace(opinion, text=said, read_back=ReadBack.CORRECTED)
        return act.put(replace(corrected, read_back_at=act.now))


def list_promises(desk: Desk, forum_id: UUID) -> tuple[Opinion, ...]:
    """Return the opinions for which something was promised, the nearest day first."""
    with desk.look() as look:
        said = look.all(Opinion, forum_id=forum_id, withdrawn="")
    promised = [opinion for opinion in said if opinion.promise]
    return tuple(sorted(promised, key=lambda item: (item.promised_until or date.max, item.said_at)))
