"""Points out of dots, hands, score sheets and pairs."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.errors import Refusal
from forum_desktop.services.ranking import (
    CRITERIA,
    MOST_IN_PAIRS,
    open_pairs,
    points_of_dots,
    points_of_hands,
    points_of_pairs,
    points_of_scores,
)

LABELS = st.lists(st.text(min_size=1, max_size=5), min_size=2, max_size=MOST_IN_PAIRS, unique=True)


def test_more_dots_than_were_given_out_are_refused() -> None:
    assert points_of_dots({"ไฟ": 4, "ท่อ": 2}, voters=2, each=3) == {"ไฟ": 4, "ท่อ": 2}
    with pytest.raises(Refusal, match="too_many_dots") as refused:
        points_of_dots({"ไฟ": 5, "ท่อ": 2}, voters=2, each=3)
    assert refused.value.details == {"cast": 7, "most": 6}


@pytest.mark.parametrize(
    ("hands", "fault"), [({"ไฟ": 9}, "too_many_hands"), ({"ไฟ": -1}, "below_nothing")]
)
def test_hands_that_cannot_be_are_refused(hands: dict[str, int], fault: str) -> None:
    with pytest.raises(Refusal, match=fault):
        points_of_hands(hands, voters=8)


@pytest.mark.parametrize("scores", [(1, 2, 3), (1, 2, 3, 6), (0, 1, 1, 1), ()])
def test_a_score_sheet_must_be_whole(scores: tuple[int, ...]) -> None:
    assert points_of_scores({"ไฟ": (5, 4, 3, 2)}) == {"ไฟ": 14}
    assert len(CRITERIA) == 4
    with pytest.raises(Refusal, match="score_missing"):
        points_of_scores({"ไฟ": scores})


@given(labels=LABELS, data=st.data())
def test_every_pair_gives_one_point(labels: list[str], data: st.DataObject) -> None:
    pairs = list(combinations(labels, 2))
    preferred = {pair: data.draw(st.sampled_from(pair)) for pair in pairs}
    points = points_of_pairs(labels, preferred)
    assert sum(points.values()) == len(pairs)
    assert all(points[label] == list(preferred.values()).count(label) for label in labels)
    asked = dict(list(preferred.items())[:-1])
    assert open_pairs(labels, asked) == (pairs[-1],)
    with pytest.raises(Refusal, match="pairs_open"):
        points_of_pairs(labels, asked)


def test_too_many_things_are_not_compared_two_by_two() -> None:
    with pytest.raises(Refusal, match="too_many_pairs"):
        open_pairs([str(number) for number in range(MOST_IN_PAIRS + 1)], {})
