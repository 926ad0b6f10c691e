"""Acts on the forum itself: create, open, hold, close, and look at it."""

from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from forum_desktop.db import opinions, presence
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import AgendaItem, Break, PackCopy, SpeakerTurn, Station
from forum_desktop.records.minutes import MinutesTexts
from forum_desktop.records.overview import Counts, ForumOverview
from forum_desktop.records.pack import EventPack, Officer, OfficerRole, PackStrategy
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.desk import Desk
from forum_desktop.services.packs import from_json, to_json
from forum_desktop.services.stations import bound, known_station, own_station, renamed
from forum_desktop.services.texts import line

ANY_SESSION = ""
"""Any session of the day: who came to one of them came to the forum."""

_read_pack = lru_cache(maxsize=8)(from_json)

_FOLLOWING = {
    ForumState.OPEN: {ForumState.DRAFT},
    ForumState.IN_SESSION: {ForumState.DRAFT, ForumState.OPEN},
    ForumState.CLOSED: {ForumState.OPEN, ForumState.IN_SESSION},
}


def create_forum(desk: Desk, pack: EventPack, *, station_name: str = "") -> Forum:
    """Create a forum that holds a copy of the pack: its plan, agenda and officers."""
    with desk.act() as act:
        forum = act.add(_forum(act, pack))
        act.add(PackCopy(id=act.new_id(), forum_id=forum.id, content=to_json(pack)))
        for strategy in pack.strategies:
            _add_strategy(act, forum, strategy)
        _add_agenda(act, forum, pack)
        for officer in pack.officers:
            act.add(_member(act, forum, officer))
        act.add(_minutes_texts(forum, pack))
        act.put(renamed(own_station(act, forum.id), line(station_name)))
    return forum


def list_forums(desk: Desk) -> tuple[Forum, ...]:
    """Return all forums of this laptop, newest first."""
    with desk.look() as look:
        return look.all(Forum, newest_first=True)


def read_overview(desk: Desk, forum_id: UUID) -> ForumOverview:
    """Return a forum with its plan, pack, this laptop's station and the live counts."""
    station = station_of(desk, forum_id)
    with desk.look() as look:
        return ForumOverview(
            forum=look.get(Forum, forum_id),
            pack=pack_of(look, forum_id),
            strategies=look.all(Strategy, forum_id=forum_id),
            approaches=look.all(Approach, forum_id=forum_id),
            station=station,
            counts=_counts(look, forum_id),
        )


def station_of(desk: Desk, forum_id: UUID) -> Station:
    """Return this laptop's station in a forum."""
    # Looked up after every act: only the first time, and after a restore, is it written.
    with desk.look() as look:
        known = known_station(look, forum_id, desk.database.replica)
    if known is not None:
        return known
    with desk.act() as act:
        return own_station(act, forum_id)


def rename_station(desk: Desk, forum_id: UUID, name: str) -> Station:
    """Call this laptop's station by another name."""
    with desk.act() as act:
        return act.put(renamed(own_station(act, forum_id), line(name, needed=True)))


def bind_station(desk: Desk, forum_id: UUID, strategy_id: UUID | None) -> Station:
    """Let this laptop's station hear one strategy only, as a group table does, or all (None)."""
    with desk.act() as act:
        return act.put(bound(act, forum_id, strategy_id))


def open_forum(desk: Desk, forum_id: UUID) -> Forum:
    """Open the doors: people are being registered."""
    return _move(desk, forum_id, ForumState.OPEN)


def start_session(desk: Desk, forum_id: UUID) -> Forum:
    """Begin the meeting, which the chair has opened."""
    return _move(desk, forum_id, ForumState.IN_SESSION)


def close_forum(desk: Desk, forum_id: UUID, *, unsorted_reason: str = "") -> Forum:
    """End the meeting, which the chair has closed.

    The item in hand, an open break and the speaker end with it. Opinions without a strategy are
    left only for a reason, which the minutes print: raises Refusal("forum.unsorted_left") with
    their count where none is given.
    """
    reason = line(unsorted_reason)
    with desk.act() as act:
        forum = act.get(Forum, forum_id)
        if forum.state is ForumState.CLOSED:
            return forum
        closed = _moved(act, forum, ForumState.CLOSED)
        left = opinions.count_by_strategy(act, forum_id).get(None, 0)
        if left and not reason:
            raise Refusal("forum.unsorted_left", count=left)
        texts = act.get(MinutesTexts, minutes_id(forum_id))
        act.put(replace(texts, unsorted_reason=reason if left else ""))
        _end_what_runs(act, forum_id)
        return closed


def pack_of(look: Reading, forum_id: UUID) -> EventPack:
    """Return the pack as the forum copied it."""
    (copy,) = look.all(PackCopy, limit=1, forum_id=forum_id)
    # Read at every check-in: the copy never changes, so each is taken apart once.
    return _read_pack(copy.content)


def minutes_id(forum_id: UUID) -> UUID:
    """Return the id of a forum's minutes, the same on every laptop."""
    return same_id(forum_id, "minutes")


def _end_what_runs(act: Writing, forum_id: UUID) -> None:
    for item in act.all(AgendaItem, forum_id=forum_id, ended_at=None):
        if item.begun_at:
            act.put(replace(item, ended_at=act.now))
    for pause in act.all(Break, forum_id=forum_id, ended_at=None):
        act.put(replace(pause, ended_at=act.now))
    for turn in act.all(SpeakerTurn, forum_id=forum_id, ended_at=None):
        if turn.begun_at:
            act.put(replace(turn, ended_at=act.now))


def _move(desk: Desk, forum_id: UUID, state: ForumState) -> Forum:
    with desk.act() as act:
        return _moved(act, act.get(Forum, forum_id), state)


def _moved(act: Writing, forum: Forum, state: ForumState) -> Forum:
    if forum.state not in _FOLLOWING[state] | {state}:
        raise Refusal("forum.state_refused")
    return act.put(replace(forum, state=state))


def _counts(look: Reading, forum_id: UUID) -> Counts:
    registered, present = presence.count_people(look, forum_id, ANY_SESSION)
    by_strategy = opinions.count_by_strategy(look, forum_id)
    return Counts(
        registered=registered,
        present=present,
        opinions=sum(by_strategy.values()),
        complaints=sum(opinions.count_complaints_by_kind(look, forum_id).values()),
        by_strategy=tuple(by_strategy.items()),
    )


def _forum(act: Writing, pack: EventPack) -> Forum:
    return Forum(
        id=act.new_id(),
        code=pack.code,
        title=pack.title,
        municipality=pack.municipality,
        level=pack.level,
        meeting_name=pack.meeting_name,
        purpose=pack.purpose,
        held_on=pack.held_on,
        starts_at=pack.starts_at,
        venue=pack.venue,
    )


def _add_strategy(act: Writing, forum: Forum, planned: PackStrategy) -> None:
    strategy = act.add(
        Strategy(
            id=act.new_id(),
            forum_id=forum.id,
            number=planned.number,
            name=planned.name,
            short=planned.short,
        )
    )
    for approach in planned.approaches:
        act.add(
            Approach(
                id=act.new_id(),
                forum_id=forum.id,
                strategy_id=strategy.id,
                code=f"{planned.number}.{approach.number}",
                text=approach.text,
            )
        )


def _add_agenda(act: Writing, forum: Forum, pack: EventPack) -> None:
    for preset in pack.agenda:
        act.add(
            AgendaItem(
                id=act.new_id(),
                forum_id=forum.id,
                number=preset.number,
                title=preset.title,
                kind=preset.kind,
                notes=preset.text,
                planned_minutes=preset.minutes,
            )
        )


def _member(act: Writing, forum: Forum, officer: Officer) -> Attendee:
    return Attendee(
        id=act.new_id(),
        forum_id=forum.id,
        title=officer.title,
        first_name=officer.first_name,
        last_name=officer.last_name,
        position=officer.position,
        role=AttendeeRole.MEMBER,
    )


def _minutes_texts(forum: Forum, pack: EventPack) -> MinutesTexts:
    recorder = _with_role(pack, OfficerRole.RECORDER)
    checker = _with_role(pack, OfficerRole.CHECKER)
    return MinutesTexts(
        id=minutes_id(forum.id),
        forum_id=forum.id,
        meeting_number=pack.meeting_number,
        recorder_name=_name(recorder),
        recorder_position=recorder.position if recorder else "",
        checker_name=_name(checker),
        checker_position=checker.position if checker else "",
    )


def _with_role(pack: EventPack, role: OfficerRole) -> Officer | None:
    return next((officer for officer in pack.officers if officer.role is role), None)


def _name(officer: Officer | None) -> str:
    if officer is None:
        return ""
    return f"{officer.title}{officer.first_name}  {officer.last_name}".strip()
