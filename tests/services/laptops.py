"""Several laptops of one forum, on real files, that exchange what they know."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from forum_desktop.clock import Clock
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Station
from forum_desktop.records.pack import Community, EventPack, MeetingSession, Notice, Sector
from forum_desktop.services.desk import Desk
from forum_desktop.sync.merging import all_operations, merge
from tests.factory import make_pack


def join(folder: Path, first: Desk, forum_id: UUID, letter: str, clock: Clock) -> Desk:
    """Return another laptop, called by a letter, that knows all that the first one does."""
    desk = Desk.open(folder / letter, actor=letter, clock=clock)
    take(desk, first)
    replica = desk.database.replica
    with desk.act() as act:
        station_id = same_id(forum_id, "station", replica)
        act.add(Station(id=station_id, forum_id=forum_id, letter=letter, name="", replica=replica))
    return desk


def take(desk: Desk, *others: Desk) -> None:
    """Take in what others know, one after the other."""
    for other in others:
        with other.look() as look:
            bag = all_operations(look)
        with desk.act() as act:
            merge(act, bag)


def exchange(desks: Sequence[Desk]) -> None:
    """Let every laptop know what all of them do."""
    for desk in desks:
        take(desk, *(other for other in desks if other is not desk))


def pack_of_a_day() -> EventPack:
    """Return a pack with two sessions for all and a room for one sector, in another zone too."""
    return replace(
        make_pack(),
        sectors=(
            Sector(code="people", name="ประชาชนทั่วไป", expected=3),
            Sector(code="state", name="ภาครัฐ"),
            Sector(code="youth", name="เด็กและเยาวชน", expected=2),
        ),
        communities=(
            Community(name="ริมน้ำ 1", zone="เขต 1", aliases=("ริมน้ำตอน 1",)),
            Community(name="ตลาดเก่า", zone="เขต 2"),
        ),
        sessions=(
            MeetingSession(code="morning", name="ช่วงเช้า"),
            MeetingSession(code="afternoon", name="ช่วงบ่าย"),
            MeetingSession(code="room", name="ห้องเยาวชน", sectors=("youth",), zones=("เขต 1",)),
        ),
        notices=(
            Notice(key="follow_up", title="", text="", version="9"),
            Notice(key="privacy", title="ประกาศ", text="เก็บชื่อ", version="3"),
        ),
    )
