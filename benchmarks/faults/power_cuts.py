"""Power cut at every write and sync of a typist at work, and every file that may be left opened."""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.faults.power import Disk, chances
from benchmarks.faults.recording import Step, record
from benchmarks.faults.typist import ACKNOWLEDGED
from benchmarks.faults.verdict import faults_in


def recorded_acts(beside: Path, acts: int, mutant: str = "") -> tuple[Step, ...]:
    """Return what a typist's acts do to her folder."""
    folder = beside / "data"
    folder.mkdir()
    command = [sys.executable, "-m", "benchmarks.faults.typist", str(folder), str(acts), mutant]
    return record(command, folder, beside)


def cuts(steps: Sequence[Step], *, every: int = 1, seed: int = 0) -> Iterator[tuple[str, ...]]:
    """Yield the faults found after each power cut; `every` takes one moment of so many."""
    disk, told = Disk(), 0
    paper = b""
    for at, step in enumerate(steps):
        if step.name == ACKNOWLEDGED:
            # What she was told she knows, whatever becomes of the disk.
            paper += step.data
            continue
        disk.do(step)
        if at % every:
            continue
        told = at
        for chance in chances(seed + told):
            with tempfile.TemporaryDirectory() as left:
                disk.cut(Path(left), chance)
                acknowledged = tuple(paper.decode().split("\n")[:-1])
                yield faults_in(Path(left), acknowledged)


def measure(acts: int, mutant: str = "", every: int = 1) -> Counter[str]:
    """Return how many images were opened, and how many were lost, damaged or not opened."""
    beside = Path(tempfile.mkdtemp())
    try:
        steps = recorded_acts(beside, acts, mutant)
    finally:
        shutil.rmtree(beside)
    figures = Counter({"steps": len(steps)})
    for faults in cuts(steps, every=every):
        figures["images"] += 1
        figures["with acknowledged acts lost"] += any(f.startswith("lost") for f in faults)
        figures["faulty"] += any(not f.startswith("lost") for f in faults)
    return figures


if __name__ == "__main__":
    print(measure(int(sys.argv[1]), "".join(sys.argv[2:3]), *map(int, sys.argv[3:])))
