"""The plan, the projects proposed under it, and what the meeting ranked first."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, Proposal
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import (
    HeldRanking,
    ProjectRow,
    RankedItem,
    Ranking,
    RankingLine,
    RankingTable,
)


def strategies_of(look: Reading, forum: Forum) -> tuple[Strategy, ...]:
    """Return the strategies in the order of their numbers."""
    return tuple(sorted(look.all(Strategy, forum_id=forum.id), key=lambda item: item.number))


def approaches_of(look: Reading, forum: Forum) -> tuple[Approach, ...]:
    """Return the approaches in the plan's order."""
    return look.all(Approach, forum_id=forum.id)


def projects_of(look: Reading, forum: Forum, standing: Iterable[Opinion]) -> tuple[ProjectRow, ...]:
    """Return the projects that stand; one whose opinion was withdrawn went with it.

    One whose opinion has not arrived from another laptop yet is listed all the same.
    """
    said: dict[UUID | None, Opinion] = {opinion.id: opinion for opinion in standing}
    return tuple(
        _project(proposal, said.get(proposal.opinion_id))
        for proposal in look.all(Proposal, forum_id=forum.id, withdrawn="")
        if proposal.opinion_id in said or not is_withdrawn(look, proposal.opinion_id)
    )


def rankings_of(look: Reading, forum: Forum) -> tuple[RankingTable, ...]:
    """Return the rankings that stand, in their order, each best first."""
    held = held_rankings(look, forum.id)
    return tuple(one.table for one in held if not one.ranking.withdrawn)


def held_rankings(look: Reading, forum_id: UUID) -> tuple[HeldRanking, ...]:
    """Return all rankings held, also those withdrawn, in their order."""
    items: dict[UUID, list[RankedItem]] = {}
    for item in look.all(RankedItem, forum_id=forum_id):
        items.setdefault(item.ranking_id, []).append(item)
    held = sorted(look.all(Ranking, forum_id=forum_id), key=lambda ranking: ranking.held_at)
    return tuple(
        HeldRanking(ranking=ranking, table=_table(ranking, items.get(ranking.id, [])))
        for ranking in held
    )


def is_withdrawn(look: Reading, opinion_id: UUID | None) -> bool:
    """Tell whether an opinion was withdrawn; one that never was, or is not here, was not."""
    opinion = look.find(Opinion, opinion_id) if opinion_id else None
    return opinion is not None and bool(opinion.withdrawn)


def _project(proposal: Proposal, opinion: Opinion | None) -> ProjectRow:
    return ProjectRow(
        reference=proposal.reference,
        strategy_id=proposal.strategy_id,
        approach_id=proposal.approach_id,
        title=proposal.title,
        objective=proposal.objective,
        target=proposal.target,
        place=proposal.place,
        budget=proposal.budget,
        year=proposal.year,
        indicator=proposal.indicator,
        outcome=proposal.outcome,
        unit=proposal.unit,
        reason=opinion.text if opinion else "",
        said_in=opinion.reference if opinion else "",
    )


def _table(ranking: Ranking, items: Iterable[RankedItem]) -> RankingTable:
    return RankingTable(
        title=ranking.title,
        method=ranking.method,
        voters=ranking.voters,
        tie_rule=ranking.tie_rule,
        lines=tuple(_lines(items)),
        held_at=ranking.held_at,
        each=ranking.each,
    )


def _lines(items: Iterable[RankedItem]) -> Iterator[RankingLine]:
    """Yield lines best first; equal points share a place, and the next place is left out.

    Equal points that the meeting parted have places of their own.
    """
    place, last = 0, None
    for count, item in enumerate(sorted(items, key=_order), start=1):
        if _order(item) != last:
            place, last = count, _order(item)
        yield RankingLine(place=place, label=item.label, points=item.points)


def _order(item: RankedItem) -> tuple[int, int]:
    return -item.points, item.tie_order
