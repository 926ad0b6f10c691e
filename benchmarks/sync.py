"""Twenty laptops of one forum merge into one: `python -m benchmarks.sync [--stations N]`.

Each station lists people and writes opinions of its own, joined by a real venue pack; all that
is timed goes through the same bundles and the same encrypted file as in the hall. Beside the
merge stand the bare driver's inserts of the very same rows, into the same tables with the same
key and indices, in one transaction a bundle.
"""

import argparse
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from uuid import UUID

from PIL import Image

from benchmarks.bare import bare_merge
from benchmarks.figures import Figure
from forum_desktop import services
from forum_desktop.clock import wall_clock
from forum_desktop.db.operations import canonical
from forum_desktop.db.writing import Writing
from forum_desktop.records.complaint import Complaint, ComplaintIntake
from forum_desktop.records.identity import same_id
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.people import Attendance, Attendee
from forum_desktop.scratch import scratch
from forum_desktop.services.desk import Desk
from forum_desktop.sync.bundle.reading import open_bundle
from forum_desktop.sync.merging import all_operations
from forum_desktop.wording import Wording

exchange = services.exchange

STATIONS, PEOPLE, OPINIONS, PHOTOS = 20, 2_000, 4_000, 5
RATE, RATIO, MEMORY, GROWTH = 15_000.0, 20.0, 250.0, 1.5
"""Operations a second at least; a known one so many times cheaper at least; megabytes at most;
what the last fifth of the operations may cost in the first fifth's time."""
_PACK = "khon-kaen-2565"
_WORDS = (
    *("ถนน", "น้ำท่วม", "ไฟฟ้า", "ตลาด", "โรงเรียน", "คลอง", "ขยะ", "ต้นไม้", "สะพาน"),
    *("ผู้สูงอายุ", "เด็ก", "วัด", "ทางเท้า", "ฝุ่น", "รถเมล์", "ควรปรับปรุง", "ชำรุด"),
)
_WORDS_OF_ONE = 18
_PHOTO_SIZE, _DETAIL = (1280, 960), 24
_COMPARED = 10_000
"""Operations that the sizes are told for."""


@dataclass(frozen=True, slots=True)
class Hall:
    """The laptop that takes in, the forum, and what the others left."""

    lead: Desk
    forum_id: UUID
    bundles: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A bundle taken in: how many operations and photos, in how many seconds."""

    operations: int
    photos: int
    seconds: float


def measure() -> Iterator[Figure]:
    """Yield the figures of a hall of the size that the plan names."""
    yield from measure_hall(STATIONS, PEOPLE, OPINIONS)


def measure_hall(stations: int, people: int, opinions: int) -> Iterator[Figure]:
    """Yield the figures of a hall of so many stations, each with so many people and opinions."""
    with scratch() as folder, closing(Desk.open(folder / "lead")) as lead:
        hall = _hall(folder, lead, stations, people, opinions)
        bare = bare_merge(folder / "bare", folder / "station")
        before = _memory()
        first = [_take(hall, path) for path in hall.bundles]
        yield from _speed(first, bare)
        yield Figure(name="peak memory of the merge", value=_memory(), unit="MB", bound=MEMORY)
        yield Figure(name="of it before the merge", value=before, unit="MB")
        yield from _again(hall, first)
        yield from _size(hall)


def _hall(folder: Path, lead: Desk, stations: int, people: int, opinions: int) -> Hall:
    forum = services.forums.create_forum(lead, services.packs.find_pack(_PACK))
    _lodge(lead, forum.id)  # so that it is a complaint desk, which reads the others' photos
    pack = folder / "venue.forumpack"
    planned = exchange.planned_stations(lead, forum.id, Wording("th"))
    exchange.make_venue_pack(lead, forum.id, pack, planned)
    bundles = [folder / f"{number}.forumbundle" for number in range(stations)]
    for number, bundle in enumerate(bundles):
        place = folder / ("station" if number == 0 else f"station-{number}")
        with closing(Desk.open(place)) as desk:
            exchange.join_forum(desk, pack, f"โต๊ะ {number}")
            _work(desk, forum.id, number, people, opinions)
            exchange.write_bundle(desk, forum.id, bundle)
    return Hall(lead, forum.id, tuple(bundles))


def _work(desk: Desk, forum_id: UUID, number: int, people: int, opinions: int) -> None:
    """List and check in people and write opinions, the same ones at every run."""
    chance = random.Random(number)  # noqa: S311 - the same each time
    with desk.act() as act:
        for place in range(people):
            _list_person(act, forum_id, chance, place)
        for place in range(opinions):
            act.add(_opinion(act, forum_id, chance, f"{number}-{place}"))
    _photograph(desk, forum_id)


def _lodge(desk: Desk, forum_id: UUID) -> Complaint:
    kind = services.packs.find_pack(_PACK).complaint_kinds[0].code
    intake = ComplaintIntake(kind=kind, subject="ไฟทาง", facts="ดับสามคืน", first_name="สมมติ")
    return services.complaints.lodge_complaint(desk, forum_id, intake)


def _photograph(desk: Desk, forum_id: UUID) -> None:
    """Take in a complaint with photos, each of as much detail as a phone's."""
    case = _lodge(desk, forum_id)
    path = desk.database.folder / "photo.jpg"
    for _ in range(PHOTOS):
        Image.effect_noise(_PHOTO_SIZE, _DETAIL).save(path, quality=80)
        services.evidence.add_evidence(desk, case.id, path)
    path.unlink()


def _list_person(act: Writing, forum_id: UUID, chance: random.Random, place: int) -> None:
    person = Attendee(
        id=act.new_id(),
        forum_id=forum_id,
        title="นาง",
        first_name="สมมุติ" + "".join(chance.choices(_WORDS, k=2)),
        last_name=f"ตัวอย่างที่{place}",
        community=chance.choice(_WORDS),
        phone=f"08{chance.randrange(10**8):08}",
    )
    act.add(person)
    if place % 2:
        act.add(
            Attendance(
                id=same_id(person.id, "main"),
                forum_id=forum_id,
                attendee_id=person.id,
                session="main",
                checked_in_at=act.now,
                station="",
            )
        )


def _opinion(act: Writing, forum_id: UUID, chance: random.Random, reference: str) -> Opinion:
    return Opinion(
        id=act.new_id(),
        forum_id=forum_id,
        reference=reference,
        strategy_id=None,
        approach_id=None,
        kind=OpinionKind.NEED,
        text=" ".join(chance.choices(_WORDS, k=_WORDS_OF_ONE)),
        on_behalf_of="",
        said_at=wall_clock(),
    )


def _take(hall: Hall, path: Path) -> Taken:
    begun = time.perf_counter()
    received = exchange.take_bundle(hall.lead, path)
    return Taken(received.new + received.known, received.attachments, time.perf_counter() - begun)


def _speed(taken: Sequence[Taken], bare: float) -> Iterator[Figure]:
    operations, seconds = sum(one.operations for one in taken), sum(one.seconds for one in taken)
    photos = sum(one.photos for one in taken)
    print(f"  {operations:,} operations and {photos} photos in {len(taken)} bundles")
    rate = operations / seconds
    yield Figure(name="operations a second", value=rate, unit="")
    # The bound is a floor, so what is compared is the time that one operation takes.
    unit, bound = "microseconds", 1e6 / RATE
    yield Figure(name="a new operation", value=1e6 / rate, unit=unit, bound=bound)
    yield Figure(name="beside the bare driver", value=1e6 / rate, baseline=bare * 1e6, unit=unit)
    fifth = max(len(taken) // 5, 1)
    early, late = (median(one.seconds for one in some) for some in (taken[:fifth], taken[-fifth:]))
    name = "the last fifth beside the first"
    yield Figure(name=name, value=late, baseline=early, unit="seconds a bundle", bound=GROWTH)


def _again(hall: Hall, first: Sequence[Taken]) -> Iterator[Figure]:
    again = [_take(hall, path) for path in hall.bundles]
    new, known = (sum(one.seconds for one in taken) for taken in (first, again))
    yield Figure(
        name="all taken in again",
        value=known,
        baseline=new,
        unit="seconds",
        bound=1 / RATIO,
    )
    print(f"  known operations are {new / known:.1f} times cheaper than new ones")


def _size(hall: Hall) -> Iterator[Figure]:
    """Yield the size of 10,000 operations as a bundle, beside a plain zip of them as JSON."""
    with hall.lead.look() as look:
        operations = all_operations(look)
    whole, plain = hall.bundles[0].with_name("all.forumbundle"), hall.bundles[0].with_name("j.zip")
    exchange.write_bundle(hall.lead, hall.forum_id, whole)
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as packing:
        lines = (
            canonical({name: getattr(item, name) for name in item.__slots__}) for item in operations
        )
        packing.writestr("operations.json", "\n".join(lines))
    share = _COMPARED / len(operations) / 1e6
    size, zipped = _without_photos(whole) * share, plain.stat().st_size * share
    yield Figure(
        name=f"a bundle of {_COMPARED:,} operations", value=size, baseline=zipped, unit="MB"
    )


def _without_photos(bundle: Path) -> int:
    parts = open_bundle(bundle).manifest.parts
    photos = sum(part.length for part in parts if part.name.startswith("attachment/"))
    return bundle.stat().st_size - photos


def _memory() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sync", allow_abbrev=False)
    parser.add_argument("--stations", type=int, default=STATIONS)
    parser.add_argument("--people", type=int, default=PEOPLE, help="of each station")
    parser.add_argument("--opinions", type=int, default=OPINIONS, help="of each station")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Print the figures; return 1 where a bound was missed."""
    arguments, missed = _arguments(words), 0
    for figure in measure_hall(arguments.stations, arguments.people, arguments.opinions):
        print(f"  {figure}")
        missed += not figure.is_within
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
