"""Time to an interactive first page beside a bare PySide6 window, and memory at city size."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from forum_desktop import services

ROUNDS = 21
EMPTY_BOUND = 1.8
CITY_BOUND = 2.0
MEMORY_BOUND = 220.0
CHILD = "benchmarks.window"


def measure() -> Iterator[Figure]:
    """Yield the start with an empty and a city-size file, and the peak memory."""
    with tempfile.TemporaryDirectory() as name:
        empty, city = Path(name) / "empty", Path(name) / "city"
        _hold_city_forum(city)
        bare, with_empty, with_city = _interleave(empty, city)
        yield _start("empty file", with_empty, bare, EMPTY_BOUND)
        yield _start("city-size forum", with_city, bare, CITY_BOUND)
        peak = float(_child("memory", city))
    yield Figure(name="peak memory, every page seen", value=peak, unit="MB", bound=MEMORY_BOUND)


def _start(name: str, times: list[float], bare: list[float], bound: float) -> Figure:
    value, baseline = statistics.median(times), statistics.median(bare)
    return Figure(name=f"start, {name}", value=value, baseline=baseline, unit="ms", bound=bound)


def _interleave(empty: Path, city: Path) -> tuple[list[float], list[float], list[float]]:
    for word, folder in (("bare", empty), ("app", empty), ("app", city)):
        _child(word, folder)
    rounds = [
        (_started("bare", empty), _started("app", empty), _started("app", city))
        for _ in range(ROUNDS)
    ]
    bare, with_empty, with_city = (list(column) for column in zip(*rounds, strict=True))
    return bare, with_empty, with_city


def _started(word: str, folder: Path) -> float:
    """Return milliseconds from the call of the process to its interactive window."""
    begin = time.monotonic()
    return (float(_child(word, folder)) - begin) * 1000


def _child(word: str, folder: Path) -> str:
    command = [sys.executable, "-m", CHILD, word, str(folder)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return done.stdout.decode()


def _hold_city_forum(folder: Path) -> None:
    pack = services.packs.find_pack("khon-kaen-2565")
    desk = services.start.open_desk(folder)
    services.rehearsal.hold_reference_forum(desk, pack, size=services.rehearsal.Size.CITY)
    desk.close()
