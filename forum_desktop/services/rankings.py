"""Acts on what the meeting puts first; `services.priorities` offers them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.paths import resource
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Proposal
from forum_desktop.records.priorities import HeldRanking, RankedItem, Ranking, RankingMethod
from forum_desktop.services.contents.planned import held_rankings
from forum_desktop.services.desk import Desk
from forum_desktop.services.minutes import refuse_certified
from forum_desktop.services.texts import line, long_text


class OfficialWords(NamedTuple):
    """Words of the minutes about rankings, always Thai.

    `resolution` has places for the title, the place and what came first.
    """

    tie_rules: tuple[str, ...]
    title: str
    title_of_strategy: str
    resolution: str


@cache
def official_words() -> OfficialWords:
    """Return the official words that a ranking is recorded in."""
    known = tomllib.loads(resource("meeting", "ranking.toml").read_text(encoding="utf-8"))
    return OfficialWords(**{**known, "tie_rules": tuple(known["tie_rules"])})


def record_ranking(
    desk: Desk,
    forum_id: UUID,
    *,
    title: str,
    method: RankingMethod,
    points: Mapping[str, int],
    voters: int | None = None,
    tie_rule: str = "",
    each: int | None = None,
    strategy_id: UUID | None = None,
    proposals: Mapping[str, UUID] | None = None,
    details: Mapping[str, str] | None = None,
) -> Ranking:
    """Keep a ranking: points, projects and what points are made of, by each thing's words.

    Raises Refusal("ranking.nothing", "points.below_nothing", "text.empty" or "text.too_long"),
    and Refusal("ranking.forum_closed") once the meeting is over.
    """
    if not points:
        raise Refusal("ranking.nothing")
    with desk.act() as act:
        _refuse_closed(act, forum_id)
        held = Ranking(
            id=act.new_id(),
            forum_id=forum_id,
            title=line(title, needed=True),
            method=method,
            held_at=act.now,
            strategy_id=strategy_id,
            voters=voters,
            tie_rule=line(tie_rule),
            each=each,
        )
        ranking = act.add(held)
        for label, gained in points.items():
            item = _ranked(act, ranking, label, gained)
            project_id = (proposals or {}).get(label)
            act.add(replace(item, proposal_id=project_id, detail=_made_of(details, label)))
    return ranking


def part_ties(desk: Desk, ranking_id: UUID, labels: Sequence[str]) -> None:
    """Give things with equal points places of their own, in the order of `labels`.

    Those not named come after them and still share a place. Raises Refusal("ranking.no_tie")
    where the points are not equal, Refusal("ranking.forum_closed") once the meeting is over.
    """
    with desk.act() as act:
        ranking = act.get(Ranking, ranking_id)
        _refuse_closed(act, ranking.forum_id)
        items = act.all(RankedItem, forum_id=ranking.forum_id, ranking_id=ranking_id)
        named = {item.label: item for item in items if item.label in labels}
        if len({item.points for item in named.values()}) != 1:
            raise Refusal("ranking.no_tie")
        points = next(iter(named.values())).points
        order = {label: at for at, label in enumerate(labels, start=1)}
        for item in items:
            if item.points == points:
                act.put(replace(item, tie_order=order.get(item.label, len(order) + 1)))


def withdraw_ranking(desk: Desk, ranking_id: UUID, reason: str) -> Ranking:
    """Let a ranking that is wrong count no more, with a reason.

    Raises Refusal("minutes.is_certified").
    """
    said = line(reason, needed=True)
    with desk.act() as act:
        ranking = act.get(Ranking, ranking_id)
        refuse_certified(act, ranking.forum_id)
        return act.put(replace(ranking, withdrawn=said))


def list_rankings(desk: Desk, forum_id: UUID) -> tuple[HeldRanking, ...]:
    """Return the rankings held, the newest first; those withdrawn too."""
    with desk.look() as look:
        return held_rankings(look, forum_id)[::-1]


def erase_words(act: Writing, project: Proposal) -> None:
    """Let a project's number stand for its words in the rankings it was in; they are erased."""
    for item in act.all(RankedItem, forum_id=project.forum_id, proposal_id=project.id):
        for one in act.all(RankedItem, forum_id=project.forum_id, ranking_id=item.ranking_id):
            renamed = _renamed(one, item.label, project.reference)
            if renamed != one:
                act.erase(one)
                act.add(replace(renamed, id=act.new_id()))


def _renamed(item: RankedItem, label: str, name: str) -> RankedItem:
    """Return a line of a ranking with another name for one thing, which it may have outdone."""
    outdone = [name if line == label else line for line in item.detail.split("\n")]
    called = name if item.label == label else item.label
    return replace(item, label=called, detail="\n".join(outdone))


def _refuse_closed(act: Writing, forum_id: UUID) -> None:
    if act.get(Forum, forum_id).state.is_over:
        raise Refusal("ranking.forum_closed")


def _made_of(details: Mapping[str, str] | None, label: str) -> str:
    return long_text((details or {}).get(label, ""))


def _ranked(act: Writing, ranking: Ranking, label: str, points: int) -> RankedItem:
    if points < 0:
        raise Refusal("points.below_nothing", label=label)
    return RankedItem(
        id=act.new_id(),
        forum_id=ranking.forum_id,
        ranking_id=ranking.id,
        label=line(label, needed=True),
        points=points,
    )
