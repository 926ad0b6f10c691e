"""Health screening at the door, where the pack turns it on: outcomes, counted and forgotten."""

from datetime import date, timedelta
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.arrivals import TallySum
from forum_desktop.records.identity import same_id
from forum_desktop.records.people import Attendee
from forum_desktop.records.screening import Screening, ScreeningResult
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.stations import own_station
from forum_desktop.services.tallies import count, sums
from forum_desktop.services.twins import twins_of

_SUBJECT = "screening."


def screen(desk: Desk, attendee_id: UUID, result: ScreeningResult) -> Screening:
    """Keep the outcome of a person's screening, in place of an earlier one; no answers are kept.

    Raises Refusal("screening.off") unless the pack turns screening on.
    """
    with desk.act() as act:
        person = person_of(act, attendee_id)
        if not pack_of(act, person.forum_id).screening.is_on:
            raise Refusal("screening.off")
        known = screening_of(act, person)
        if known is not None and known.result is result:
            return known
        station = own_station(act, person.forum_id).letter
        _recount(act, person.forum_id, known, result)
        return act.put(
            Screening(
                id=_screening_id(person),
                forum_id=person.forum_id,
                attendee_id=person.id,
                result=result,
                screened_at=act.now,
                station=station,
                officer=desk.actor,
            )
        )


def read_screening(desk: Desk, attendee_id: UUID) -> Screening | None:
    """Return the outcome of a person's screening, where it is kept still."""
    with desk.look() as look:
        return screening_of(look, person_of(look, attendee_id))


def count_screenings(desk: Desk, forum_id: UUID) -> tuple[TallySum, ...]:
    """Return how often each outcome was, also of those whose records are gone."""
    with desk.look() as look:
        counted = sums(look, forum_id, _SUBJECT)
    return tuple(
        TallySum(subject=result.value, count=counted.get(result.value, 0))
        for result in ScreeningResult
    )


def purge_screenings(desk: Desk, forum_id: UUID) -> int:
    """Erase the outcomes whose days are over, everywhere; return how many. Counts stay."""
    with desk.act() as act:
        due = due_screenings(act, forum_id, act.now.date())
        for screening in due:
            act.erase(screening)
    return len(due)


def screening_of(look: Reading, person: Attendee) -> Screening | None:
    """Return the last screening of a person, under whichever of her entries."""
    entries = (person, *twins_of(look, person))
    found = (look.find(Screening, _screening_id(entry)) for entry in entries)
    kept = [screening for screening in found if screening is not None]
    return max(kept, key=lambda screening: screening.screened_at, default=None)


def due_screenings(look: Reading, forum_id: UUID, today: date) -> tuple[Screening, ...]:
    """Return the screenings that must not be kept any longer."""
    kept = look.all(Screening, forum_id=forum_id)
    return tuple(item for item in kept if kept_until(look, item) < today)


def kept_until(look: Reading, screening: Screening) -> date:
    """Return the last day on which a screening may be kept."""
    days = pack_of(look, screening.forum_id).screening.keep_days
    return screening.screened_at.date() + timedelta(days=days)


def _recount(
    act: Writing, forum_id: UUID, known: Screening | None, result: ScreeningResult
) -> None:
    # A laptop writes its own count only. What another one counted is taken off this one's,
    # below nothing if need be, so that the sum of all is right.
    if known is not None:
        count(act, forum_id, f"{_SUBJECT}{known.result}", -1, least=None)
    count(act, forum_id, f"{_SUBJECT}{result}", 1, least=None)


def _screening_id(person: Attendee) -> UUID:
    return same_id(person.forum_id, person.id, "screening")
