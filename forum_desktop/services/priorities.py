"""Acts on proposed projects and on what the meeting puts first."""

from collections.abc import Mapping
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.records.opinion import Proposal
from forum_desktop.records.priorities import RankedItem, Ranking, RankingMethod
from forum_desktop.services.desk import Desk
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line, long_text


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
    known. Raises Refusal("text.empty") without a title.
    """
    with desk.act() as act:
        return act.add(
            Proposal(
                id=act.new_id(),
                forum_id=forum_id,
                opinion_id=opinion_id,
                strategy_id=strategy_id,
                approach_id=approach_id,
                title=line(title, needed=True),
                budget=budget,
                year=year,
                reference=_next_reference(act, forum_id),
                **{name: long_text(fact) for name, fact in facts.items()},
            )
        )


def record_ranking(
    desk: Desk,
    forum_id: UUID,
    *,
    title: str,
    method: RankingMethod,
    points: Mapping[str, int],
    voters: int | None = None,
    tie_rule: str = "",
) -> Ranking:
    """Keep a ranking and the points of each thing ranked, by its words."""
    with desk.act() as act:
        ranking = act.add(
            Ranking(
                id=act.new_id(),
                forum_id=forum_id,
                title=line(title, needed=True),
                method=method,
                held_at=act.now,
                voters=voters,
                tie_rule=line(tie_rule),
            )
        )
        for label, gained in points.items():
            act.add(_ranked(act, ranking, line(label, needed=True), gained))
    return ranking


def _ranked(act: Writing, ranking: Ranking, label: str, points: int) -> RankedItem:
    return RankedItem(
        id=act.new_id(),
        forum_id=ranking.forum_id,
        ranking_id=ranking.id,
        label=label,
        points=points,
    )


def _next_reference(act: Writing, forum_id: UUID) -> str:
    letter = own_station(act, forum_id).letter
    return f"{letter}-P{act.next_number(f'proposal/{forum_id}'):03d}"
