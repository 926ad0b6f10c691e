"""A disk that is full, or fails, at every call in turn; what was acknowledged must be there."""

import errno
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.recording import built
from benchmarks.faults.verdict import acknowledged_in, faults_in

ERRORS = {"full": errno.ENOSPC, "failing": errno.EIO}
ALL, ONE = 0, 1
_LONGEST = 120.0


def calls_of(acts: int) -> int:
    """Return how many calls that may fail a typist's acts make."""
    with tempfile.TemporaryDirectory() as beside:
        _run(Path(beside), acts, 0, 0, ALL)
        return int((Path(beside) / "count").read_text())


def failures(
    acts: int, error: int, many: int, calls: Iterator[int]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield for each call that fails the faults found after it, and what the typist was told."""
    for at in calls:
        with tempfile.TemporaryDirectory() as beside:
            told = _run(Path(beside), acts, at, error, many)
            folder = Path(beside) / "data"
            yield faults_in(folder, acknowledged_in(folder)), told


def measure(acts: int, every: int = 1) -> Counter[str]:
    """Return how many failures were tried, and how many lost or damaged something."""
    figures: Counter[str] = Counter()
    last = calls_of(acts)
    for name, error in ERRORS.items():
        for many in (ONE, ALL):
            for faults, told in failures(acts, error, many, iter(range(1, last + 1, every))):
                figures[f"{name} tried"] += 1
                figures[f"{name} lost or damaged"] += bool(faults)
                figures[f"{name} refused"] += "Refusal" in told
                figures[f"{name} fault of ours"] += bool(told) and "Refusal" not in told
                if faults or (told and "Refusal" not in told):
                    print(name, many, faults, told[-300:])
    return figures


def _run(beside: Path, acts: int, at: int, error: int, many: int) -> str:
    """Let a typist work on a disk that fails; return the error she ended with, or nothing."""
    folder = beside / "data"
    folder.mkdir()
    environment = {
        **os.environ,
        "LD_PRELOAD": str(built("injector", Path(tempfile.gettempdir()))),
        "FAIL_FOLDER": str(folder.resolve()),
        "FAIL_AT": str(at),
        "FAIL_MANY": str(many),
        "FAIL_WITH": str(error),
        "FAIL_COUNT": str(beside / "count"),
    }
    command = [sys.executable, "-m", "benchmarks.faults.typist", str(folder), str(acts)]
    ended = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_LONGEST, check=False
    )
    return ended.stderr if ended.returncode else ""


if __name__ == "__main__":
    print(measure(*map(int, sys.argv[1:])))
