"""Everything that is kept about one person."""

from collections.abc import Iterator

from forum_desktop.db.reading import Reading
from forum_desktop.records.complaint import Complainant, Complaint
from forum_desktop.records.meeting import SpeakerTurn
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.privacy import PersonFile, PrivacyRequest
from forum_desktop.services.keeping.consents import words_of
from forum_desktop.services.screening import screening_of
from forum_desktop.services.twins import twins_of
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.phones import read_phone


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
        complaints=tuple(dict.fromkeys(_complaints(look, (person, *twins)))),
        requests=tuple(item for one in ids for item in look.all(PrivacyRequest, attendee_id=one)),
    )


def _complaints(look: Reading, entries: tuple[Attendee, ...]) -> Iterator[str]:
    """Yield references of complaints by somebody of her name and, where told, her telephone."""
    for one in look.all(Complainant, forum_id=entries[0].forum_id):
        if any(_may_be(one, entry) for entry in entries):
            complaint = look.find(Complaint, one.complaint_id)
            if complaint is not None:
                yield complaint.reference


def _may_be(one: Complainant, entry: Attendee) -> bool:
    names = {fold_tight(f"{who.first_name}{who.last_name}") for who in (one, entry)}
    phone = read_phone(one.phone).text
    return len(names) == 1 and not (phone and entry.phone and phone != entry.phone)
