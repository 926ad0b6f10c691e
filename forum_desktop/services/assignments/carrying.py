"""What is open when the next forum is made goes on there, with its origin kept."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import Assignment, AssignmentSource
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee
from forum_desktop.services.assignments.acts import next_number
from forum_desktop.services.assignments.promising import bare_promises
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import create_forum


def create_next_forum(
    desk: Desk, pack: EventPack, from_forum_id: UUID, *, station_name: str = ""
) -> Forum:
    """Create a forum that takes over what an earlier one left open."""
    forum = create_forum(desk, pack, station_name=station_name)
    carry_over(desk, from_forum_id, forum.id)
    return forum


def left_open(desk: Desk, forum_id: UUID) -> tuple[Forum, int] | None:
    """Return the newest other forum of the municipality that left something open, and how much.

    None where there is nothing to take over.
    """
    with desk.look() as look:
        here = look.get(Forum, forum_id)
        for forum in look.all(Forum, newest_first=True, municipality=here.municipality):
            count = _left(look, forum.id) if forum.id != forum_id else 0
            if count:
                return forum, count
    return None


def carry_over(desk: Desk, from_forum_id: UUID, to_forum_id: UUID) -> tuple[Assignment, ...]:
    """Take over every assignment that was not reported, and promises that nobody was assigned.

    An assignment keeps its number; a promise of an opinion becomes an assignment that names the
    opinion's number. Doing it again takes over what has come since. Returns what was taken
    over. Raises Refusal("assignment.same_forum").
    """
    if from_forum_id == to_forum_id:
        raise Refusal("assignment.same_forum")
    with desk.act() as act:
        act.get(Forum, to_forum_id)
        left = [item for item in act.all(Assignment, forum_id=from_forum_id) if item.is_unfinished]
        promises = bare_promises(act, from_forum_id)
        carried = [_carried(act, item, to_forum_id) for item in left]
        made = [_from_promise(act, opinion, to_forum_id) for opinion in promises]
    return (*carried, *(item for item in made if item is not None))


def _left(look: Reading, forum_id: UUID) -> int:
    unfinished = [i for i in look.all(Assignment, forum_id=forum_id) if i.is_unfinished]
    return len(unfinished) + len(bare_promises(look, forum_id))


def _carried(act: Writing, known: Assignment, to_forum_id: UUID) -> Assignment:
    following = replace(
        known,
        id=_carried_id(known.id, to_forum_id),
        forum_id=to_forum_id,
        carried_from=known.id,
        origin_forum_id=known.origin_forum_id or known.forum_id,
    )
    act.put(replace(known, carried_to=to_forum_id))
    return act.find(Assignment, following.id) or act.add(following)


def _from_promise(act: Writing, opinion: Opinion, to_forum_id: UUID) -> Assignment | None:
    """Return the assignment that a promise becomes; None where it has become one before."""
    made_id = _carried_id(opinion.id, to_forum_id)
    if act.find(Assignment, made_id) is not None:
        return None
    promiser = _promiser(act, opinion)
    return act.add(
        Assignment(
            id=made_id,
            forum_id=to_forum_id,
            number=next_number(act, to_forum_id),
            task=opinion.promise,
            ordered_by="",
            to_officer=promiser.full_name if promiser else "",
            unit=promiser.position if promiser else "",
            due_on=opinion.promised_until,
            ordered_at=opinion.said_at,
            source=AssignmentSource.OPINION,
            source_id=opinion.id,
            source_reference=opinion.reference,
            carried_from=opinion.id,
            origin_forum_id=opinion.forum_id,
        )
    )


def _promiser(look: Reading, opinion: Opinion) -> Attendee | None:
    """Return the member of the panel who promised it."""
    return look.find(Attendee, opinion.answered_by) if opinion.answered_by else None


def _carried_id(known_id: UUID, to_forum_id: UUID) -> UUID:
    return same_id(known_id, "carried", to_forum_id)
