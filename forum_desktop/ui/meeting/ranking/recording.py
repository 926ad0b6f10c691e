"""The act that keeps a ranking, taken from the screen at once."""

from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.priorities import RankingMethod

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.priorities import Ranking
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.meeting.ranking.ballot import Ballot
    from forum_desktop.ui.meeting.ranking.picking import Picking
    from forum_desktop.ui.meeting.ranking.setup import Setup

FEWEST = 2
"""One thing alone has no place among others."""


class Recording:
    """Holds all that is kept, so that typing on changes nothing of it.

    Raises Refusal("ranking.title_needed", "ranking.too_few", "ranking.voters_needed") and the
    refusals of `services.ranking`.
    """

    def __init__(
        self, forum_id: "UUID", setup: "Setup", picking: "Picking", ballot: "Ballot"
    ) -> None:
        _refuse_unready(setup, ballot)
        voters, each = setup.voters.number(), setup.each.number()
        self._forum_id = forum_id
        self._facts: dict[str, Any] = {
            "title": setup.title.text(),
            "method": ballot.method,
            "points": ballot.points(voters or 0, each or 0),
            "voters": voters,
            "tie_rule": setup.tie_rule.currentText(),
            "each": each if ballot.method is RankingMethod.DOTS else None,
            "strategy_id": picking.strategy_id(),
            "proposals": {c.label: c.proposal_id for c in ballot.candidates if c.proposal_id},
            "details": ballot.details(),
        }

    def __call__(self, desk: "Desk") -> "Ranking":
        """Keep it."""
        return services.priorities.record_ranking(desk, self._forum_id, **self._facts)


def _refuse_unready(setup: "Setup", ballot: "Ballot") -> None:
    if not setup.title.text().strip():
        raise Refusal("ranking.title_needed")
    if len(ballot.candidates) < FEWEST:
        raise Refusal("ranking.too_few")
    if setup.voters.number() is None and setup.counts_people():
        raise Refusal("ranking.voters_needed")
