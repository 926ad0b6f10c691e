"""Killed in the middle of her work, a typist finds all that she was told is kept."""

import random
from pathlib import Path

from benchmarks.faults.kills import kill_often


def test_whatever_was_acknowledged_is_there_after_every_kill(tmp_path: Path) -> None:
    figures = kill_often(tmp_path, 6, random.Random(7))
    assert figures["kills"] == 6
    assert figures["acts acknowledged"] > 6
    assert (figures["acts lost"], figures["faults"]) == (0, 0)
