"""The fold alone: order does not matter, both writings are kept, erasure is final."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.db.fold import fold
from forum_desktop.records.operation import Operation, OperationKind


def put(
    name: str, value: object, *, clock: int, replaces: tuple[str, ...] = (), **told: str
) -> Operation:
    replica = told.get("replica", "r1")
    payload = json.dumps({"f": {name: value}, "p": {name: list(replaces)}, "salt": ""})
    return Operation(
        sha=told.get("sha", f"{clock}{replica}"),
        replica=replica,
        sequence=1,
        clock=clock,
        at=0,
        actor="",
        forum="f",
        entity="e",
        entity_type=told.get("entity_type", "opinion"),
        kind=OperationKind.PUT,
        version=1,
        payload=payload,
        payload_sha="",
        previous="",
    )


def erase(clock: int) -> Operation:
    made = put("x", None, clock=clock, sha="erase")
    return Operation(
        **{name: getattr(made, name) for name in Operation.__slots__}
        | {"kind": OperationKind.ERASE}
    )


def test_latest_clock_wins_and_a_seen_value_is_replaced() -> None:
    first = put("text", "a", clock=1)
    second = put("text", "b", clock=2, replaces=(first.sha,))
    folded = fold([second, first])
    assert folded.facts == {"text": "b"}
    assert folded.conflicts == {}


def test_writings_that_did_not_know_each_other_are_both_kept() -> None:
    one = put("text", "a", clock=5, replica="r1")
    other = put("text", "b", clock=5, replica="r2")
    assert fold([one, other]).facts == {"text": "b"}
    assert fold([one, other]).conflicts == {"text": ("b", "a")}
    chosen = put("text", "a", clock=6, replaces=(one.sha, other.sha))
    assert fold([chosen, one, other]).conflicts == {}


def test_one_value_written_twice_is_no_conflict() -> None:
    assert (
        fold([put("text", "a", clock=1), put("text", "a", clock=2, replica="r2")]).conflicts == {}
    )


def test_two_desks_that_check_one_person_in_agree_on_the_first() -> None:
    first = put("checked_in_at", "09:00", clock=1, entity_type="attendance")
    later = put("checked_in_at", "09:05", clock=2, replica="r2", entity_type="attendance")
    folded = fold([later, first])
    assert folded.facts == {"checked_in_at": "09:00"}
    assert folded.conflicts == {}


def test_erasure_is_final() -> None:
    folded = fold([put("text", "late", clock=9), erase(3)])
    assert folded.erased
    assert folded.facts == {}


operations = st.lists(
    st.builds(
        lambda name, value, clock, replica: put(name, value, clock=clock, replica=replica),
        st.sampled_from(["text", "answer"]),
        st.integers(0, 3),
        st.integers(1, 4),
        st.sampled_from(["r1", "r2", "r3"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda item: item.sha,
)


@given(operations, st.randoms(use_true_random=False))
def test_order_does_not_matter(some: list[Operation], chance: random.Random) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(some)


@given(operations)
def test_the_winner_is_the_one_a_plain_maximum_finds(some: list[Operation]) -> None:
    for name, value in fold(some).facts.items():
        rivals = [item for item in some if name in json.loads(item.payload or "")["f"]]
        winner = max(rivals, key=lambda item: (item.clock, item.replica, item.sha))
        assert json.loads(winner.payload or "")["f"][name] == value
