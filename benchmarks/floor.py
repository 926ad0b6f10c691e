"""The floor of a big forum: capture, search, likeness, scrolling and the hall's screen.

Two files: one forum of 20,000 opinions, and fifty such forums, a million opinions in all. Every
opinion came to its file through the log, in one transaction of its forum.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.db.driver import connect
from forum_desktop.records.opinion import OpinionFilter, OpinionKind
from forum_desktop.records.plan import Approach
from forum_desktop.services.desk import Desk
from forum_desktop.services.similar import SaidBefore

OPINIONS, FORUMS = 20_000, 50
ROUNDS = 60
PACK = "khon-kaen-2565"
_SUBJECTS = ("ถนน", "ไฟส่องสว่าง", "ท่อระบายน้ำ", "สวนสาธารณะ", "ขยะ", "น้ำประปา", "ทางเท้า", "ตลาด")
_WANTS = ("ขอให้ซ่อม", "อยากให้ปรับปรุง", "ขอให้ขยาย", "ควรดูแล", "เสนอให้สร้าง", "ขอให้เร่งรัด")
_PLACES = ("หน้าโรงเรียน", "ในซอย", "ริมคลอง", "ข้างวัด", "หลังตลาด", "ทางเข้าชุมชน", "หน้าสถานีอนามัย")
_ENDS = ("เพราะเด็กเดินลำบาก", "ก่อนถึงหน้าฝน", "โดยให้ชุมชนร่วมดูแล", "ภายในปีงบประมาณนี้", "ทุกเดือน")
SEARCHES = {
    "common word": "ถนน",
    "rare word": "ซ่อมท่อระบายน้ำริมคลองที่ 19998",
    "two characters": "ซอ",
    "two words": "ตลาด ฝน",
    "nothing": "ฮฮฮ",
}
SAID = "ขอให้ซ่อมถนนหน้าโรงเรียน"


def measure() -> Iterator[Figure]:
    """Yield the figures at 20,000 opinions, then those at a million."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Desk.open(folder)) as desk:
            forum_id = make_forum(desk)
            yield from _searches(desk, forum_id)
            yield from _likeness(desk, forum_id)
        yield from _window(folder, "20,000 opinions", 16)
        with closing(Desk.open(folder)) as desk:
            for _ in range(FORUMS - 1):
                make_forum(desk)
        yield from _window(folder, "1,000,000 opinions", 30)


def make_forum(desk: Desk, many: int = OPINIONS) -> UUID:
    """Make a forum of invented opinions; return its id."""
    forum = services.forums.create_forum(desk, services.packs.find_pack(PACK))
    overview = services.forums.read_overview(desk, forum.id)
    one = services.opinions.capture_opinion(desk, forum.id, text="ก", kind=OpinionKind.NEED)
    rolled = random.Random(65)  # noqa: S311 - the same opinions in every run
    with desk.act() as act:
        for number in range(many - 1):
            place = rolled.choice(overview.approaches)
            made = replace(one, id=act.new_id(), reference=f"A-{number + 2:05}")
            act.add(replace(made, **_said(number, rolled, place)))
    return forum.id


def _said(number: int, rolled: random.Random, place: Approach) -> dict[str, Any]:
    subject, where = rolled.choice(_SUBJECTS), rolled.choice(_PLACES)
    return {
        "text": f"{rolled.choice(_WANTS)}{subject}{where}ที่ {number} {rolled.choice(_ENDS)}",
        "kind": rolled.choice(list(OpinionKind)),
        "strategy_id": place.strategy_id,
        "approach_id": place.id,
    }


def _searches(desk: Desk, forum_id: UUID) -> Iterator[Figure]:
    bare = connect(desk.database.path, desk.database.key)
    for name, typed in SEARCHES.items():
        wanted = OpinionFilter(typed=typed)
        find = partial(services.opinions.search_opinions, desk, forum_id, wanted)
        times, scans = _beside(find, partial(_scan, bare, forum_id, typed))
        yield from _figures(f"search, {name}, 20,000 opinions", times, scans, 50)
    bare.close()


def _scan(bare: Any, forum_id: UUID, typed: str) -> None:
    query = "SELECT count(*) FROM opinion WHERE forum_id = ? AND text LIKE ?"
    bare.execute(query, (str(forum_id), f"%{typed}%")).fetchone()


def _likeness(desk: Desk, forum_id: UUID) -> Iterator[Figure]:
    before, bare = SaidBefore(forum_id), connect(desk.database.path, desk.database.key)
    first = _timed(partial(before.like, desk, SAID))
    yield Figure(name="likeness learnt at opening, 20,000 opinions", value=first, unit="ms")
    rolled = random.Random(66)  # noqa: S311 - the same questions in every run

    def ask() -> None:
        text = f"{rolled.choice(_WANTS)}{rolled.choice(_SUBJECTS)}{rolled.choice(_PLACES)}"
        before.like(desk, text)

    times, scans = _beside(ask, partial(_scan, bare, forum_id, SAID))
    yield from _figures("likely the same, 20,000 opinions", times, scans, 50)
    bare.close()


def _window(folder: Path, size: str, bound: float) -> Iterator[Figure]:
    """Measure at a real window in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.floor_window", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    yield from _figures(
        f"Ctrl+Enter to kept and painted, {size}", told["kept"], told["bare"], bound
    )
    yield from _figures(f"the hall's screen shows it, {size}", told["hall"], told["bare_hall"], 100)
    if told["scroll"]:
        scrolled, bare = told["scroll"], told["bare_scroll"]
        yield from _figures("a step of scrolling, 100,000 rows", scrolled, bare, 16.7)
        keys = statistics.mean(told["keys"])
        name = "keys beside the words, with strategy and kind"
        yield Figure(name=name, value=keys, unit="keys", bound=3)


def _figures(name: str, times: list[float], bare: list[float], bound: float) -> Iterator[Figure]:
    """Yield what is bound, and beside the baseline what is usual; the baseline tells the noise."""
    yield Figure(name=f"{name}, p95", value=_p95(times), unit="ms", bound=bound)
    usual = statistics.median(bare)
    yield Figure(name="  its median", value=statistics.median(times), baseline=usual, unit="ms")
    yield Figure(name="  its baseline, p95", value=_p95(bare), baseline=usual, unit="ms")


def _beside(
    work: Callable[[], object], bare: Callable[[], object]
) -> tuple[list[float], list[float]]:
    """Time both by turns, so that what else the machine does meets both."""
    pairs = [(_timed(work), _timed(bare)) for _ in range(ROUNDS)]
    return [mine for mine, _ in pairs], [plain for _, plain in pairs]


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)
