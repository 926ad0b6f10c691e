"""Broken and hostile bundles: each is answered or refused, soon, and the laptop stays sound.

The same by the million: `python -m benchmarks.fuzz`.
"""

import pytest

from benchmarks.fuzz import SLOWEST, fuzz


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_was_changed_in_a_bundle_is_answered_or_refused(seed: int) -> None:
    outcomes = fuzz(4_000, seed)
    assert all(outcome.slowest < SLOWEST for outcome in outcomes.values())
    refused = {key for outcome in outcomes.values() for key in outcome.refused}
    assert refused <= {"bundle.damaged", "bundle.newer", "bundle.not_ours", "bundle.not_for_us"}
    assert outcomes["taken in"].answered
    assert outcomes["lines"].answered
