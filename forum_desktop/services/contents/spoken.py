"""Opinions as documents print them: who said them only where she agreed to be named."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from forum_desktop.db import opinions
from forum_desktop.db.presence import root_of
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import MinutesOpinion
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.services.contents.words import official


def standing_opinions(look: Reading, forum: Forum) -> tuple[Opinion, ...]:
    """Return what was said and neither withdrawn nor joined into another, in its order."""
    return look.all(Opinion, forum_id=forum.id, withdrawn="", joined_into=None)


def printed_opinions(
    look: Reading, forum: Forum, pack: EventPack, standing: Iterable[Opinion]
) -> tuple[MinutesOpinion, ...]:
    """Return standing opinions as they may be printed in any edition."""
    named = _named_speakers(look, forum)
    places = {place.name for place in pack.communities}
    supports, joined = opinions.count_voices(look, forum.id)
    panel = _panel(look, forum)
    return tuple(
        replace(
            _printed(opinion, _attribution(opinion, named, places)),
            supports=supports.get(opinion.id, 0),
            joined=joined.get(opinion.id, 0),
            answered_by=panel.get(opinion.answered_by, ""),
        )
        for opinion in standing
    )


def _printed(opinion: Opinion, attribution: str) -> MinutesOpinion:
    return MinutesOpinion(
        reference=opinion.reference,
        strategy_id=opinion.strategy_id,
        approach_id=opinion.approach_id,
        kind=opinion.kind,
        text=opinion.text,
        attribution=attribution,
        answer=opinion.answer,
        said_at=opinion.said_at,
        promise=opinion.promise,
        promised_until=opinion.promised_until,
        read_back=opinion.read_back,
    )


def _panel(look: Reading, forum: Forum) -> dict[UUID | None, str]:
    """Return the appointed members by name and position: they answer in their office."""
    members = look.all(Attendee, forum_id=forum.id, role=AttendeeRole.MEMBER)
    return {one.id: f"{one.full_name} {one.position}".strip() for one in members}


def _named_speakers(look: Reading, forum: Forum) -> dict[object, str]:
    """Return the full names of those speakers only who agreed to be named, by opinion."""
    links = look.all(SpeakerLink, forum_id=forum.id, may_be_named=True)
    spoken = ((link.opinion_id, look.find(Attendee, link.attendee_id)) for link in links)
    # Who was erased on another laptop may still be linked here.
    return {said: root_of(look, speaker).full_name for said, speaker in spoken if speaker}


def _attribution(opinion: Opinion, named: dict[object, str], communities: set[str]) -> str:
    if opinion.id in named:
        return named[opinion.id]
    behalf = opinion.on_behalf_of
    if not behalf:
        return official("participant")
    if behalf in communities:
        return official("representative_of_community", of=behalf)
    is_one = behalf.startswith(official("representative", of=""))
    return behalf if is_one else official("representative", of=behalf)
