"""Acts of support: somebody says what was said before, and it counts instead of being repeated."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, Support
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line


def support(desk: Desk, opinion_id: UUID, *, on_behalf_of: str = "") -> Support:
    """Count another voice for an opinion; raises Refusal("opinion.stands_no_more")."""
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        if not opinion.stands:
            raise Refusal("opinion.stands_no_more", number=opinion.reference)
        return act.add(
            Support(
                id=act.new_id(),
                forum_id=opinion.forum_id,
                opinion_id=opinion.id,
                on_behalf_of=line(on_behalf_of),
                said_at=act.now,
            )
        )


def withdraw_support(desk: Desk, support_id: UUID, reason: str) -> Support:
    """Count a voice no more, with a reason."""
    said = line(reason, needed=True)
    with desk.act() as act:
        return act.put(replace(act.get(Support, support_id), withdrawn=said))


def list_supports(desk: Desk, opinion_id: UUID) -> tuple[Support, ...]:
    """Return the voices that count for an opinion, in their order."""
    with desk.look() as look:
        opinion = look.get(Opinion, opinion_id)
        return look.all(Support, forum_id=opinion.forum_id, opinion_id=opinion_id, withdrawn="")
