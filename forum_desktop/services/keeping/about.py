"""Everything that is kept about one person."""

from forum_desktop.db.reading import Reading
from forum_desktop.records.meeting import SpeakerTurn
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.privacy import PersonFile, PrivacyRequest
from forum_desktop.services.keeping.consents import words_of
from forum_desktop.services.screening import screening_of
from forum_desktop.services.twins import twins_of


def file_of(look: Reading, person: Attendee) -> PersonFile:
    """Return everything kept about a person, under whichever of her entries."""
    twins = twins_of(look, person)
    ids = (person.id, *(twin.id for twin in twins))
    spoken = [link for one in ids for link in look.all(SpeakerLink, attendee_id=one)]
    said = (look.find(Opinion, link.opinion_id) for link in spoken)
    return PersonFile(
        attendee=person,
        twins=twins,
        attendances=tuple(item for one in ids for item in look.all(Attendance, attendee_id=one)),
        absences=tuple(item for one in ids for item in look.all(Absence, attendee_id=one)),
        consents=tuple(words_of(look, person)),
        screening=screening_of(look, person),
        turns=tuple(item for one in ids for item in look.all(SpeakerTurn, attendee_id=one)),
        opinions=tuple(opinion for opinion in said if opinion is not None),
        requests=tuple(item for one in ids for item in look.all(PrivacyRequest, attendee_id=one)),
    )
