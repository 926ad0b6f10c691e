"""A power cut while a file gets another key: whatever is left opens, with one key, and is whole."""

from pathlib import Path

import pytest

from benchmarks.faults.new_key import cuts, recorded
from benchmarks.faults.recording import can_record

pytestmark = pytest.mark.skipif(
    not can_record(), reason="POWER CUTS NOT TRIED: they take Linux and a C compiler (cc)"
)


def test_cut_at_any_write_all_is_there_under_one_key(tmp_path: Path) -> None:
    images = [*cuts(recorded(tmp_path), every=41)]
    assert len(images) > 60
    assert [faults for faults in images if faults] == []


@pytest.mark.parametrize("mutant", ["attachments-full", "renamed-unsynced", "new-key-alone"])
def test_what_would_lose_something_is_found(tmp_path: Path, mutant: str) -> None:
    steps = recorded(tmp_path, mutant)
    assert any(any(cuts(steps, every=every)) for every in (23, 3, 1))
