"""Laptops are set up from one stick and become one forum; what is forged or foreign is refused."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db import settings
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.exchange import Purpose, StationRole
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.sealed import SealedPart
from forum_desktop.services.desk import Desk
from forum_desktop.wording import Wording
from tests.factory import make_pack

exchange = services.exchange


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def lead(tmp_path: Path, stack: ExitStack) -> Desk:
    return laptop(stack, tmp_path / "lead")


@pytest.fixture
def forum_id(lead: Desk) -> UUID:
    return services.forums.create_forum(lead, make_pack(), station_name="เครื่องหลัก").id


def laptop(stack: ExitStack, folder: Path) -> Desk:
    return stack.enter_context(closing(Desk.open(folder)))


def venue_pack(lead: Desk, forum_id: UUID, folder: Path, code: str = "") -> Path:
    target = folder / "venue.forumpack"
    stations = exchange.planned_stations(lead, forum_id, Wording("th"))
    exchange.make_venue_pack(lead, forum_id, target, stations, code=code)
    return target


def say(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)


def said(desk: Desk, forum_id: UUID) -> set[str]:
    with desk.look() as look:
        return {opinion.text for opinion in look.all(Opinion, forum_id=forum_id)}


def test_a_stick_makes_laptops_stations_with_letters_of_their_own(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    pack = venue_pack(lead, forum_id, tmp_path)
    names = ("ลงทะเบียน 1", "โต๊ะยุทธศาสตร์ที่ 2", "โต๊ะ ยุทธศาสตร์ ที่ 2", "โต๊ะเยาวชน")
    desks = [laptop(stack, tmp_path / str(number)) for number in range(len(names))]
    stations = [
        exchange.join_forum(desk, pack, name) for desk, name in zip(desks, names, strict=True)
    ]
    letters = [station.letter for station in stations]
    assert letters[0] == "B"
    assert len({"A", *letters}) == len(names) + 1
    assert stations[0].role == StationRole.REGISTRATION
    assert stations[1].strategy_id is not None
    assert stations[2].strategy_id is None, "the letter of table 2 is taken"
    assert exchange.join_forum(desks[0], pack, "อะไรก็ได้") == stations[0]
    assert services.forums.station_of(desks[1], forum_id) == stations[1]


def test_what_each_laptop_says_reaches_all(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    pack = venue_pack(lead, forum_id, tmp_path)
    other, third = laptop(stack, tmp_path / "b"), laptop(stack, tmp_path / "c")
    for desk, name in ((other, "ลงทะเบียน 1"), (third, "ลงทะเบียน 2")):
        exchange.join_forum(desk, pack, name)
    say(lead, forum_id, "ถนนชำรุด")
    say(other, forum_id, "น้ำท่วม")
    bundle = tmp_path / "b.forumbundle"
    exchange.write_bundle(other, forum_id, bundle)
    received = exchange.take_bundle(lead, bundle)
    assert received.station == "B"
    assert received.new > 0
    assert exchange.take_bundle(lead, bundle) == replace(
        received, new=0, known=received.new + received.known
    )
    exchange.write_bundle(lead, forum_id, tmp_path / "a.forumbundle")
    exchange.take_bundle(third, tmp_path / "a.forumbundle")
    assert said(third, forum_id) == said(lead, forum_id) == {"ถนนชำรุด", "น้ำท่วม"}
    standings = exchange.list_standings(third, forum_id)
    assert [one.letter for one in standings] == ["A", "B", "C"]
    assert all(one.missing == () and one.operations for one in standings)


def test_a_pack_with_a_code_opens_with_it_alone(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    code = exchange.new_join_code()
    pack, desk = venue_pack(lead, forum_id, tmp_path, code), laptop(stack, tmp_path / "b")
    for typed, key in (("", "code_needed"), ("00000-00000", "wrong_code")):
        with pytest.raises(Refusal, match=rf"exchange\.{key}"):
            exchange.join_forum(desk, pack, "ลงทะเบียน 1", code=typed)
        assert services.forums.list_forums(desk) == ()
    assert exchange.join_forum(desk, pack, "ลงทะเบียน 1", code=code.lower()).letter == "B"
    with lead.look() as look:
        ring = settings.read(look, f"exchange/{forum_id}/ring")
    assert ring.split('"secret": "')[1][:40].encode() not in pack.read_bytes()


def test_the_outside_tells_counts_and_no_word(tmp_path: Path, lead: Desk, forum_id: UUID) -> None:
    say(lead, forum_id, "คำที่ไม่ควรมีใครเห็น")
    target = tmp_path / "a.forumbundle"
    written = exchange.write_bundle(lead, forum_id, target)
    report = exchange.inspect_bundle(target)
    assert report == written
    assert (report.purpose, report.station) == (Purpose.BUNDLE, "A")
    assert [part.name for part in report.parts] == ["public", "internal", "sealed"]
    assert "คำที่ไม่ควรมีใครเห็น".encode() not in target.read_bytes()


def test_a_stranger_and_another_forum_are_refused(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    stranger = laptop(stack, tmp_path / "stranger")
    target = tmp_path / "a.forumbundle"
    exchange.write_bundle(lead, forum_id, target)
    with pytest.raises(Refusal, match=r"exchange\.other_forum"):
        exchange.take_bundle(stranger, target)
    with lead.look() as look:
        forum = look.get(Forum, forum_id)
    with stranger.act() as act:
        act.add(forum)
    with pytest.raises(Refusal, match=r"exchange\.no_forum_key"):
        exchange.take_bundle(stranger, target)


def test_a_bundle_signed_by_no_laptop_of_the_forum_is_refused(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    pack, other = venue_pack(lead, forum_id, tmp_path), laptop(stack, tmp_path / "b")
    exchange.join_forum(other, pack, "ลงทะเบียน 1")
    with other.act() as act:  # somebody who has the forum's words, and not its keys
        settings.forget(act, f"exchange/{forum_id}/ring")
    with pytest.raises(Refusal, match=r"exchange\.no_forum_key"):
        exchange.write_bundle(other, forum_id, tmp_path / "b.forumbundle")
    thief = laptop(stack, tmp_path / "thief")
    services.forums.create_forum(thief, make_pack())
    own = services.forums.list_forums(thief)[0].id
    exchange.write_bundle(thief, own, tmp_path / "t.forumbundle")
    content = (tmp_path / "t.forumbundle").read_bytes()
    assert str(own).encode() in content
    with pytest.raises(Refusal, match=r"exchange\.other_forum"):
        exchange.take_bundle(lead, tmp_path / "t.forumbundle")


def test_a_cloned_laptop_goes_on_as_another(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    with closing(Desk.open(tmp_path / "b")) as first:
        exchange.join_forum(first, venue_pack(lead, forum_id, tmp_path), "ลงทะเบียน 1")
    shutil.copytree(tmp_path / "b", tmp_path / "clone")
    other, clone = laptop(stack, tmp_path / "b"), laptop(stack, tmp_path / "clone")
    assert other.database.replica == clone.database.replica
    say(other, forum_id, "จากเครื่องเดิม")
    say(clone, forum_id, "จากเครื่องที่คัดลอก")
    exchange.write_bundle(clone, forum_id, tmp_path / "clone.forumbundle")
    received = exchange.take_bundle(other, tmp_path / "clone.forumbundle")
    assert received.is_cloned
    assert other.database.replica != clone.database.replica
    assert said(other, forum_id) == {"จากเครื่องเดิม", "จากเครื่องที่คัดลอก"}
    assert say(other, forum_id, "ต่อมา").reference.startswith("B2-")
    report = services.storage.check(other)
    assert report.faults == ()
    assert dict(report.counts)["number given twice"] == 1


def test_a_name_sealed_at_a_desk_stays_sealed_on_the_others(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    other = laptop(stack, tmp_path / "b")
    exchange.join_forum(other, venue_pack(lead, forum_id, tmp_path), "โต๊ะรับเรื่องร้องเรียน")
    services.complaints.lodge_complaint(
        other,
        forum_id,
        ComplaintIntake(
            kind=make_pack().complaint_kinds[0].code,
            subject="ไฟดับ",
            facts="ไฟทางดับ",
            level=ComplaintLevel.WITHHELD,
            first_name="สมมุติ",
            last_name="ทดสอบนาม",
        ),
    )
    exchange.write_bundle(other, forum_id, tmp_path / "b.forumbundle")
    exchange.take_bundle(lead, tmp_path / "b.forumbundle")
    with lead.look() as look:
        (part,) = look.all(SealedPart, forum_id=forum_id)
    assert "ทดสอบนาม" not in part.sealed
    with pytest.raises(Refusal, match=r"sealing\."):
        services.complaints.open_identity(lead, part.complaint_id, "ลองเปิด")


def test_one_stick_brings_all_laptops_together_in_two_rounds(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    pack, stick = venue_pack(lead, forum_id, tmp_path), tmp_path / "stick"
    stick.mkdir()
    desks = [lead, *(laptop(stack, tmp_path / str(number)) for number in range(3))]
    for number, desk in enumerate(desks):
        if desk is not lead:
            exchange.join_forum(desk, pack, f"โต๊ะ {number}")
        say(desk, forum_id, f"ความเห็นที่ {number}")
    for desk in [*desks, *desks]:
        exchange.exchange_by(desk, forum_id, stick)
    assert all(said(desk, forum_id) == said(lead, forum_id) for desk in desks)
    assert len(said(lead, forum_id)) == len(desks)
    again = exchange.exchange_by(desks[-1], forum_id, stick)
    assert (again.refused, again.unchanged) == ((), 3)


def test_a_damaged_file_on_the_stick_stops_nothing(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    other, stick = laptop(stack, tmp_path / "b"), tmp_path / "stick"
    stick.mkdir()
    exchange.join_forum(other, venue_pack(lead, forum_id, tmp_path), "ลงทะเบียน 1")
    say(other, forum_id, "น้ำท่วม")
    exchange.exchange_by(other, forum_id, stick)
    (sound,) = stick.iterdir()
    (stick / "a.forumbundle").write_bytes(sound.read_bytes()[:-1])
    (stick / "b.forumbundle").symlink_to("/etc/passwd")
    done = exchange.exchange_by(lead, forum_id, stick)
    assert [(one.name, one.reason) for one in done.refused] == [("a.forumbundle", "bundle.damaged")]
    assert said(lead, forum_id) == {"น้ำท่วม"}
    with pytest.raises(Refusal, match=r"exchange\.no_folder"):
        exchange.exchange_by(lead, forum_id, tmp_path / "pulled-out")


def test_what_two_laptops_wrote_apart_is_chosen_by_a_person_and_can_be_chosen_again(
    tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID
) -> None:
    other, stick = laptop(stack, tmp_path / "b"), tmp_path / "stick"
    stick.mkdir()
    exchange.join_forum(other, venue_pack(lead, forum_id, tmp_path), "ลงทะเบียน 1")
    opinion = say(lead, forum_id, "ถนนชำรุด")
    exchange.exchange_by(lead, forum_id, stick)
    exchange.exchange_by(other, forum_id, stick)
    for desk, text in ((lead, "ถนนหน้าตลาดชำรุด"), (other, "ถนนหลังวัดชำรุด")):
        with desk.act() as act:
            act.put(replace(act.get(Opinion, opinion.id), text=text))
    exchange.exchange_by(other, forum_id, stick)
    exchange.exchange_by(lead, forum_id, stick)
    (conflict,) = exchange.list_conflicts(lead, forum_id)
    assert (conflict.item.split()[0], conflict.fact) == (opinion.reference, "text")
    by_station = {value.station: value for value in conflict.values}
    assert {letter: value.value for letter, value in by_station.items()} == {
        "A": "ถนนหน้าตลาดชำรุด",
        "B": "ถนนหลังวัดชำรุด",
    }
    for letter, text in (("A", "ถนนหน้าตลาดชำรุด"), ("B", "ถนนหลังวัดชำรุด")):
        exchange.choose(lead, conflict, by_station[letter])
        assert exchange.list_conflicts(lead, forum_id) == ()
        assert said(lead, forum_id) == {text}
    exchange.exchange_by(lead, forum_id, stick)
    exchange.exchange_by(other, forum_id, stick)
    assert said(other, forum_id) == {"ถนนหลังวัดชำรุด"}
    assert exchange.list_conflicts(other, forum_id) == ()
