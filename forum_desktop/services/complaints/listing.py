"""What can be read of complaints without opening anything."""

from uuid import UUID

from forum_desktop.records.complaint import Complaint, ComplaintStep
from forum_desktop.services.desk import Desk
from forum_desktop.thai.folding import fold_tight

_MOST_DUPLICATES = 5


def recent_complaints(desk: Desk, forum_id: UUID, limit: int = 200) -> tuple[Complaint, ...]:
    """Return the newest complaints without the people; sealed ones are only counted."""
    with desk.look() as look:
        return look.all(
            Complaint,
            newest_first=True,
            limit=limit,
            forum_id=forum_id,
            is_sealed=False,
            is_erased=False,
        )


def count_sealed(desk: Desk, forum_id: UUID) -> int:
    """Return how many complaints are sealed: all that a facilitator learns of them."""
    with desk.look() as look:
        return len(look.all(Complaint, forum_id=forum_id, is_sealed=True))


def read_complaint(desk: Desk, complaint_id: UUID) -> Complaint:
    """Return a complaint as it is now, without the person."""
    with desk.look() as look:
        return look.get(Complaint, complaint_id)


def read_history(desk: Desk, complaint_id: UUID) -> tuple[ComplaintStep, ...]:
    """Return the steps of a complaint in the order of their moments."""
    with desk.look() as look:
        steps = look.all(ComplaintStep, complaint_id=complaint_id)
    return tuple(sorted(steps, key=lambda step: (step.at, step.id)))


def likely_duplicates(
    desk: Desk, forum_id: UUID, *, kind: str, community: str = "", place: str = ""
) -> tuple[Complaint, ...]:
    """Return complaints of the kind at the place, the newest first: perhaps told already.

    They are offered, never in the way. Sealed ones are not among them.
    """
    place_key, here = fold_tight(place), fold_tight(community)
    with desk.look() as look:
        same_kind = look.all(
            Complaint, newest_first=True, forum_id=forum_id, kind=kind, is_sealed=False
        )
    near = (
        item
        for item in same_kind
        if (here and fold_tight(item.community) == here)
        or (place_key and place_key in fold_tight(f"{item.place} {item.landmark}"))
    )
    return tuple(near)[:_MOST_DUPLICATES]
