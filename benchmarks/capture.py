"""One acknowledged opinion beside one bare insert and commit into the same file."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.db.driver import connect
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk

ROUNDS = 1000
WARM_UP = 100
BOUND = 4.0
TEXT = "ขอให้เทศบาลติดตั้งไฟส่องสว่างในซอยและซ่อมฝาท่อระบายน้ำหน้าโรงเรียน " * 2


def measure() -> Iterator[Figure]:
    """Yield the median and the 95th percentile of an act, interleaved with the baseline."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder))
        bare = connect(desk.database.path, desk.database.key)
        bare.execute("CREATE TABLE bare(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        pack = services.packs.find_pack("khon-kaen-2565")
        forum_id = services.forums.create_forum(desk, pack).id
        acts, inserts = _interleave(desk, forum_id, bare)
        bare.close()
        desk.close()
    yield Figure(
        name="capture_opinion, median",
        value=statistics.median(acts),
        baseline=statistics.median(inserts),
        unit="ms",
        bound=BOUND,
    )
    yield Figure(
        name="capture_opinion, 95th percentile",
        value=statistics.quantiles(acts, n=20)[-1],
        baseline=statistics.quantiles(inserts, n=20)[-1],
        unit="ms",
    )


def _interleave(desk: Desk, forum_id: UUID, bare: Any) -> tuple[list[float], list[float]]:
    acts, inserts = [], []
    for _ in range(WARM_UP + ROUNDS):
        inserts.append(_timed(lambda: _insert(bare)))
        acts.append(_timed(lambda: _capture(desk, forum_id)))
    return acts[WARM_UP:], inserts[WARM_UP:]


def _insert(bare: Any) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO bare(text) VALUES (?)", (TEXT,))
    bare.execute("COMMIT")


def _capture(desk: Desk, forum_id: UUID) -> None:
    services.opinions.capture_opinion(desk, forum_id, text=TEXT, kind=OpinionKind.NEED)


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
