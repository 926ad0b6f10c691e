"""What was counted so far: pure figures of one ranking, whatever the way of ranking."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services
from forum_desktop.records.priorities import RankingMethod

if TYPE_CHECKING:
    from uuid import UUID

BEST = 5
"""The best score of a criterion."""
MOST = 99_999


class Candidate(NamedTuple):
    """A thing to be ranked, by its words; a project of the list, or words typed for this."""

    label: str
    proposal_id: "UUID | None" = None
    reference: str = ""


@dataclass
class Ballot:
    """Counts stay when the method or the candidates change: nothing counted is lost."""

    method: RankingMethod = RankingMethod.DOTS
    candidates: tuple[Candidate, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    scores: dict[str, list[int]] = field(default_factory=dict)
    preferred: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words of the candidates."""
        return tuple(candidate.label for candidate in self.candidates)

    def count(self, label: str) -> int:
        """Return the dots or hands of a thing."""
        return self.counts.get(label, 0)

    def add(self, label: str, step: int) -> int:
        """Count one more, or one fewer, never below nothing; return how many there are."""
        self.counts[label] = min(max(self.count(label) + step, 0), MOST)
        return self.counts[label]

    def scores_of(self, label: str) -> list[int]:
        """Return the scores of a thing by criterion; 0 where none was given yet."""
        return self.scores.setdefault(label, [0] * len(services.ranking.CRITERIA))

    def prefer(self, pair: tuple[str, str], label: str) -> None:
        """Say which of two the meeting prefers."""
        self.preferred[pair] = label

    def take_back(self) -> tuple[str, str] | None:
        """Forget the last answer that was given; return which pair is asked again."""
        asked = [pair for pair in self.preferred if set(pair) <= set(self.labels)]
        if asked:
            del self.preferred[asked[-1]]
        return asked[-1] if asked else None

    def open_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs to ask about; raises Refusal("points.too_many_pairs")."""
        return services.ranking.open_pairs(self.labels, self._asked())

    def standing(self) -> dict[str, int]:
        """Return the points as they stand now, unchecked: for bars and sums."""
        if self.method is RankingMethod.SCORES:
            return {label: sum(self.scores_of(label)) for label in self.labels}
        if self.method is RankingMethod.PAIRS:
            won = list(self._asked().values())
            return {label: won.count(label) for label in self.labels}
        return {label: self.count(label) for label in self.labels}

    def points(self, voters: int, each: int) -> dict[str, int]:
        """Return the points that count; raises the refusals of `services.ranking`."""
        ranking = services.ranking
        if self.method is RankingMethod.SCORES:
            return ranking.points_of_scores({name: self.scores_of(name) for name in self.labels})
        if self.method is RankingMethod.PAIRS:
            return ranking.points_of_pairs(self.labels, self._asked())
        if self.method is RankingMethod.DOTS:
            return ranking.points_of_dots(self.standing(), voters=voters, each=each)
        return ranking.points_of_hands(self.standing(), voters=voters)

    def details(self) -> dict[str, str]:
        """Return what the points are made of, where they are made of parts."""
        if self.method is RankingMethod.SCORES:
            return {name: " ".join(map(str, self.scores_of(name))) for name in self.labels}
        if self.method is RankingMethod.PAIRS:
            return {name: "\n".join(self._beaten(name)) for name in self.labels}
        return {}

    def packed(self) -> str:
        """Return the counts as text, to be kept as a draft; empty where there are none."""
        counted = {
            "counts": {label: count for label, count in self.counts.items() if count},
            "scores": {label: given for label, given in self.scores.items() if any(given)},
            "preferred": [[*pair, best] for pair, best in self.preferred.items()],
        }
        return json.dumps(counted, ensure_ascii=False) if any(counted.values()) else ""

    def unpack(self, text: str) -> None:
        """Take the counts of a draft."""
        kept = json.loads(text) if text else {}
        self.counts = {str(label): int(count) for label, count in kept.get("counts", {}).items()}
        scores = kept.get("scores", {})
        self.scores = {str(label): [int(one) for one in given] for label, given in scores.items()}
        self.preferred = {(one, other): best for one, other, best in kept.get("preferred", [])}

    def _asked(self) -> Mapping[tuple[str, str], str]:
        """Return the answers about pairs of today's candidates, in today's order."""
        labels = self.labels
        return {
            (one, other): best
            for at, one in enumerate(labels)
            for other in labels[at + 1 :]
            if (best := self.preferred.get((one, other)) or self.preferred.get((other, one)))
        }

    def _beaten(self, label: str) -> list[str]:
        pairs = self._asked().items()
        return [one if label == other else other for (one, other), best in pairs if best == label]
