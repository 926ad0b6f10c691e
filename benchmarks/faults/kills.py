"""Killing a typist in the middle of her work, again and again on the same file."""

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.faults.typist import ACKNOWLEDGED
from benchmarks.faults.verdict import acknowledged_in, faults_in

_SHORTEST, _LONGEST = 0.0, 0.12
_PATIENCE = 60.0
_FILE_LASTS = 40
"""Kills on one file before the next is begun: checking takes longer the more there is."""


def kill_often(folder: Path, kills: int, rolled: random.Random) -> Counter[str]:
    """Kill a typist so many times on one file; return what was acknowledged, lost and faulty."""
    figures: Counter[str] = Counter()
    for _ in range(kills):
        _kill_once(folder, rolled)
        acknowledged = acknowledged_in(folder)
        faults = faults_in(folder, acknowledged)
        figures["kills"] += 1
        figures["acts lost"] += sum(fault.startswith("lost") for fault in faults)
        figures["faults"] += sum(not fault.startswith("lost") for fault in faults)
    figures["acts acknowledged"] = len(acknowledged_in(folder))
    return figures


def measure(kills: int, seed: int = 0) -> Counter[str]:
    """Return the figures of so many kills, on fresh files in turn."""
    figures: Counter[str] = Counter()
    rolled = random.Random(seed)  # noqa: S311 - chance, not secrecy
    while figures["kills"] < kills:
        with tempfile.TemporaryDirectory() as folder:
            many = min(_FILE_LASTS, kills - figures["kills"])
            figures += Counter({"files": 1}) + kill_often(Path(folder), many, rolled)
    return figures


def _kill_once(folder: Path, rolled: random.Random) -> None:
    """Kill once the typist has been acknowledged something new, a moment later."""
    before = len(acknowledged_in(folder))
    command = [sys.executable, "-m", "benchmarks.faults.typist", str(folder), "0"]
    with subprocess.Popen(command) as typist:
        try:
            begun = time.monotonic()
            while len(acknowledged_in(folder)) == before and typist.poll() is None:
                if time.monotonic() - begun > _PATIENCE:
                    raise TimeoutError(f"nothing in {folder / ACKNOWLEDGED}")
                time.sleep(0.002)
            time.sleep(rolled.uniform(_SHORTEST, _LONGEST))
        finally:
            typist.kill()


if __name__ == "__main__":
    print(measure(*map(int, sys.argv[1:])))
