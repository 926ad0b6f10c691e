"""Acts on proposed projects: the future rows of the project list (แบบ ผ.02)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionKind, Proposal
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.contents.planned import is_withdrawn
from forum_desktop.services.desk import Desk
from forum_desktop.services.minutes import refuse_certified
from forum_desktop.services.rankings import (
    list_rankings,
    official_words,
    part_ties,
    record_ranking,
    withdraw_ranking,
)
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import LONGEST_LINE, line, long_text

__all__ = [
    "enter_project",
    "list_projects",
    "list_rankings",
    "list_wishes",
    "official_words",
    "part_ties",
    "propose_from_opinion",
    "propose_project",
    "record_ranking",
    "revise_project",
    "said_of",
    "withdraw_project",
    "withdraw_ranking",
]

MOST_BAHT = 999_999_999_999
"""More than any municipality has: a slip of the finger."""
_FACTS = ("objective", "target", "place", "indicator", "outcome", "unit")


def propose_project(
    desk: Desk,
    forum_id: UUID,
    *,
    title: str,
    strategy_id: UUID | None = None,
    approach_id: UUID | None = None,
    opinion_id: UUID | None = None,
    budget: int | None = None,
    year: int | None = None,
    **facts: str,
) -> Proposal:
    """Keep a proposed project; budget in baht, `year` a fiscal year of the Common Era.

    `facts` are the objective, target, place, indicator, outcome and unit, those that are
    known. Raises Refusal("text.empty") without a title, Refusal("project.budget"), and
    Refusal("minutes.is_certified") once they are, as every change of a project does.
    """
    with desk.act() as act:
        refuse_certified(act, forum_id)
        return act.add(
            _cleaned(
                act,
                Proposal(
                    id=act.new_id(),
                    forum_id=forum_id,
                    opinion_id=opinion_id,
                    strategy_id=strategy_id,
                    approach_id=approach_id,
                    title=title,
                    budget=budget,
                    year=year,
                    reference=_next_reference(act, forum_id),
                    complaint_id=None,
                    **facts,
                ),
            )
        )


def enter_project(act: Writing, proposal: Proposal) -> Proposal:
    """Keep a proposed project, with its number, as a part of an act that has begun."""
    reference = _next_reference(act, proposal.forum_id)
    return act.add(_cleaned(act, replace(proposal, reference=reference)))


def propose_from_opinion(desk: Desk, opinion_id: UUID) -> Proposal:
    """Make a project of what somebody said, to be filled in; its first line is the title.

    Raises Refusal("opinion.stands_no_more" or "project.already_proposed").
    """
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        refuse_certified(act, opinion.forum_id)
        if not opinion.stands:
            raise Refusal("opinion.stands_no_more", number=opinion.reference)
        if known := act.all(Proposal, opinion_id=opinion_id, withdrawn=""):
            raise Refusal("project.already_proposed", number=known[0].reference)
        return act.add(
            Proposal(
                id=act.new_id(),
                forum_id=opinion.forum_id,
                opinion_id=opinion.id,
                strategy_id=opinion.strategy_id,
                approach_id=opinion.approach_id,
                title=opinion.text.partition("\n")[0][:LONGEST_LINE].strip(),
                place=opinion.place,
                reference=_next_reference(act, opinion.forum_id),
            )
        )


def revise_project(desk: Desk, proposal: Proposal) -> Proposal:
    """Keep what a project is now; its number and the opinion it came of stay.

    Refuses as `propose_project`, and Refusal("project.is_withdrawn").
    """
    with desk.act() as act:
        known = act.get(Proposal, proposal.id)
        refuse_certified(act, known.forum_id)
        if known.withdrawn:
            raise Refusal("project.is_withdrawn", number=known.reference)
        typed = replace(
            proposal,
            forum_id=known.forum_id,
            reference=known.reference,
            opinion_id=known.opinion_id,
            complaint_id=known.complaint_id,
            withdrawn="",
        )
        return act.put(_cleaned(act, typed))


def withdraw_project(desk: Desk, proposal_id: UUID, reason: str) -> Proposal:
    """Take a project out of every list, with a reason."""
    said = line(reason, needed=True)
    with desk.act() as act:
        known = act.get(Proposal, proposal_id)
        refuse_certified(act, known.forum_id)
        return act.put(replace(known, withdrawn=said))


def list_projects(desk: Desk, forum_id: UUID) -> tuple[Proposal, ...]:
    """Return the projects that stand: by strategy, the unsorted last, then as they came.

    One whose opinion was withdrawn went with it, as in the documents.
    """
    with desk.look() as look:
        proposals = look.all(Proposal, forum_id=forum_id, withdrawn="")
        numbers = {item.id: item.number for item in look.all(Strategy, forum_id=forum_id)}
        standing = [item for item in proposals if not is_withdrawn(look, item.opinion_id)]
    last = max(numbers.values(), default=0) + 1
    return tuple(sorted(standing, key=lambda item: _number(numbers, item, last)))


def list_wishes(desk: Desk, forum_id: UUID) -> tuple[Opinion, ...]:
    """Return the projects wished for on the floor that have no row of the list yet."""
    with desk.look() as look:
        wishes = look.all(Opinion, forum_id=forum_id, kind=OpinionKind.PROJECT, withdrawn="")
        proposals = look.all(Proposal, forum_id=forum_id, withdrawn="")
    made = {proposal.opinion_id for proposal in proposals}
    return tuple(wish for wish in wishes if wish.stands and wish.id not in made)


def said_of(desk: Desk, proposal_id: UUID) -> Opinion | None:
    """Return what was said when a project was proposed, None where nobody said it."""
    with desk.look() as look:
        opinion_id = look.get(Proposal, proposal_id).opinion_id
        return look.find(Opinion, opinion_id) if opinion_id else None


def _cleaned(look: Reading, proposal: Proposal) -> Proposal:
    if proposal.budget is not None and not 0 <= proposal.budget <= MOST_BAHT:
        raise Refusal("project.budget", most=f"{MOST_BAHT:,}")
    approach = look.find(Approach, proposal.approach_id) if proposal.approach_id else None
    strategy_id = proposal.strategy_id or (approach.strategy_id if approach else None)
    fits = approach is not None and approach.strategy_id == strategy_id
    facts: dict[str, Any] = {name: long_text(getattr(proposal, name)) for name in _FACTS}
    return replace(
        proposal,
        title=line(proposal.title, needed=True),
        strategy_id=strategy_id,
        approach_id=proposal.approach_id if fits else None,
        **facts,
    )


def _number(numbers: dict[UUID, int], proposal: Proposal, last: int) -> int:
    return numbers.get(proposal.strategy_id, last) if proposal.strategy_id else last


def _next_reference(act: Writing, forum_id: UUID) -> str:
    letter = own_station(act, forum_id).letter
    return f"{letter}-P{act.next_number(f'proposal/{forum_id}'):03d}"
