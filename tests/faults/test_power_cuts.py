"""A power cut at any write loses nothing acknowledged, and what would lose it is found."""

from pathlib import Path

import pytest

from benchmarks.faults.power_cuts import cuts, recorded_acts
from benchmarks.faults.recording import can_record

pytestmark = pytest.mark.skipif(
    not can_record(), reason="POWER CUTS NOT TRIED: they take Linux and a C compiler (cc)"
)
_ACTS = 6


def found(beside: Path, mutant: str, every: int, seed: int = 0) -> list[tuple[str, ...]]:
    return [*cuts(recorded_acts(beside, _ACTS, mutant), every=every, seed=seed)]


def test_nothing_acknowledged_is_lost_and_every_file_checks_clean(tmp_path: Path) -> None:
    images = found(tmp_path, "", every=9)
    assert len(images) > 60
    assert [faults for faults in images if faults] == []


@pytest.mark.parametrize(
    "mutant", ["synchronous-off", "synchronous-normal", "acknowledged-first", "renamed-unsynced"]
)
def test_what_would_lose_something_is_found(tmp_path: Path, mutant: str) -> None:
    assert any(found(tmp_path, mutant, every=9))
