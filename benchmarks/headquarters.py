"""Headquarters under many forums: `python -m benchmarks.headquarters --forums N`.

A simulator makes genuine signed, sealed bundles of invented forums; each is timed as it is taken
in. The share of the last tenth's time in the first tenth's tells whether it slows down as it
grows. With `--database` it fills a PostgreSQL (an empty one), else an encrypted file.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from forum_desktop import services
from forum_desktop.db.writing import Writing
from forum_desktop.records.headquarters import Filed
from forum_desktop.records.identity import same_id
from forum_desktop.records.office_report import ReportKind
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendance, Attendee
from forum_desktop.records.plan import Strategy
from forum_desktop.scratch import scratch
from forum_desktop.services.desk import Desk
from forum_desktop.services.headquarters import Office

_WORDS = (
    *("ถนน", "น้ำท่วม", "ไฟฟ้า", "ตลาด", "โรงเรียน", "คลอง", "ขยะ", "ต้นไม้", "สะพาน"),
    *("ผู้สูงอายุ", "เด็ก", "วัด", "ทางเท้า", "ฝุ่น", "รถเมล์"),
)
_PACK = "khon-kaen-2565"
_LOOKS = 200
_FORUMS_OF_ONE = 20


def main(words: list[str]) -> int:
    """Print what was measured; return 1 where a bundle was not taken in."""
    arguments = _arguments(words)
    with scratch() as folder:
        keys = services.headquarters.make_keys(folder / "hq.key")
        secret = services.headquarters.read_keys(folder / "hq.key")
        pack = replace(services.packs.find_pack(_PACK), hq_recipient=keys.recipient)
        with services.headquarters.open_office(folder / "hq", secret, arguments.database) as office:
            made = _bundles(folder, pack, arguments.forums, arguments.opinions)
            rates = [rate for path in made if (rate := _take(office, path)) is not None]
            _tell_taking(rates)
            _tell_looking(office)
    return int(len(rates) != arguments.forums)


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.headquarters", allow_abbrev=False)
    parser.add_argument("--forums", type=int, default=100)
    parser.add_argument("--opinions", type=int, default=1_000, help="of each forum")
    parser.add_argument("--database", default="", metavar="URL")
    return parser.parse_args(words)


def _bundles(folder: Path, pack: EventPack, forums: int, opinions: int) -> Iterator[Path]:
    """Yield one forum's bundle after another; each is gone when the next is asked for."""
    chance, path = random.Random(1), folder / "made.forumbundle"  # noqa: S311 - the same each time
    for begin in range(0, forums, _FORUMS_OF_ONE):
        # Another laptop now and then: one that holds all forums would be what slows down.
        with TemporaryDirectory(dir=folder) as place, closing(Desk.open(Path(place))) as desk:
            for number in range(begin, min(begin + _FORUMS_OF_ONE, forums)):
                forum = services.forums.create_forum(desk, replace(pack, code=f"F{number}"))
                with desk.act() as act:
                    _hold(act, forum.id, chance, opinions)
                services.exchange.write_bundle(desk, forum.id, path)
                yield path
                path.unlink()


def _hold(act: Writing, forum_id: UUID, chance: random.Random, opinions: int) -> None:
    """For each opinion let five things happen: said, sorted, somebody listed, come, gone."""
    strategies = act.all(Strategy, forum_id=forum_id)
    for place in range(opinions):
        said = act.add(
            Opinion(
                id=act.new_id(),
                forum_id=forum_id,
                reference=f"A-{place}",
                strategy_id=None,
                approach_id=None,
                kind=OpinionKind.NEED,
                text="".join(chance.choices(_WORDS, k=8)) + f" {chance.random():.9f}",
                on_behalf_of="",
                said_at=act.now,
            )
        )
        act.put(replace(said, strategy_id=chance.choice(strategies).id))
        person = Attendee(
            id=act.new_id(),
            forum_id=forum_id,
            title="นาง",
            first_name="สมมุติ" + "".join(chance.choices(_WORDS, k=2)),
            last_name=f"ตัวอย่างที่{place}",
            community=chance.choice(_WORDS),
        )
        act.add(person)
        came = Attendance(
            id=same_id(person.id, "main"),
            forum_id=forum_id,
            attendee_id=person.id,
            session="main",
            checked_in_at=act.now,
            station="",
        )
        act.add(came)
        act.put(replace(came, left_at=act.now))


def _take(office: Office, path: Path) -> float | None:
    """Take in a bundle; return operations a second."""
    begun = perf_counter()
    filed = services.headquarters.file_bundle(office, path)
    return filed.new / (perf_counter() - begun) if isinstance(filed, Filed) else None


def _tell_taking(rates: list[float]) -> None:
    tenth = max(len(rates) // 10, 1)
    curve = [median(rates[at : at + tenth]) for at in range(0, len(rates), tenth)]
    print(f"forums taken in: {len(rates)}")
    print("operations a second by tenths:", " ".join(f"{rate:,.0f}" for rate in curve))
    print(f"the last tenth is {curve[-1] / curve[0]:.2f} of the first")


def _tell_looking(office: Office) -> None:
    chance, times = random.Random(2), []  # noqa: S311 - the same each time
    for _ in range(_LOOKS):
        word = chance.choice([*_WORDS, f"{chance.randrange(1000, 99999)}"])
        begun = perf_counter()
        services.headquarters.search(office, word)
        times.append((perf_counter() - begun) * 1000)
    print(f"search, 95 of 100 below: {quantiles(times, n=20)[-1]:.1f} ms")
    for kind in ReportKind:
        begun = perf_counter()
        services.headquarters.read_report(office, kind)
        print(f"report {kind}: {(perf_counter() - begun) * 1000:.0f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
