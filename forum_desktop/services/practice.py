"""A forum to practise with: invented people, a few opinions, and what was done in it so far."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from forum_desktop.records.complaint import Complaint
from forum_desktop.records.opinion import Opinion, OpinionKind, SpeakerLink, Support
from forum_desktop.records.pack import EventPack
from forum_desktop.services import (
    exchange,
    forums,
    minutes,
    opinions,
    packs,
    registration,
)
from forum_desktop.services.desk import Desk
from forum_desktop.services.rehearsing.samples import People, read_samples

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.forum import Forum

_SEED, _GUESTS = 9, 8


@dataclass(frozen=True, slots=True)
class Script:
    """The invented words of a practice: whom to look for, what is said and complained about."""

    absent: str
    reason: str
    newcomer: str
    opinion: str
    said_before: str
    question: str
    subject: str
    facts: str
    complainant: str
    meeting_number: str


@dataclass(frozen=True, slots=True)
class Done:
    """How often each thing was done; `minutes` is the text as it stands."""

    registered: int
    present: int
    placed: int
    supports: int
    questions: int
    withdrawn: int
    complaints: int
    minutes: str
    exchanged: int


def read_script() -> Script:
    """Return the words of the practice that come with the app."""
    return Script(**read_samples("practice"))


def prepare(desk: Desk, stick: Path) -> "Forum":
    """Hold a small forum up to its first opinions, with a folder that stands for a stick."""
    script, pack = read_script(), packs.list_packs()[0]
    forum = forums.open_forum(desk, forums.create_forum(desk, pack).id)
    _let_in(desk, forum.id, pack, script)
    forums.start_session(desk, forum.id)
    strategy = forums.read_overview(desk, forum.id).strategies[0]
    opinions.capture_opinion(
        desk,
        forum.id,
        text=script.said_before,
        kind=OpinionKind.NEED,
        strategy_id=strategy.id,
    )
    exchange.keep_place(desk, stick)
    return forum


def look_at(desk: Desk, forum_id: "UUID") -> Done:
    """Return what was done in a practice forum so far."""
    with desk.look() as look:
        said = look.all(Opinion, forum_id=forum_id)
        linked = {link.opinion_id for link in look.all(SpeakerLink, forum_id=forum_id)}
        supports = look.all(Support, forum_id=forum_id)
        complaints = look.all(Complaint, forum_id=forum_id)
    counts = forums.read_overview(desk, forum_id).counts
    return Done(
        registered=counts.registered,
        present=counts.present,
        placed=sum(one.id in linked and one.strategy_id is not None for one in said),
        supports=sum(not one.withdrawn for one in supports),
        questions=sum(one.kind is OpinionKind.QUESTION for one in said),
        withdrawn=sum(bool(one.withdrawn) for one in said),
        complaints=len(complaints),
        minutes=repr(minutes.read_minutes_texts(desk, forum_id)),
        exchanged=sum(place.files for place in exchange.list_places(desk)),
    )


def _let_in(desk: Desk, forum_id: "UUID", pack: EventPack, script: Script) -> None:
    """Register guests who are here, and one who is expected and not yet here."""
    random = Random(_SEED)  # noqa: S311 - invented words, no secrets
    people = People(random)
    for _ in range(_GUESTS):
        _register(desk, forum_id, pack, random, people.full_name())
    expected = _register(desk, forum_id, pack, random, script.absent)
    registration.undo_check_in(desk, expected, script.reason)


def _register(desk: Desk, forum_id: "UUID", pack: EventPack, random: Random, name: str) -> "UUID":
    row = registration.register_walk_in(
        desk,
        forum_id,
        full_name=name,
        sector=pack.sectors[0].code,
        community=random.choice(pack.communities).name if pack.communities else "",
    )
    return row.attendee.id
