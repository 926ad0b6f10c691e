"""Acts of delegation: the chair hands a task to another officer."""

from datetime import datetime
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.errors import Refusal
from forum_desktop.records.meeting import Delegation
from forum_desktop.records.people import Attendee, AttendeeRole, AttendeeRow
from forum_desktop.services.desk import Desk
from forum_desktop.services.minutes import refuse_certified
from forum_desktop.services.texts import line


def delegate(
    desk: Desk,
    forum_id: UUID,
    *,
    delegator_id: UUID,
    delegate_id: UUID,
    task: str,
    delegated_at: datetime | None = None,
    takes_chair: bool = False,
) -> Delegation:
    """Record that an officer handed a task, or the chair, to another.

    Raises Refusal("delegation.same_person" or "minutes.is_certified").
    """
    handed = line(task, needed=True)
    if delegator_id == delegate_id:
        raise Refusal("delegation.same_person")
    with desk.act() as act:
        refuse_certified(act, forum_id)
        return act.add(
            Delegation(
                id=act.new_id(),
                forum_id=forum_id,
                delegator_id=act.get(Attendee, delegator_id).id,
                delegate_id=act.get(Attendee, delegate_id).id,
                delegated_at=delegated_at or act.now,
                task=handed,
                takes_chair=takes_chair,
            )
        )


def list_delegations(desk: Desk, forum_id: UUID) -> tuple[Delegation, ...]:
    """Return the delegations of a forum in the order of their moments."""
    with desk.look() as look:
        made = look.all(Delegation, forum_id=forum_id)
    return tuple(sorted(made, key=lambda item: item.delegated_at))


def list_members(desk: Desk, forum_id: UUID) -> tuple[AttendeeRow, ...]:
    """Return the appointed members, with their presence."""
    with desk.look() as look:
        return people.list_people(look, forum_id, AttendeeRole.MEMBER)
