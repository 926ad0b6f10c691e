"""Acts on proposed projects."""

from uuid import UUID

from forum_desktop.records.opinion import Proposal
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line, long_text


def propose_project(
    desk: Desk,
    forum_id: UUID,
    *,
    title: str,
    strategy_id: UUID | None = None,
    approach_id: UUID | None = None,
    opinion_id: UUID | None = None,
    target: str = "",
    place: str = "",
    budget: int | None = None,
) -> Proposal:
    """Keep a proposed project; budget in baht. Raises Refusal("text.empty") without a title."""
    with desk.act() as act:
        return act.add(
            Proposal(
                id=act.new_id(),
                forum_id=forum_id,
                opinion_id=opinion_id,
                strategy_id=strategy_id,
                approach_id=approach_id,
                title=line(title, needed=True),
                target=long_text(target),
                place=line(place),
                budget=budget,
            )
        )
