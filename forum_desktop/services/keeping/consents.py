"""A person's word on each purpose: of all her entries the last one counts."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import SpeakerLink
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import Consent, ConsentPurpose
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.twins import twins_of


def consent_id(person: Attendee, purpose: ConsentPurpose) -> UUID:
    """Return the id that every laptop gives: a person has one word on a purpose."""
    return same_id(person.id, "consent", purpose)


def words_of(look: Reading, person: Attendee) -> Iterator[Consent]:
    """Yield all that a person said of purposes, under each entry that is hers."""
    for entry in (person, *twins_of(look, person)):
        yield from look.all(Consent, attendee_id=entry.id)


def last_words(look: Reading, person: Attendee) -> tuple[Consent, ...]:
    """Return a person's last word on each purpose, in the order of purposes."""
    said = sorted(words_of(look, person), key=lambda consent: consent.said_at)
    last = {consent.purpose: consent for consent in said}
    return tuple(last[purpose] for purpose in ConsentPurpose if purpose in last)


def agreed(look: Reading, attendee_id: UUID, purpose: ConsentPurpose) -> bool:
    """Tell whether a person agreed to a purpose; who was never asked did not."""
    words = last_words(look, person_of(look, attendee_id))
    return any(word.purpose is purpose and word.is_given for word in words)


def name_no_longer(act: Writing, person: Attendee) -> None:
    """Take her name from what she said so far (PDPA s.19: consent may be taken back)."""
    for entry in (person, *twins_of(act, person)):
        for link in act.all(SpeakerLink, attendee_id=entry.id, may_be_named=True):
            act.put(replace(link, may_be_named=False))
