"""Acts at the complaint desk. Who complains is kept apart and shown in no list."""

from datetime import timedelta
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import (
    Complainant,
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.pack import ComplaintKind, EventPack
from forum_desktop.records.reference import make_reference
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line, long_text


def lodge_complaint(desk: Desk, forum_id: UUID, intake: ComplaintIntake) -> Complaint:
    """Take in a complaint and give it its number.

    An anonymous complaint keeps no name even where one was typed. Raises
    Refusal("complaint.name_needed") where the level asks for a name and none was given,
    and Refusal("text.empty") without subject or facts.
    """
    with desk.act() as act:
        return enter_complaint(act, forum_id, intake)


def enter_complaint(act: Writing, forum_id: UUID, intake: ComplaintIntake) -> Complaint:
    """Take in a complaint as a part of an act that has begun; refuses as `lodge_complaint`."""
    _require_name(intake)
    complaint = act.add(_complaint(act, forum_id, intake))
    if intake.level is not ComplaintLevel.ANONYMOUS:
        act.add(_complainant(act, complaint, intake))
    return complaint


def recent_complaints(desk: Desk, forum_id: UUID, limit: int = 200) -> tuple[Complaint, ...]:
    """Return the newest complaints, without the people."""
    with desk.look() as look:
        return look.all(Complaint, newest_first=True, limit=limit, forum_id=forum_id)


def _complaint(act: Writing, forum_id: UUID, intake: ComplaintIntake) -> Complaint:
    forum = act.get(Forum, forum_id)
    pack = pack_of(act, forum_id)
    return Complaint(
        id=act.new_id(),
        forum_id=forum_id,
        reference=_next_reference(act, forum),
        kind=intake.kind,
        subject=line(intake.subject, needed=True),
        facts=long_text(intake.facts, needed=True),
        wanted=long_text(intake.wanted),
        community=line(intake.community),
        place=line(intake.place),
        level=intake.level,
        unit=_kind(pack, intake.kind).unit,
        lodged_at=act.now,
        due_on=act.now.date() + timedelta(days=pack.complaint_days),
    )


def _complainant(act: Writing, complaint: Complaint, intake: ComplaintIntake) -> Complainant:
    return Complainant(
        id=act.new_id(),
        forum_id=complaint.forum_id,
        complaint_id=complaint.id,
        title=line(intake.title),
        first_name=line(intake.first_name),
        last_name=line(intake.last_name),
        phone=line(intake.phone),
        address=line(intake.address),
    )


def _next_reference(act: Writing, forum: Forum) -> str:
    letter = own_station(act, forum.id).letter
    return make_reference(forum.code, letter, act.next_number(f"complaint/{forum.id}"))


def _kind(pack: EventPack, code: str) -> ComplaintKind:
    for kind in pack.complaint_kinds:
        if kind.code == code:
            return kind
    raise Refusal("complaint.kind_needed")


def _require_name(intake: ComplaintIntake) -> None:
    if intake.level is not ComplaintLevel.ANONYMOUS and not line(intake.first_name):
        raise Refusal("complaint.name_needed")
