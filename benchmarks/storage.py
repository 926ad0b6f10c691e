"""The file itself: what the cipher costs, how fast a large one opens, is copied and checked."""

import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from benchmarks.capture import TEXT
from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.db.driver import PRAGMAS
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.opinion import OpinionKind, Utterance
from forum_desktop.records.secret import Secret
from forum_desktop.services.desk import Desk

ACTS = 1_500
UNCOUNTED = 100
ENCRYPTED_BOUND = 1.3
LARGE = 1_000_000
OPEN_BOUND = 2.0
MEGA = 1_000_000
HUNDRED = 40_000
"""Operations that make a file of about 100 million bytes."""
_MADE = "SELECT sql FROM sqlite_master WHERE name = 'opinion'"
PHRASE = "ถ้อยคำยาวสำหรับการวัด 2569"


def measure() -> Iterator[Figure]:
    """Yield every figure; the large files are made anew each time."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _cipher(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _hundred(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _large(Path(folder))


def _cipher(folder: Path) -> Iterator[Figure]:
    """Compare an insert and commit of the same rows with and without the cipher, in turn."""
    desk, forum_id = _desk(folder / "data")
    acts = [_timed(partial(_say, desk, forum_id, number)) for number in range(ACTS)]
    with desk.look() as look:
        (made,) = look.driver.execute(_MADE).fetchone()
        rows = look.driver.execute("SELECT * FROM opinion").fetchall()
    files = (
        _bare(folder / "plain.db", "", made),
        _bare(folder / "ours.db", desk.database.key, made),
    )
    plain, ours = [], []
    for row in rows:
        plain.append(_timed(partial(_insert, files[0], row)))
        ours.append(_timed(partial(_insert, files[1], row)))
    for file in files:
        file.close()
    desk.close()
    bare, sealed, told = (_figures(times) for times in (plain, ours, acts))
    yield Figure(
        name="bare commit, encrypted beside plain, median",
        value=sealed[0],
        baseline=bare[0],
        unit="ms",
        bound=ENCRYPTED_BOUND,
    )
    for name, (value, baseline) in {
        "bare commit, encrypted beside plain, 99th percentile": (sealed[1], bare[1]),
        "acknowledged act beside a bare commit, median": (told[0], sealed[0]),
        "acknowledged act beside a bare commit, 99th percentile": (told[1], sealed[1]),
    }.items():
        yield Figure(name=name, value=value, baseline=baseline, unit="ms")
    yield Figure(name="acknowledged acts", value=1000 / told[0], unit="per second")


def _figures(times: list[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile of what is counted."""
    counted = sorted(times[UNCOUNTED:])
    return statistics.median(counted), counted[int(len(counted) * 0.99)]


def _bare(path: Path, key: str, made: str) -> Any:
    """Return a file of one table like the app's, with the same durability, with a key or none."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    if key:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(made)
    connection.execute("CREATE INDEX ix_bare ON opinion(forum_id, born)")
    return connection


def _insert(connection: Any, row: tuple[Any, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO opinion VALUES ({marks})", row)  # noqa: S608 - our own table
    connection.execute("COMMIT")


def _hundred(folder: Path) -> Iterator[Figure]:
    """Copy, check and unlock a file of about 100 million bytes."""
    desk, forum_id = _desk(folder / "data")
    _say_many(desk, forum_id, HUNDRED)
    desk.database.settle()
    size = (folder / "data" / DATABASE_NAME).stat().st_size / MEGA
    yield Figure(name="the file", value=size, unit="million bytes")
    copied = _timed(lambda: services.storage.backup(desk, folder / "copy.db")) / 1000
    bare = _timed(lambda: (folder / "read").write_bytes((folder / "copy.db").read_bytes())) / 1000
    yield Figure(name="backup, verified", value=copied, baseline=bare, unit="s")
    yield Figure(name="check", value=_timed(lambda: services.storage.check(desk)) / 1000, unit="s")
    code = services.protection.new_code()
    services.protection.set_passphrase(desk, PHRASE, code)
    desk.close()
    opening = partial(services.start.open_desk, folder / "data", secret=Secret(PHRASE))
    unlocked = _timed(lambda: opening().close()) / 1000
    yield Figure(name="unlock by passphrase and open", value=unlocked, unit="s", bound=2.0)


def _large(folder: Path) -> Iterator[Figure]:
    """Open a file of a million operations to a usable page, and check it in flat memory."""
    desk, forum_id = _desk(folder)
    _say_many(desk, forum_id, LARGE)
    desk.close()

    def use() -> None:
        services.start.glance(folder)
        opened = services.start.open_desk(folder)
        services.forums.read_overview(opened, forum_id)
        opened.close()

    taken = min(_timed(use) for _ in range(3)) / 1000
    yield Figure(name="open of 1,000,000 operations", value=taken, unit="s", bound=OPEN_BOUND)
    before = _memory()
    desk = services.start.open_desk(folder)
    took = _timed(lambda: services.storage.check(desk)) / 1000
    desk.close()
    yield Figure(name="check of 1,000,000 operations", value=took, unit="s")
    yield Figure(name="memory that grew by", value=_memory() - before, unit="MB", bound=150)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _desk(folder: Path) -> tuple[Desk, UUID]:
    desk = services.start.open_desk(folder, "benchmark")
    pack = services.packs.find_pack("khon-kaen-2565")
    return desk, services.forums.create_forum(desk, pack).id


def _say(desk: Desk, forum_id: UUID, number: int) -> None:
    services.opinions.capture_opinion(
        desk, forum_id, text=f"{TEXT} {number}", kind=OpinionKind.NEED
    )


def _say_many(desk: Desk, forum_id: UUID, many: int) -> None:
    for begin in range(0, many, 10_000):
        with desk.act() as act:
            for number in range(begin, min(many, begin + 10_000)):
                told = Utterance(text=f"{TEXT} {number}", kind=OpinionKind.NEED)
                services.opinions.enter_opinion(act, forum_id, told)


def _timed(job: Callable[[], object]) -> float:
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1000
