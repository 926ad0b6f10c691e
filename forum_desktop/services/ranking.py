"""How points come out of each way of ranking: pure counting, refused where it cannot be right."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from forum_desktop.errors import Refusal

CRITERIA = ("size", "severity", "feasibility", "cooperation")
"""What a score sheet asks of each problem, from 1 to 5."""
_BEST = 5
MOST_IN_PAIRS = 7
"""Things that can be compared two by two while a hall waits: 21 questions."""


def points_of_dots(dots: Mapping[str, int], *, voters: int, each: int) -> dict[str, int]:
    """Return the dots of each thing, where every voter stuck on up to `each`.

    Raises Refusal("points.too_many_dots") for more dots than were given out.
    """
    cast, most = sum(dots.values()), voters * each
    if cast > most:
        raise Refusal("points.too_many_dots", cast=cast, most=most)
    return _counted(dots)


def points_of_hands(hands: Mapping[str, int], *, voters: int) -> dict[str, int]:
    """Return the hands raised for each thing.

    Raises Refusal("points.too_many_hands") where more were counted than people are there.
    """
    for label, count in hands.items():
        if count > voters:
            raise Refusal("points.too_many_hands", label=label, count=count, voters=voters)
    return _counted(hands)


def points_of_scores(sheet: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Return the sum of the scores of each thing, one score from 1 to 5 for each criterion.

    Raises Refusal("points.score_missing").
    """
    for label, scores in sheet.items():
        if len(scores) != len(CRITERIA) or not all(1 <= score <= _BEST for score in scores):
            raise Refusal("points.score_missing", label=label)
    return {label: sum(scores) for label, scores in sheet.items()}


def open_pairs(
    labels: Sequence[str], preferred: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, str], ...]:
    """Return the pairs that nobody was asked about yet, in the order of asking.

    Raises Refusal("points.too_many_pairs") for more than seven things.
    """
    if len(labels) > MOST_IN_PAIRS:
        raise Refusal("points.too_many_pairs", count=len(labels), most=MOST_IN_PAIRS)
    return tuple(pair for pair in combinations(labels, 2) if pair not in preferred)


def points_of_pairs(
    labels: Sequence[str], preferred: Mapping[tuple[str, str], str]
) -> dict[str, int]:
    """Return how often each thing was preferred to another.

    Raises Refusal("points.pairs_open") while a pair is left.
    """
    if left := open_pairs(labels, preferred):
        raise Refusal("points.pairs_open", count=len(left))
    wins = dict.fromkeys(labels, 0)
    for pair in combinations(labels, 2):
        wins[preferred[pair]] += 1
    return wins


def _counted(points: Mapping[str, int]) -> dict[str, int]:
    for label, count in points.items():
        if count < 0:
            raise Refusal("points.below_nothing", label=label)
    return dict(points)
