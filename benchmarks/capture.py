"""One acknowledged opinion beside a bare insert and commit of its row into the same file.

The baseline's table has the columns and the index of the app's own; the driver, key and
pragmas are the same. What the act adds is the operation, its hashes, number and records.
"""

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
    acts, inserts = [], []
    for _ in range(WARM_UP + ROUNDS):
        acts.append(_timed(lambda: _capture(desk, forum_id)))
        row = _latest_row(bare)
        inserts.append(_timed(lambda: _insert(bare, row)))
    return acts[WARM_UP:], inserts[WARM_UP:]


def _make_bare_table(bare: Any) -> None:
    (made,) = bare.execute("SELECT sql FROM sqlite_master WHERE name = 'opinion'").fetchone()
    bare.execute(made.replace("opinion", "bare"))
    bare.execute("CREATE INDEX ix_bare ON bare(forum_id, born)")


def _latest_row(bare: Any) -> tuple[Any, ...]:
    row = bare.execute("SELECT * FROM opinion ORDER BY born DESC LIMIT 1").fetchone()
    assert isinstance(row, tuple)
    return row


def _insert(bare: Any, row: tuple[Any, ...]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(f"INSERT INTO bare VALUES ({', '.join('?' * len(row))})", row)
    bare.execute("COMMIT")


def _capture(desk: Desk, forum_id: UUID) -> None:
    services.opinions.capture_opinion(desk, forum_id, text=TEXT, kind=OpinionKind.NEED)


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000
