"""Laptops that exchange operations in any order end with the same tables."""

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from forum_desktop.db.backup import backup
from forum_desktop.db.checking import check_file
from forum_desktop.db.database import Database
from forum_desktop.db.restoring import restore
from forum_desktop.db.tables import ENTITY_TABLES, field_conflict
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Attendance
from forum_desktop.sync.merging import all_operations, merge
from tests.factory import BANGKOK, FORUM_ID, make_opinion

STATIONS = 3
OPINIONS = [same_id("opinion", str(number)) for number in range(3)]
ERASABLE = OPINIONS[0]
ATTENDANCE = same_id("attendance")

stations = st.integers(0, STATIONS - 1)
words = st.sampled_from(["ถนน", "น้ำ", "ไฟ", ""])


class Laptops(RuleBasedStateMachine):
    """Three real encrypted files that write, exchange, erase and are restored."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2021, 10, 14, 9, tzinfo=BANGKOK)
        self.laptops = [Database.open(self.folder / str(n)) for n in range(STATIONS)]
        self.copies: list[tuple[int, Path]] = []
        self.bags: list[tuple[Operation, ...]] = []

    def clock(self) -> datetime:
        return self.now

    def operations(self, station: int) -> tuple[Operation, ...]:
        with self.laptops[station].read() as reading:
            return all_operations(reading)

    def erased(self, station: int) -> set[str]:
        known = self.operations(station)
        return {item.entity for item in known if item.kind is OperationKind.ERASE}

    @rule(seconds=st.integers(-5, 5))
    def tick(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(station=stations, opinion=st.sampled_from(OPINIONS), text=words, answer=words)
    def say(self, station: int, opinion: Any, text: str, answer: str) -> None:
        if str(opinion) in self.erased(station):
            return
        with self.laptops[station].write(self.clock) as writing:
            known = writing.find(Opinion, opinion) or make_opinion(opinion_id=opinion)
            writing.put(replace(known, text=text, answer=answer))

    @rule(station=stations)
    def check_in(self, station: int) -> None:
        with self.laptops[station].write(self.clock) as writing:
            known = writing.find(Attendance, ATTENDANCE)
            if known is None:
                writing.put(_attendance(self.now, str(station)))

    @rule(station=stations)
    def erase(self, station: int) -> None:
        with self.laptops[station].write(self.clock) as writing:
            known = writing.find(Opinion, ERASABLE)
            if known is not None:
                writing.erase(known)

    @rule(station=stations, data=st.data())
    def pack_bag(self, station: int, data: st.DataObject) -> None:
        known = self.operations(station)
        if known:
            self.bags.append(tuple(data.draw(st.lists(st.sampled_from(known), max_size=8))))

    @rule(station=stations, data=st.data())
    def unpack_bag(self, station: int, data: st.DataObject) -> None:
        if self.bags:
            bag = data.draw(st.sampled_from(self.bags))
            before = {item.sha for item in self.operations(station)}
            with self.laptops[station].write(self.clock) as writing:
                merge(writing, bag)
            after = {item.sha for item in self.operations(station)}
            assert after == before | {item.sha for item in bag}
            with self.laptops[station].write(self.clock) as writing:
                assert merge(writing, bag).new == 0

    @rule(station=stations)
    def back_up(self, station: int) -> None:
        target = self.folder / f"copy-{len(self.copies)}.db"
        self.copies.append((station, backup(self.laptops[station], target)))

    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        if self.copies:
            station, copy = data.draw(st.sampled_from(self.copies))
            self.laptops[station].close()
            restore(self.folder / str(station), copy)
            self.laptops[station] = Database.open(self.folder / str(station))

    @invariant()
    def tables_are_the_fold_of_the_log(self) -> None:
        for laptop in getattr(self, "laptops", []):
            with laptop.read() as reading:
                report = check_file(reading.connection)
            assert report.is_sound, report.faults

    @invariant()
    def an_erased_content_is_nowhere(self) -> None:
        for station in range(STATIONS if hasattr(self, "laptops") else 0):
            known = self.operations(station)
            if any(item.kind is OperationKind.ERASE for item in known):
                spoken = [item for item in known if item.entity == str(ERASABLE)]
                puts = [item for item in spoken if item.kind is OperationKind.PUT]
                assert all(item.payload is None for item in puts)

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        everything = [self.operations(station) for station in range(STATIONS)]
        for station, laptop in enumerate(self.laptops):
            # Each takes the bags in another order, and one of them twice.
            for bag in (*everything[station:], *everything[:station], everything[station]):
                with laptop.write(self.clock) as writing:
                    merge(writing, reversed(bag))
        states = [_tables(laptop) for laptop in self.laptops]
        for laptop in self.laptops:
            laptop.close()
        shutil.rmtree(self.folder)
        assert states[0] == states[1] == states[2]


def _attendance(moment: datetime, station: str) -> Attendance:
    return Attendance(
        id=ATTENDANCE,
        forum_id=FORUM_ID,
        attendee_id=same_id("person"),
        session="main",
        checked_in_at=moment,
        station=station,
    )


def _tables(laptop: Database) -> dict[str, list[Any]]:
    with laptop.read() as reading:
        tables = [*ENTITY_TABLES.values(), field_conflict]
        return {
            table.name: sorted(map(tuple, reading.connection.execute(select(table))), key=str)
            for table in tables
        }


Laptops.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    # Shrinking drives real files for minutes; the failing steps are printed all the same.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestLaptops = Laptops.TestCase


@pytest.fixture
def pair(tmp_path: Path) -> Any:
    opened = [Database.open(tmp_path / name) for name in ("a", "b")]
    yield opened
    for laptop in opened:
        laptop.close()


def test_an_altered_operation_is_refused_whole(pair: list[Database]) -> None:
    here, there = pair
    with here.write() as writing:
        writing.add(make_opinion("หนึ่ง"))
        writing.add(make_opinion("สอง"))
    with here.read() as reading:
        good, bad = all_operations(reading)
    forged = replace(bad, payload=(bad.payload or "").replace("สอง", "สาม"))
    with pytest.raises(Refusal, match=r"exchange\.not_genuine"), there.write() as writing:
        merge(writing, [good, forged])
    with there.read() as reading:
        assert all_operations(reading) == ()


def test_a_new_operation_comes_after_all_that_is_known(pair: list[Database]) -> None:
    here, there = pair
    tomorrow = datetime(2031, 1, 1, tzinfo=BANGKOK)
    opinion = make_opinion("จากเครื่องที่นาฬิกาเร็วไปสิบปี")
    with here.write(lambda: tomorrow) as writing:
        writing.add(opinion)
    with here.read() as reading:
        bag = all_operations(reading)
    with there.write() as writing:
        merge(writing, bag)
        writing.put(replace(opinion, text="แก้ทีหลัง"))
    with there.read() as reading:
        assert reading.get(Opinion, opinion.id).text == "แก้ทีหลัง"
        (known,) = bag
        (made,) = (item for item in all_operations(reading) if item.sha != known.sha)
    assert made.clock > known.clock


def test_what_was_erased_is_not_written_again(pair: list[Database]) -> None:
    opinion = make_opinion("เรื่องส่วนตัว")
    with pair[0].write() as writing:
        writing.add(opinion)
        writing.erase(opinion)
    with pytest.raises(Refusal, match=r"storage\.not_found"), pair[0].write() as writing:
        writing.put(opinion)


def test_an_erasure_reaches_what_arrives_late(pair: list[Database]) -> None:
    here, there = pair
    opinion = make_opinion("เรื่องส่วนตัว")
    with here.write() as writing:
        writing.add(opinion)
    with here.read() as reading:
        late = all_operations(reading)
    with here.write() as writing:
        writing.erase(opinion)
    with here.read() as reading:
        erasing = [item for item in all_operations(reading) if item.kind is OperationKind.ERASE]
    for bag in (erasing, late):
        with there.write() as writing:
            merge(writing, bag)
    with there.read() as reading:
        assert reading.find(Opinion, opinion.id) is None
        assert "เรื่องส่วนตัว" not in repr(all_operations(reading))
        assert check_file(reading.connection).is_sound
