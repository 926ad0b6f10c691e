"""Acts on the queue of speakers: who asks for the floor, has it, and gives it back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.meeting import QueueLine, SectorBalance, SpeakerQueue, SpeakerTurn
from forum_desktop.records.people import Attendee
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.naming import names_person
from forum_desktop.services.texts import line


def ask_for_floor(
    desk: Desk,
    forum_id: UUID,
    *,
    attendee_id: UUID | None = None,
    label: str = "",
    sector: str = "",
) -> SpeakerTurn:
    """Put somebody at the end of the queue, registered or not.

    The label is what the hall may read: for a registered person it is her community,
    organisation or sector. Raises Refusal("text.empty") where none is known, and
    Refusal("speakers.label_is_name") for a label that names a person.
    """
    if label and attendee_id is None:
        _refuse_name(desk, forum_id, label)
    with desk.act() as act:
        person = act.get(Attendee, attendee_id) if attendee_id else None
        of_person = _shown(act, forum_id, person) if person else ""
        return act.add(
            SpeakerTurn(
                id=act.new_id(),
                forum_id=forum_id,
                label=line(label or of_person, needed=True),
                sector=sector or (person.sector if person else ""),
                asked_at=act.now,
                attendee_id=attendee_id,
            )
        )


def _refuse_name(desk: Desk, forum_id: UUID, label: str) -> None:
    """Raise Refusal("speakers.label_is_name") for a person's name: the hall reads labels."""
    with desk.look() as look:
        is_name = names_person(look, forum_id, label)
    if is_name:
        raise Refusal("speakers.label_is_name")


def give_floor(desk: Desk, turn_id: UUID) -> SpeakerTurn:
    """Let somebody speak; whoever spoke until now has ended."""
    with desk.act() as act:
        turn = act.get(SpeakerTurn, turn_id)
        for speaking in _turns(act, turn.forum_id):
            if _is_speaking(speaking) and speaking.id != turn.id:
                act.put(replace(speaking, ended_at=act.now))
        return act.put(replace(turn, begun_at=turn.begun_at or act.now, ended_at=None))


def end_turn(desk: Desk, turn_id: UUID) -> SpeakerTurn:
    """Take the floor back."""
    with desk.act() as act:
        turn = act.get(SpeakerTurn, turn_id)
        return act.put(replace(turn, ended_at=turn.ended_at or act.now))


def leave_queue(desk: Desk, turn_id: UUID, reason: str) -> SpeakerTurn:
    """Take somebody out of the queue, with a reason."""
    said = line(reason, needed=True)
    with desk.act() as act:
        return act.put(replace(act.get(SpeakerTurn, turn_id), withdrawn=said))


def list_turns(desk: Desk, forum_id: UUID) -> tuple[SpeakerTurn, ...]:
    """Return all turns: those who wait last, in the order they asked."""
    with desk.look() as look:
        turns = _turns(look, forum_id)
    return tuple(sorted(turns, key=_in_turn))


def read_queue(desk: Desk, forum_id: UUID) -> SpeakerQueue:
    """Return all turns with names, for the operator alone; the hall reads labels only."""
    with desk.look() as look:
        turns = sorted(_turns(look, forum_id), key=_in_turn)
        lines = tuple(QueueLine(turn=turn, name=_name(look, turn)) for turn in turns)
    return SpeakerQueue(at=desk.clock(), lines=lines)


def balance(
    turns: tuple[SpeakerTurn, ...], now: datetime, sectors: Iterable[str] = ()
) -> tuple[SectorBalance, ...]:
    """Return how the floor was shared between sectors, those least heard first.

    All of `sectors` are told, even where nobody of them has asked for the floor yet.
    """
    named = dict.fromkeys((*sectors, *(turn.sector for turn in turns)))
    shares = (_share([t for t in turns if t.sector == name], name, now) for name in named)
    return tuple(sorted(shares, key=lambda share: (share.seconds, share.turns)))


def _share(turns: list[SpeakerTurn], sector: str, now: datetime) -> SectorBalance:
    return SectorBalance(
        sector=sector,
        turns=sum(turn.begun_at is not None for turn in turns),
        seconds=sum(seconds_of(turn, now) for turn in turns),
        waiting=sum(turn.begun_at is None for turn in turns),
    )


def seconds_of(turn: SpeakerTurn, now: datetime) -> int:
    """Return for how many seconds somebody has spoken."""
    if turn.begun_at is None:
        return 0
    return max(0, int(((turn.ended_at or now) - turn.begun_at).total_seconds()))


def _name(look: Reading, turn: SpeakerTurn) -> str:
    # Who spoke may be erased; that somebody of her community did stays.
    person = look.find(Attendee, turn.attendee_id) if turn.attendee_id else None
    return person.full_name if person else ""


def _in_turn(turn: SpeakerTurn) -> tuple[object, ...]:
    return turn.begun_at is None, turn.begun_at, turn.asked_at


def _is_speaking(turn: SpeakerTurn) -> bool:
    return turn.begun_at is not None and turn.ended_at is None


def _turns(look: Reading, forum_id: UUID) -> tuple[SpeakerTurn, ...]:
    return look.all(SpeakerTurn, forum_id=forum_id, withdrawn="")


def _shown(act: Writing, forum_id: UUID, person: Attendee) -> str:
    """Return how the hall may read of a person: never by her name."""
    if person.community or person.organisation:
        return person.community or person.organisation
    sectors = {sector.code: sector.name for sector in pack_of(act, forum_id).sectors}
    return sectors.get(person.sector, "") or person.position
