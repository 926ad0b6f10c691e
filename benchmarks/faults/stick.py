"""A stick that is full, fails or is pulled out at every call in turn, while laptops exchange.

`python -m benchmarks.faults.stick`. Pulled out means that from one call on every call fails; the
laptop must say so in a sentence, both laptops must be sound, and on the stick each laptop's file
must be the old one or the new one, whole.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from benchmarks.faults.failing import ALL, ERRORS, ONE
from benchmarks.faults.recording import built
from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.sync.bundle.reading import open_bundle, verify
from forum_desktop.wording import Wording

exchange = services.exchange

PACK = "sample-four-issues"
_LONGEST = 120.0
_REFUSED = 3


@dataclass(frozen=True)
class Ground:
    """Two laptops, as they are before a fault, and the stick between them."""

    folder: Path
    forum_id: UUID


@contextmanager
def ground() -> Iterator[Ground]:
    """Yield a lead that left its file once and wrote since, and another whose file lies there."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        stick, pack = folder / "stick", folder / "venue.forumpack"
        stick.mkdir()
        lead, other = Desk.open(folder / "lead"), Desk.open(folder / "other")
        with closing(lead), closing(other):
            forum = services.forums.create_forum(lead, services.packs.find_pack(PACK))
            planned = exchange.planned_stations(lead, forum.id, Wording("th"))
            exchange.make_venue_pack(lead, forum.id, pack, planned)
            exchange.join_forum(other, pack, "โต๊ะ 2")
            for desk, text in ((lead, "ถนน"), (other, "น้ำ"), (lead, "ไฟ")):
                say(desk, forum.id, text)
                if text != "ไฟ":
                    exchange.exchange_by(desk, forum.id, stick)
        yield Ground(folder, forum.id)


def say(desk: Desk, forum_id: UUID, text: str) -> None:
    """Keep an opinion."""
    services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def calls_of(begun: Ground) -> int:
    """Return how many calls to the stick an exchange makes that may fail."""
    with _copy(begun) as folder:
        _exchange(folder, begun.forum_id, 0, 0, ALL)
        return int((folder / "count").read_text())


def failures(
    begun: Ground, error: int, many: int, calls: Iterable[int]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield for each call that fails the faults found after it, and what the user was told."""
    for at in calls:
        with _copy(begun) as folder:
            told = _exchange(folder, begun.forum_id, at, error, many)
            yield tuple(_faults(folder, begun.forum_id)), told


def measure(every: int = 1) -> Counter[str]:
    """Return how many failures were tried, and how many lost, damaged or said nothing."""
    figures: Counter[str] = Counter()
    with ground() as begun:
        last = calls_of(begun)
        for name, error in ERRORS.items():
            for many in (ONE, ALL):
                for faults, told in failures(begun, error, many, range(1, last + 1, every)):
                    figures[f"stick {name} tried"] += 1
                    figures[f"stick {name} lost or damaged"] += bool(faults)
                    figures[f"stick {name} refused"] += told.startswith("refused")
                    figures[f"stick {name} fault of ours"] += told.startswith("fault")
                    if faults or told.startswith("fault"):
                        print(name, many, faults, told[-600:])
    return figures


def _exchange(folder: Path, forum_id: UUID, at: int, error: int, many: int) -> str:
    """Let the lead exchange by a stick that fails; return what it was told."""
    environment = {
        **os.environ,
        "LD_PRELOAD": str(built("injector", Path(tempfile.gettempdir()))),
        "FAIL_FOLDER": str((folder / "stick").resolve()),
        "FAIL_AT": str(at),
        "FAIL_MANY": str(many),
        "FAIL_WITH": str(error),
        "FAIL_COUNT": str(folder / "count"),
        "FAIL_READS": "1",
    }
    command = [sys.executable, "-m", "benchmarks.faults.stick", str(folder), str(forum_id)]
    ended = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_LONGEST, check=False
    )
    if ended.returncode == _REFUSED:
        return f"refused {ended.stdout}"
    return f"fault {ended.stderr}" if ended.returncode else ended.stdout


def _work(folder: Path, forum_id: UUID) -> int:
    with closing(Desk.open(folder / "lead")) as lead:
        try:
            done = exchange.exchange_by(lead, forum_id, folder / "stick")
        except Refusal as refusal:
            print(refusal.key)
            return _REFUSED
    print("refused", *(one.reason for one in done.refused)) if done.refused else print("done")
    return 0


def _faults(folder: Path, forum_id: UUID) -> Iterator[str]:
    """Yield what is wrong afterwards; put in again, the stick must bring both together."""
    for path in (folder / "stick").glob("[!.]*"):
        try:
            verify(open_bundle(path))
        except Refusal as refusal:
            yield f"{path.name}: {refusal.key}"
    desks = [Desk.open(folder / name) for name in ("lead", "other")]
    try:
        for desk in (*desks, desks[0]):
            done = exchange.exchange_by(desk, forum_id, folder / "stick")
            yield from (f"{one.name}: {one.reason}" for one in done.refused)
        for desk in desks:
            yield from map(str, services.storage.check(desk).faults)
            with desk.look() as look:
                said = {one.text for one in look.all(Opinion, forum_id=forum_id)}
            yield from (f"lost: {text}" for text in {"ถนน", "น้ำ", "ไฟ"} - said)
    finally:
        for desk in desks:
            desk.close()


@contextmanager
def _copy(begun: Ground) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as beside:
        shutil.copytree(begun.folder, beside, dirs_exist_ok=True)
        yield Path(beside)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(_work(Path(sys.argv[1]), UUID(sys.argv[2])))
    print(measure())
