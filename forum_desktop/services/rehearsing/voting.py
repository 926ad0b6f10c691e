"""What a rehearsed meeting votes on and ranks."""

from dataclasses import replace

from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.opinion import Proposal
from forum_desktop.records.pack import AgendaKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services import priorities
from forum_desktop.services.rehearsing.hall import Hall

_MOST_RANKED = 10
_VOTED = frozenset({AgendaKind.CONSIDER, AgendaKind.HEAR_OPINIONS})


def rank(hall: Hall, voters: int) -> None:
    """Let everybody put dots on the first projects that were proposed."""
    with hall.desk.look() as look:
        proposed = look.all(Proposal, limit=_MOST_RANKED, forum_id=hall.forum.id)
    if not proposed:
        return
    points = {item.title: hall.random.randint(1, max(1, voters // 4)) for item in proposed}
    priorities.record_ranking(
        hall.desk,
        hall.forum.id,
        title=hall.minutes["ranking_title"],
        method=RankingMethod.DOTS,
        points=points,
        voters=voters,
        tie_rule=hall.minutes["tie_rule"],
    )


def votes_on(item: AgendaItem, voters: int) -> AgendaItem:
    """Return an item with its votes, where its kind is one to vote on."""
    if item.kind not in _VOTED:
        return item
    against, abstained = voters // 50, voters // 20
    return replace(
        item,
        votes_for=voters - against - abstained,
        votes_against=against,
        votes_abstained=abstained,
    )
