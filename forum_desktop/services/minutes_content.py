"""What the minutes print, gathered from the file in one look."""

from forum_desktop.db import opinions, people
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, Delegation
from forum_desktop.records.minutes import (
    CountRow,
    Edition,
    MinutesContent,
    MinutesDelegation,
    MinutesOpinion,
    MinutesTexts,
)
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.pack import EventPack, OfficerRole
from forum_desktop.records.people import Attendee, AttendeeRole, AttendeeRow
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.forums import MAIN_SESSION, minutes_id, pack_of

REPRESENTATIVE_OF = "ผู้แทน"
REPRESENTATIVE_OF_COMMUNITY = "ผู้แทนชุมชน"
A_PARTICIPANT = "ผู้เข้าร่วมประชุม"
NOT_STATED = "ไม่ระบุ"
"""Official words of the minutes, which are a Thai document in every language of the app."""


def compose(look: Reading, forum: Forum, edition: Edition) -> MinutesContent:
    """Gather the minutes of a forum for an edition."""
    pack = pack_of(look, forum.id)
    members = people.list_people(look, forum.id, AttendeeRole.MEMBER)
    agenda = look.all(AgendaItem, forum_id=forum.id)
    strategies = look.all(Strategy, forum_id=forum.id)
    return MinutesContent(
        edition=edition,
        forum=forum,
        pack=pack,
        texts=look.get(MinutesTexts, minutes_id(forum.id)),
        strategies=tuple(sorted(strategies, key=lambda item: item.number)),
        approaches=look.all(Approach, forum_id=forum.id),
        agenda=tuple(sorted(agenda, key=lambda item: item.number)),
        chair=_chair(members, pack),
        members_present=tuple(row.attendee for row in members if row.is_present),
        members_absent=tuple(row.attendee for row in members if not row.is_present),
        participants_by_sector=_by_sector(look, forum, pack),
        participants_by_zone=_by_zone(look, forum, pack),
        opinions=_opinions(look, forum, pack),
        delegations=_delegations(look, forum),
        complaints_by_kind=_complaints(look, forum, pack),
    )


def _chair(members: tuple[AttendeeRow, ...], pack: EventPack) -> Attendee | None:
    chairs = {
        (officer.first_name, officer.last_name)
        for officer in pack.officers
        if officer.role is OfficerRole.CHAIR
    }
    people_there = (row.attendee for row in members)
    return next((p for p in people_there if (p.first_name, p.last_name) in chairs), None)


def _by_sector(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    counts = people.count_present_by(look, forum.id, "sector", MAIN_SESSION)
    known = [
        CountRow(label=s.name, count=counts.pop(s.code, 0), expected=s.expected)
        for s in pack.sectors
    ]
    shown = [row for row in known if row.count or row.expected]
    return (*shown, *_unstated(counts))


def _by_zone(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    if not pack.zones:
        return ()
    counts = people.count_present_by(look, forum.id, "zone", MAIN_SESSION)
    known = [CountRow(label=zone, count=counts.pop(zone, 0)) for zone in pack.zones]
    return (*known, *_unstated(counts))


def _unstated(counts: dict[str, int]) -> tuple[CountRow, ...]:
    rest = sum(counts.values())
    return (CountRow(label=NOT_STATED, count=rest),) if rest else ()


def _opinions(look: Reading, forum: Forum, pack: EventPack) -> tuple[MinutesOpinion, ...]:
    named = _named_speakers(look, forum)
    places = {place.name for place in pack.communities}
    said = look.all(Opinion, forum_id=forum.id, withdrawn="")
    return tuple(_printed(opinion, _attribution(opinion, named, places)) for opinion in said)


def _printed(opinion: Opinion, attribution: str) -> MinutesOpinion:
    return MinutesOpinion(
        reference=opinion.reference,
        strategy_id=opinion.strategy_id,
        approach_id=opinion.approach_id,
        kind=opinion.kind,
        text=opinion.text,
        attribution=attribution,
        answer=opinion.answer,
    )


def _named_speakers(look: Reading, forum: Forum) -> dict[object, str]:
    """Return the full names of those speakers only who agreed to be named, by opinion."""
    links = look.all(SpeakerLink, forum_id=forum.id, may_be_named=True)
    return {link.opinion_id: look.get(Attendee, link.attendee_id).full_name for link in links}


def _attribution(opinion: Opinion, named: dict[object, str], communities: set[str]) -> str:
    if opinion.id in named:
        return named[opinion.id]
    behalf = opinion.on_behalf_of
    if not behalf:
        return A_PARTICIPANT
    if behalf in communities:
        return f"{REPRESENTATIVE_OF_COMMUNITY}{behalf}"
    return behalf if behalf.startswith(REPRESENTATIVE_OF) else f"{REPRESENTATIVE_OF}{behalf}"


def _delegations(look: Reading, forum: Forum) -> tuple[MinutesDelegation, ...]:
    made = look.all(Delegation, forum_id=forum.id)
    return tuple(
        MinutesDelegation(
            delegated_at=item.delegated_at,
            delegator=look.get(Attendee, item.delegator_id),
            delegate=look.get(Attendee, item.delegate_id),
            task=item.task,
        )
        for item in sorted(made, key=lambda item: item.delegated_at)
    )


def _complaints(look: Reading, forum: Forum, pack: EventPack) -> tuple[CountRow, ...]:
    counts = opinions.count_complaints_by_kind(look, forum.id)
    known = [CountRow(label=k.name, count=counts.pop(k.code, 0)) for k in pack.complaint_kinds]
    return (*(row for row in known if row.count), *_unstated(counts))
