"""Six laptops that leave bundles for each other in any order end as one forum.

Bundles are lost, doubled, late and partial; laptops are restored from backups and cloned, their
clocks jump by ten years, words are erased by law, and one has an app of tomorrow. What the tables
say is compared with an oracle of its own, not with the fold that made them.
"""

import json
import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from forum_desktop import services
from forum_desktop.db.backup import backup
from forum_desktop.db.checking import check_file
from forum_desktop.db.operations import digest, make_payload, next_clock, operation_sha
from forum_desktop.db.projection import append_new, refold
from forum_desktop.db.restoring import restore
from forum_desktop.db.tables import ENTITY_TABLES, field_conflict
from forum_desktop.db.writing import Writing
from forum_desktop.records.exchange import Purpose
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Attendance
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.sending import prepare, readers
from forum_desktop.sync.bundle.writing import write_bundle
from forum_desktop.sync.merging import all_operations
from forum_desktop.sync.outgoing import operation_contents
from forum_desktop.wording import Wording
from tests.factory import BANGKOK, make_opinion, make_pack

LAPTOPS = 6
OPINIONS = [same_id("opinion", str(number)) for number in range(3)]
ERASABLE = OPINIONS[0]
ATTENDANCE = same_id("attendance")
TEN_YEARS = 3652
WORDS = ("text", "answer")
"""The facts that are written here; the oracle knows what must become of them."""

exchange = services.exchange
laptops = st.integers(0, LAPTOPS - 1)
words = st.sampled_from(["ถนน", "น้ำ", "ไฟ", ""])


@dataclass(frozen=True)
class Left:
    """A bundle as it lies on a stick, and the operations that it must bring."""

    path: Path
    shas: frozenset[str]


@cache
def _set_up() -> tuple[Path, UUID]:
    """Return a folder of six laptops that one venue pack made stations of a forum."""
    folder = Path(tempfile.mkdtemp())
    with closing(Desk.open(folder / "0")) as lead:
        forum_id = services.forums.create_forum(lead, make_pack()).id
        pack = folder / "venue.forumpack"
        planned = exchange.planned_stations(lead, forum_id, Wording("th"))
        exchange.make_venue_pack(lead, forum_id, pack, planned)
    for number in range(1, LAPTOPS):
        with closing(Desk.open(folder / str(number))) as desk:
            exchange.join_forum(desk, pack, f"โต๊ะ {number}")
    return folder, forum_id


class SixLaptops(RuleBasedStateMachine):
    """Six real encrypted files, and the bundles that go between them."""

    @initialize()
    def begin(self) -> None:
        made, self.forum_id = _set_up()
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2021, 10, 14, 9, tzinfo=BANGKOK)
        shutil.copytree(made, self.folder, dirs_exist_ok=True)
        self.desks = [self.opened(number) for number in range(LAPTOPS)]
        self.copies: list[tuple[int, Path]] = []
        self.left: list[Left] = []

    def opened(self, laptop: int) -> Desk:
        return Desk.open(self.folder / str(laptop), clock=lambda: self.now)

    def operations(self, laptop: int) -> tuple[Operation, ...]:
        with self.desks[laptop].look() as look:
            return all_operations(look)

    @rule(days=st.sampled_from([0, 0, 0, TEN_YEARS, -TEN_YEARS]), seconds=st.integers(-5, 5))
    def tick(self, days: int, seconds: int) -> None:
        moment = self.now + timedelta(days=days, seconds=seconds)
        self.now = min(max(moment, datetime(2001, 1, 1, tzinfo=BANGKOK)), moment)

    @rule(laptop=laptops, opinion=st.sampled_from(OPINIONS), text=words, answer=words)
    def say(self, laptop: int, opinion: UUID, text: str, answer: str) -> None:
        if str(opinion) in _erased(self.operations(laptop)):
            return
        with self.desks[laptop].act() as act:
            made = replace(
                make_opinion(opinion_id=opinion),
                forum_id=self.forum_id,
                reference=f"of the test {OPINIONS.index(opinion)}",
            )
            known = act.find(Opinion, opinion) or made
            act.put(replace(known, text=text, answer=answer))

    @rule(laptop=laptops)
    def check_in(self, laptop: int) -> None:
        with self.desks[laptop].act() as act:
            if act.find(Attendance, ATTENDANCE) is None:
                act.put(_attendance(self.forum_id, self.now, str(laptop)))

    @rule(laptop=laptops)
    def erase(self, laptop: int) -> None:
        with self.desks[laptop].act() as act:
            known = act.find(Opinion, ERASABLE)
            if known is not None:
                act.erase(known)

    @rule(laptop=laptops, what=st.sampled_from(["fact", "choice", "type", "kind", "version"]))
    def write_with_an_app_of_tomorrow(self, laptop: int, what: str) -> None:
        with self.desks[laptop].act() as act:
            made = _of_tomorrow(act, self.forum_id, what, self.now)
            append_new(act.connection, [made])
            refold(act.connection, made.entity)

    @rule(laptop=laptops, data=st.data())
    def leave(self, laptop: int, data: st.DataObject) -> None:
        """Write a bundle of everything, or of what comes after some number of each chain."""
        known = self.operations(laptop)
        lasts = {item.replica: item.sequence for item in known}
        had = {}
        if data.draw(st.booleans()):
            had = {one: data.draw(st.integers(0, last)) for one, last in sorted(lasts.items())}
        path = self.folder / f"{len(self.left)}.forumbundle"
        desk = self.desks[laptop]
        origin, ring = prepare(desk, self.forum_id, Purpose.BUNDLE)
        with desk.look() as look:
            to = readers(look, self.forum_id, ring)
            write_bundle(path, origin, operation_contents(look, self.forum_id, to, had))
        told = self.operations(laptop)  # to write one may make keys, which are operations too
        lacked = (item.sha for item in told if item.sequence > had.get(item.replica, 0))
        self.left.append(Left(path, frozenset(lacked)))

    @precondition(lambda self: self.left)
    @rule(laptop=laptops, data=st.data())
    def take(self, laptop: int, data: st.DataObject) -> None:
        self.take_and_compare(laptop, data.draw(st.sampled_from(self.left)))

    def take_and_compare(self, laptop: int, left: Left) -> None:
        before = {item.sha for item in self.operations(laptop)}
        received = exchange.take_bundle(self.desks[laptop], left.path)
        after = {item.sha for item in self.operations(laptop)}
        assert after == before | left.shas
        assert received.new == len(left.shas - before)
        assert received.known == len(left.shas & before)
        assert exchange.take_bundle(self.desks[laptop], left.path).new == 0

    @rule(laptop=laptops)
    def back_up(self, laptop: int) -> None:
        target = self.folder / f"copy-{len(self.copies)}.db"
        self.copies.append((laptop, backup(self.desks[laptop].database, target)))

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        laptop, copy = data.draw(st.sampled_from(self.copies))
        self.desks[laptop].close()
        restore(self.folder / str(laptop), copy)
        self.desks[laptop] = self.opened(laptop)

    @rule(one=laptops, other=laptops)
    def clone(self, one: int, other: int) -> None:
        """Copy a laptop's disk over another's: two write as one until they meet."""
        if one != other:
            for laptop in (one, other):
                self.desks[laptop].close()
            shutil.rmtree(self.folder / str(other))
            shutil.copytree(self.folder / str(one), self.folder / str(other))
            self.desks[one], self.desks[other] = self.opened(one), self.opened(other)
            self.copies = [(laptop, copy) for laptop, copy in self.copies if laptop != other]

    @invariant()
    def tables_say_what_the_oracle_says(self) -> None:
        for laptop in range(LAPTOPS if hasattr(self, "desks") else 0):
            known = self.operations(laptop)
            with self.desks[laptop].look() as look:
                assert look.get(Forum, self.forum_id)
                told = {opinion.id: opinion for opinion in look.all(Opinion)}
                conflicts = _conflicts(look.connection)
            for opinion in OPINIONS:
                expected, open_facts = _oracle(known, str(opinion))
                found = told.get(opinion)
                assert (found is None) == (expected is None)
                if found and expected:
                    assert {name: getattr(found, name) for name in WORDS} == expected
                assert conflicts.get(str(opinion), {}) == open_facts

    @invariant()
    def an_erased_content_is_nowhere(self) -> None:
        for laptop in range(LAPTOPS if hasattr(self, "desks") else 0):
            known = self.operations(laptop)
            erased = _erased(known)
            puts = (item for item in known if item.kind is OperationKind.PUT)
            assert all(item.payload is None for item in puts if item.entity in erased)

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        everything = {item.sha for laptop in range(LAPTOPS) for item in self.operations(laptop)}
        last = []
        for laptop, desk in enumerate(self.desks):
            path = self.folder / f"last-{laptop}.forumbundle"
            exchange.write_bundle(desk, self.forum_id, path)
            last.append(Left(path, frozenset(item.sha for item in self.operations(laptop))))
        for laptop in range(LAPTOPS):
            # Each takes them in another order, and one of them twice.
            for left in (*last[laptop:], *last[:laptop], last[0]):
                self.take_and_compare(laptop, left)
        self.tables_say_what_the_oracle_says()
        self.an_erased_content_is_nowhere()
        states = [_state(desk) for desk in self.desks]
        for desk in self.desks:
            with desk.look() as look:
                report = check_file(look.connection)
                assert report.is_sound, report.faults
                assert everything <= {item.sha for item in all_operations(look)}
            desk.close()
        shutil.rmtree(self.folder)
        assert all(state == states[0] for state in states)


def _erased(known: tuple[Operation, ...]) -> set[str]:
    return {item.entity for item in known if item.kind is OperationKind.ERASE}


def _oracle(
    known: tuple[Operation, ...], entity: str
) -> tuple[dict[str, Any] | None, dict[str, list[Any]]]:
    """Return what counts for each fact and what is open, told from the rules in words alone."""
    of_it = [item for item in known if item.entity == entity]
    if not of_it or entity in _erased(known):
        return None, {}
    readable = [item for item in of_it if item.version == 1 and item.kind is OperationKind.PUT]
    said = {item.sha: json.loads(item.payload or "") for item in readable}
    expected, open_facts = {}, {}
    for name in WORDS:
        gone = {sha for content in said.values() for sha in content["p"].get(name, ())}
        live = [item for item in readable if name in said[item.sha]["f"] and item.sha not in gone]
        if not live:
            return None, {}  # its first words have not arrived
        live.sort(key=lambda item: (item.clock, item.replica, item.sha), reverse=True)
        values = list(dict.fromkeys(said[item.sha]["f"][name] for item in live))
        expected[name] = values[0]
        if len(values) > 1:
            open_facts[name] = values
    return expected, open_facts


def _conflicts(connection: Any) -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = {}
    for entity, name, choices in connection.execute(select(field_conflict)):
        if name in WORDS:
            found.setdefault(entity, {})[name] = json.loads(choices)
    return found


def _state(desk: Desk) -> dict[str, list[Any]]:
    with desk.look() as look:
        tables = [*ENTITY_TABLES.values(), field_conflict]
        return {
            table.name: sorted(map(tuple, look.connection.execute(select(table))), key=str)
            for table in tables
        }


def _attendance(forum_id: UUID, moment: datetime, station: str) -> Attendance:
    return Attendance(
        id=ATTENDANCE,
        forum_id=forum_id,
        attendee_id=same_id("person"),
        session="main",
        checked_in_at=moment,
        station=station,
    )


def _of_tomorrow(act: Writing, forum_id: UUID, what: str, now: datetime) -> Operation:
    """Return an operation that no app of today writes."""
    sequence, previous, clock = act._place(str(forum_id))
    facts: dict[str, Any] = {"choice": {"kind": "a kind of tomorrow"}}.get(what, {"mood": "ดี"})
    payload = make_payload(facts, {}) if what != "version" else '{ "spelled": "otherwise" }'
    unnamed = Operation(
        sha="",
        replica=act.replica,
        sequence=sequence + 1,
        clock=next_clock(clock, int(now.timestamp() * 1000)),
        at=int(now.timestamp() * 1000),
        actor="",
        forum=str(forum_id),
        entity=str(same_id(what) if what in {"choice", "type"} else OPINIONS[1]),
        entity_type="mood" if what == "type" else "opinion",
        kind=OperationKind("pin") if what == "kind" else OperationKind.PUT,
        version=2 if what == "version" else 1,
        payload=payload,
        payload_sha=digest(payload),
        previous=previous,
    )
    return replace(unnamed, sha=operation_sha(unnamed))


SixLaptops.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    # Shrinking drives real files for minutes; the failing steps are printed all the same.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestSixLaptops = SixLaptops.TestCase
