"""The figures of a ranking: what was counted survives a draft, and pairs know no order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.errors import Refusal
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.ui.meeting.ranking.ballot import Ballot, Candidate

LINE = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)
LABELS = st.lists(LINE, min_size=2, max_size=7, unique=True)


@given(labels=LABELS, data=st.data())
def test_a_draft_brings_every_figure_back(labels: list[str], data: st.DataObject) -> None:
    ballot = ballot_of(RankingMethod.PAIRS, labels)
    for label in labels:
        ballot.add(label, data.draw(st.integers(0, 99)))
        ballot.scores_of(label)[:] = data.draw(st.lists(st.integers(0, 5), min_size=4, max_size=4))
    for pair in combinations(labels, 2):
        ballot.prefer(pair, data.draw(st.sampled_from(pair)))
    again = ballot_of(RankingMethod.PAIRS, labels)
    again.unpack(ballot.packed())
    for method in RankingMethod:
        ballot.method = again.method = method
        assert again.standing() == ballot.standing()
        assert again.details() == ballot.details()


@given(labels=LABELS, data=st.data())
def test_answers_count_in_whatever_order_things_stand(
    labels: list[str], data: st.DataObject
) -> None:
    ballot = ballot_of(RankingMethod.PAIRS, labels)
    for pair in combinations(labels, 2):
        ballot.prefer(pair, data.draw(st.sampled_from(pair)))
    points = ballot.points(0, 0)
    ballot.candidates = tuple(Candidate(label) for label in data.draw(st.permutations(labels)))
    assert ballot.open_pairs() == ()
    assert ballot.points(0, 0) == points
    assert {
        label: len(text.split("\n")) if text else 0 for label, text in details(ballot)
    } == points


def test_an_answer_taken_back_is_asked_again() -> None:
    ballot = ballot_of(RankingMethod.PAIRS, ["ก", "ข", "ค"])
    assert ballot.take_back() is None
    ballot.prefer(("ก", "ข"), "ข")
    ballot.prefer(("ก", "ค"), "ก")
    assert ballot.take_back() == ("ก", "ค")
    assert ballot.open_pairs() == (("ก", "ค"), ("ข", "ค"))
    with pytest.raises(Refusal, match="pairs_open"):
        ballot.points(0, 0)


def test_what_is_left_out_keeps_its_count() -> None:
    ballot = ballot_of(RankingMethod.DOTS, ["ก", "ข"])
    ballot.add("ก", 4)
    ballot.add("ข", -1)
    ballot.candidates = ballot.candidates[1:]
    assert ballot.standing() == {"ข": 0}
    ballot.candidates = (Candidate("ก"), *ballot.candidates)
    assert ballot.points(2, 2) == {"ก": 4, "ข": 0}


def ballot_of(method: RankingMethod, labels: list[str]) -> Ballot:
    """Return an empty ballot on these things."""
    return Ballot(method=method, candidates=tuple(Candidate(label) for label in labels))


def details(ballot: Ballot) -> list[tuple[str, str]]:
    """Return what the points are made of."""
    return list(ballot.details().items())
