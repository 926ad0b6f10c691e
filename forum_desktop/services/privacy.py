"""Acts on what is kept about a person: her consents, her requests, and the end of keeping."""

from pathlib import Path
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.files import write_whole
from forum_desktop.records.pack import EventPack, Notice
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import (
    Consent,
    ConsentPurpose,
    ConsentWay,
    PersonFile,
    PrivacyRequest,
    RequestKind,
    RetentionLine,
)
from forum_desktop.services.desk import Desk
from forum_desktop.services.erasing import erase_all_of, finish_erasing
from forum_desktop.services.forums import pack_of
from forum_desktop.services.keeping.about import file_of
from forum_desktop.services.keeping.consents import agreed, consent_id, last_words, name_no_longer
from forum_desktop.services.keeping.retention import lines_of, purge
from forum_desktop.services.registering.presence import person_of
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line

__all__ = [
    "agreed",
    "erase_person",
    "export_person",
    "finish_erasures",
    "list_consents",
    "list_requests",
    "notice_of",
    "person_file",
    "purge_due",
    "refuse_request",
    "retention",
    "say_consent",
]

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
    """Keep a person's word on a purpose, in place of what she said of it before.

    Who no longer wishes to be named is no longer named with what she said so far either.
    """
    with desk.act() as act:
        person = person_of(act, attendee_id)
        if purpose is ConsentPurpose.NAMED and not is_given:
            name_no_longer(act, person)
        notice = notice_of(pack_of(act, person.forum_id))
        return act.put(
            Consent(
                id=consent_id(person, purpose),
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
    """Return a person's last word on each purpose, in the order of purposes."""
    with desk.look() as look:
        return last_words(look, person_of(look, attendee_id))


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
        content = person.person_content(look, file_of(look, found), desk.clock().date())
    write_whole(target, person.render_person(content, target.suffix.lower()))
    _log(desk, found, RequestKind.ACCESS, "")
    return target


def erase_person(desk: Desk, attendee_id: UUID, reason: str) -> None:
    """Erase a person everywhere, on her lawful request (PDPA s.33).

    Her entries, presence, consents, screening and the link to what she said go, here and on
    every laptop that hears of it; so does what is half typed of her at this desk. The words
    that were said stay as they were said, and her complaints with the complaint desk. Nameless
    entries with her sector and zone keep the head count. Raises Refusal("privacy.member_acted")
    for a member who presided or answered, and Refusal("privacy.minutes_certified") where
    certified minutes list her.
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        person = person_of(act, attendee_id)
        erase_all_of(act, person)
        act.add(_request(act, person, RequestKind.ERASE, said))
    desk.database.settle()


def finish_erasures(desk: Desk, forum_id: UUID) -> int:
    """Erase what has arrived since from laptops that had not heard of an erasing.

    To be called after every exchange; return how much was erased.
    """
    with desk.act() as act:
        done = finish_erasing(act, forum_id)
    if done:
        desk.database.settle()
    return done


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
        return tuple(lines_of(look, forum_id, today))


def purge_due(desk: Desk, forum_id: UUID) -> tuple[RetentionLine, ...]:
    """Erase the screenings and speaker links whose time is over; return what went.

    Lists of people are only told of: who was paid for a forum must stay until the audit. What
    is left of people who were erased goes too, untold.
    """
    with desk.act() as act:
        finish_erasing(act, forum_id)
        gone = tuple(purge(act, forum_id, act.now.date()))
    if gone:
        desk.database.settle()
    return gone


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
