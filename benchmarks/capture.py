"""One acknowledged opinion beside a bare insert and commit of its row into the same file.

The baseline's table has the columns and the index of the app's own; the driver, key and
pragmas are the same. What the act adds is the operation, its hashes, number and records.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.db.driver import connect
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk

BLOCKS = 40
BLOCK = 30
UNCOUNTED = 5
BOUND = 4.0
TEXT = "ขอให้เทศบาลติดตั้งไฟส่องสว่างในซอยและซ่อมฝาท่อระบายน้ำหน้าโรงเรียน " * 2


def measure() -> Iterator[Figure]:
    """Yield the median and the 95th percentile of an act, interleaved with the baseline."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder))
        bare = connect(desk.database.path, desk.database.key)
        pack = services.packs.find_pack("khon-kaen-2565")
        forum_id = services.forums.create_forum(desk, pack).id
        _make_bare_table(bare)
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
    """Alternate in blocks, whose first calls are not counted.

    Each connection finds its page cache stale after the other one wrote, which an app with
    one writer never meets.
    """
    acts: list[float] = []
    inserts: list[float] = []
    for block in range(BLOCKS + 1):
        captured = [_timed(lambda: _capture(desk, forum_id)) for _ in range(BLOCK)]
        inserted = [_timed(partial(_insert, bare, row)) for row in _latest_rows(bare)]
        if block:
            acts += captured[UNCOUNTED:]
            inserts += inserted[UNCOUNTED:]
    return acts, inserts


def _make_bare_table(bare: Any) -> None:
    (made,) = bare.execute("SELECT sql FROM sqlite_master WHERE name = 'opinion'").fetchone()
    bare.execute(made.replace("opinion", "bare"))
    bare.execute("CREATE INDEX ix_bare ON bare(forum_id, born)")


def _latest_rows(bare: Any) -> list[tuple[Any, ...]]:
    rows = bare.execute("SELECT * FROM opinion ORDER BY born DESC LIMIT ?", (BLOCK,)).fetchall()
    return list(reversed(rows))


def _insert(bare: Any, row: tuple[Any, ...]) -> None:
    marks = ", ".join("?" for _ in row)
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(f"INSERT INTO bare VALUES ({marks})", row)  # noqa: S608 - our own table
    bare.execute("COMMIT")


def _capture(desk: Desk, forum_id: UUID) -> None:
    services.opinions.capture_opinion(desk, forum_id, text=TEXT, kind=OpinionKind.NEED)


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
