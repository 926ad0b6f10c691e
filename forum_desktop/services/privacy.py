"""Acts on what is kept about a person: her consents, her requests, and the end of keeping."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.files import write_whole
from forum_desktop.records.complaint import Complainant, Complaint
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.pack import EventPack, Notice
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.privacy import (
    Consent,
    ConsentPurpose,
    ConsentWay,
    DataClass,
    PersonFile,
    PrivacyRequest,
    RequestKind,
    RetentionLine,
)
from forum_desktop.records.screening import Screening
from forum_desktop.services.desk import Desk
from forum_desktop.services.erasing import erase_all_of
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.screening import due_screenings, kept_until, screening_of
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line
from forum_desktop.services.twins import twins_of
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.phones import read_phone

_NOTICE = "privacy"


def notice_of(pack: EventPack) -> Notice | None:
    """Return the privacy notice of a pack, which people are shown at the desk."""
    return next((notice for notice in pack.notices if notice.key == _NOTICE), None)


def say_consent(
    desk: Desk,
    attendee_id: UUID,
    purpose: ConsentPurpose,
    *,
    is_given: bool,
    way: ConsentWay = ConsentWay.SPOKEN,
) -> Consent:
    """Keep a person's word on a purpose, in place of what she said of it before."""
    with desk.act() as act:
        person = person_of(act, attendee_id)
        notice = notice_of(pack_of(act, person.forum_id))
        return act.put(
            Consent(
                id=_consent_id(person, purpose),
                forum_id=person.forum_id,
                attendee_id=person.id,
                purpose=purpose,
                is_given=is_given,
                said_at=act.now,
                station=own_station(act, person.forum_id).letter,
                officer=desk.actor,
                way=way,
                notice_version=notice.version if notice else "",
            )
        )


def list_consents(desk: Desk, attendee_id: UUID) -> tuple[Consent, ...]:
    """Return what a person agreed to or refused, in the order of purposes."""
    with desk.look() as look:
        return _consents(look, person_of(look, attendee_id))


def agreed(look: Reading, attendee_id: UUID, purpose: ConsentPurpose) -> bool:
    """Tell whether a person agreed to a purpose; who was never asked did not."""
    consent = look.find(Consent, _consent_id(person_of(look, attendee_id), purpose))
    return consent is not None and consent.is_given


def person_file(desk: Desk, attendee_id: UUID) -> PersonFile:
    """Return everything that the forum keeps about one person. Sealed."""
    with desk.look() as look:
        return file_of(look, person_of(look, attendee_id))


def export_person(desk: Desk, attendee_id: UUID, target: Path) -> Path:
    """Write a person's copy of everything kept about her, as .pdf or .json; logged as a request.

    Raises Refusal("privacy.unknown_format"), and Refusal where the file cannot be written.
    """
    from forum_desktop.services.contents import person  # noqa: PLC0415 - documents are loaded late

    with desk.look() as look:
        found = person_of(look, attendee_id)
        content = person.person_content(look, file_of(look, found))
    write_whole(target, person.render_person(content, target.suffix.lower()))
    _log(desk, found, RequestKind.ACCESS, "")
    return target


def erase_person(desk: Desk, attendee_id: UUID, reason: str) -> None:
    """Erase a person everywhere, on her lawful request (PDPA s.33).

    Her entries, presence, consents, screening and the link to what she said go, here and on
    every laptop that hears of it. The words that were said stay. A nameless entry with her
    sector and zone keeps the head count. Raises Refusal("privacy.member_acted") for a member
    who presided or answered, whom the minutes must name.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        person = person_of(act, attendee_id)
        erase_all_of(act, person)
        act.add(_request(act, person, RequestKind.ERASE, said))


def refuse_request(desk: Desk, attendee_id: UUID, reason: str) -> PrivacyRequest:
    """Keep that a request was refused and why (PDPA s.30)."""
    said = line(reason, needed=True)
    with desk.look() as look:
        person = person_of(look, attendee_id)
    return _log(desk, person, RequestKind.REFUSED, said)


def list_requests(desk: Desk, forum_id: UUID) -> tuple[PrivacyRequest, ...]:
    """Return the requests made about people's own data, newest first."""
    with desk.look() as look:
        return look.all(PrivacyRequest, newest_first=True, forum_id=forum_id)


def retention(desk: Desk, forum_id: UUID) -> tuple[RetentionLine, ...]:
    """Return how much of each class is kept, until when, and what is due."""
    today = desk.clock().date()
    with desk.look() as look:
        return tuple(_retention(look, forum_id, today))


def purge_due(desk: Desk, forum_id: UUID) -> tuple[RetentionLine, ...]:
    """Erase the screenings and speaker links whose time is over; return what went.

    Lists of people are only told of: who was paid for a forum must stay until the audit.
    """
    with desk.act() as act:
        today = act.now.date()
        due = tuple(line for line in _retention(act, forum_id, today) if line.is_due)
        screenings = due_screenings(act, forum_id, today)
        for screening in screenings:
            act.erase(screening)
        links = [one for one in due if one.data is DataClass.SPEAKERS]
        for link in act.all(SpeakerLink, forum_id=forum_id) if links else ():
            act.erase(link)
    return tuple(one for one in due if one.data is not DataClass.ATTENDEES)


def file_of(look: Reading, person: Attendee) -> PersonFile:
    """Return everything kept about a person, as `person_file`."""
    twins = twins_of(look, person)
    ids = (person.id, *(twin.id for twin in twins))
    spoken = [link for one in ids for link in look.all(SpeakerLink, attendee_id=one)]
    said = (look.find(Opinion, link.opinion_id) for link in spoken)
    return PersonFile(
        attendee=person,
        twins=twins,
        attendances=tuple(item for one in ids for item in look.all(Attendance, attendee_id=one)),
        absences=tuple(item for one in ids for item in look.all(Absence, attendee_id=one)),
        consents=_consents(look, person),
        screening=screening_of(look, person),
        opinions=tuple(opinion for opinion in said if opinion is not None),
        complaints=tuple(_complaints(look, person)),
        requests=tuple(item for one in ids for item in look.all(PrivacyRequest, attendee_id=one)),
    )


def _complaints(look: Reading, person: Attendee) -> Iterator[str]:
    """Yield references of complaints by somebody of her name and, where told, her telephone."""
    name = fold_tight(f"{person.first_name}{person.last_name}")
    for one in look.all(Complainant, forum_id=person.forum_id):
        phone = read_phone(one.phone).text
        is_other = bool(phone and person.phone and phone != person.phone)
        if fold_tight(f"{one.first_name}{one.last_name}") == name and not is_other:
            yield look.get(Complaint, one.complaint_id).reference


def _retention(look: Reading, forum_id: UUID, today: date) -> Iterator[RetentionLine]:
    held, pack = look.get(Forum, forum_id).held_on, pack_of(look, forum_id)
    screenings = look.all(Screening, forum_id=forum_id)
    if screenings:
        last = max(kept_until(look, item) for item in screenings)
        is_due = bool(due_screenings(look, forum_id, today))
        yield RetentionLine(
            data=DataClass.SCREENING, count=len(screenings), until=last, is_due=is_due
        )
    for data, kind, days in (
        (DataClass.SPEAKERS, SpeakerLink, pack.retention.speaker_days),
        (DataClass.ATTENDEES, Attendee, pack.retention.attendee_days),
    ):
        until, count = held + timedelta(days=days), len(look.all(kind, forum_id=forum_id))
        yield RetentionLine(
            data=data, count=count, until=until, is_due=bool(count) and until < today
        )


def _consents(look: Reading, person: Attendee) -> tuple[Consent, ...]:
    found = (look.find(Consent, _consent_id(person, purpose)) for purpose in ConsentPurpose)
    return tuple(consent for consent in found if consent is not None)


def _log(desk: Desk, person: Attendee, kind: RequestKind, reason: str) -> PrivacyRequest:
    with desk.act() as act:
        return act.add(_request(act, person, kind, reason))


def _request(act: Writing, person: Attendee, kind: RequestKind, reason: str) -> PrivacyRequest:
    return PrivacyRequest(
        id=act.new_id(),
        forum_id=person.forum_id,
        attendee_id=person.id,
        kind=kind,
        reason=reason,
        made_at=act.now,
        station=own_station(act, person.forum_id).letter,
    )


def _consent_id(person: Attendee, purpose: ConsentPurpose) -> UUID:
    return same_id(person.id, "consent", purpose)
