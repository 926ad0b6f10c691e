"""What two laptops wrote apart is decided, taken back and decided again; people are paired."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintLevel
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.people import Attendee
from forum_desktop.records.plan import Strategy
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.places import plugged_in
from forum_desktop.wording import Wording
from tests.factory import StepClock, make_pack

exchange = services.exchange


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def lead(tmp_path: Path, stack: ExitStack) -> Desk:
    return stack.enter_context(closing(Desk.open(tmp_path / "a", "หัวหน้า", StepClock())))


@pytest.fixture
def forum_id(lead: Desk) -> UUID:
    return services.forums.create_forum(lead, make_pack(), station_name="เครื่องหลัก").id


@pytest.fixture
def other(tmp_path: Path, stack: ExitStack, lead: Desk, forum_id: UUID) -> Desk:
    """Return a laptop that joined as registration B; its clock is a minute ahead."""
    clock = StepClock()
    clock.now += timedelta(minutes=1)
    desk = stack.enter_context(closing(Desk.open(tmp_path / "b", "เพื่อน", clock)))
    planned = exchange.planned_stations(lead, forum_id, Wording("th"))
    exchange.make_venue_pack(lead, forum_id, tmp_path / "venue.forumpack", planned)
    exchange.join_forum(desk, tmp_path / "venue.forumpack", "ลงทะเบียน 1")
    return desk


def meet(one: Desk, two: Desk, forum_id: UUID, stick: Path) -> None:
    """Let two laptops bring each other to the same state."""
    stick.mkdir(exist_ok=True)
    for desk in (one, two, one):
        exchange.exchange_by(desk, forum_id, stick)


def rewrite(desk: Desk, opinion: Opinion, **facts: object) -> None:
    with desk.act() as act:
        act.put(replace(act.get(Opinion, opinion.id), **facts))  # type: ignore[arg-type]


def text_of(desk: Desk, opinion: Opinion) -> str:
    with desk.look() as look:
        return look.get(Opinion, opinion.id).text


@pytest.fixture
def torn(lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path) -> Opinion:
    """Return an opinion that both laptops rewrote."""
    said = services.opinions.capture_opinion(lead, forum_id, text="เดิม", kind=OpinionKind.NEED)
    meet(lead, other, forum_id, tmp_path / "stick")
    rewrite(lead, said, text="ของเครื่องหลัก")
    rewrite(other, said, text="ของเครื่องอื่น")
    meet(lead, other, forum_id, tmp_path / "stick")
    return said


def test_a_conflict_tells_values_with_station_and_time(
    torn: Opinion, lead: Desk, forum_id: UUID
) -> None:
    (conflict,) = exchange.list_conflicts(lead, forum_id)
    assert conflict.item.startswith(torn.reference)
    assert [(one.told, one.station, one.actor) for one in conflict.values] == [
        ("ของเครื่องอื่น", "B", "เพื่อน"),
        ("ของเครื่องหลัก", "A", "หัวหน้า"),
    ]
    assert all(one.at.utcoffset() == timedelta(hours=7) for one in conflict.values)


def test_a_choice_is_taken_back_and_asked_again(
    torn: Opinion, lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    (conflict,) = exchange.list_conflicts(lead, forum_id)
    exchange.choose(lead, conflict, conflict.values[1])
    assert exchange.list_conflicts(lead, forum_id) == ()
    assert text_of(lead, torn) == "ของเครื่องหลัก"
    exchange.take_choice_back(lead, conflict)
    assert text_of(lead, torn) == "ของเครื่องอื่น"
    assert exchange.list_conflicts(lead, forum_id) == (conflict,)
    meet(lead, other, forum_id, tmp_path / "stick")
    assert text_of(other, torn) == "ของเครื่องอื่น"
    assert exchange.list_conflicts(lead, forum_id) == (conflict,)
    exchange.choose(lead, conflict, conflict.values[0])
    assert exchange.list_conflicts(lead, forum_id) == ()


def test_what_was_written_since_is_not_asked_again(
    torn: Opinion, lead: Desk, forum_id: UUID
) -> None:
    (conflict,) = exchange.list_conflicts(lead, forum_id)
    exchange.choose(lead, conflict, conflict.values[1])
    exchange.take_choice_back(lead, conflict)
    rewrite(lead, torn, text="ใหม่กว่า")
    assert exchange.list_conflicts(lead, forum_id) == ()


def test_a_conflict_that_opens_anew_is_told_once(
    torn: Opinion, lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    rewrite(lead, torn, text="อีกค่าหนึ่ง")
    (conflict,) = exchange.list_conflicts(other, forum_id)
    exchange.choose(other, conflict, conflict.values[1])
    exchange.take_choice_back(other, conflict)
    meet(lead, other, forum_id, tmp_path / "stick")
    (again,) = exchange.list_conflicts(other, forum_id)
    assert [one.told for one in again.values] == ["ของเครื่องอื่น", "อีกค่าหนึ่ง"]


def test_ids_and_codes_are_told_by_their_names(
    torn: Opinion, lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    with lead.look() as look:
        first, second, *_ = look.all(Strategy, forum_id=forum_id)
    rewrite(lead, torn, strategy_id=first.id)
    rewrite(other, torn, strategy_id=second.id)
    meet(lead, other, forum_id, tmp_path / "stick")
    told = {one.fact: one for one in exchange.list_conflicts(lead, forum_id)}
    values = {one.told for one in told["strategy_id"].values}
    assert values == {f"1 {first.short or first.name}", f"2 {second.short or second.name}"}


def enter(desk: Desk, forum_id: UUID, name: str, phone: str = "") -> Attendee:
    return services.registration.register_walk_in(
        desk, forum_id, full_name=name, sector="people", phone=phone
    ).attendee


def test_one_person_entered_at_two_desks_is_told_once(
    lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    one = enter(lead, forum_id, "นางสาวมานี ทดลอง", "0810000001")
    two = enter(other, forum_id, "น.ส.มานี ทดลอง", "0810000001")
    enter(other, forum_id, "นายชูใจ สมมติ")
    meet(lead, other, forum_id, tmp_path / "stick")
    (pair,) = exchange.list_pairs(lead, forum_id)
    assert (pair.one.attendee.id, pair.other.attendee.id) == (one.id, two.id)
    assert (pair.one.station, pair.other.station) == ("A", "B")
    assert (pair.one.actor, pair.other.actor) == ("หัวหน้า", "เพื่อน")


def test_pairs_are_kept_apart_or_merged_and_asked_again(
    lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    enter(lead, forum_id, "นางสาวมานี ทดลอง")
    two = enter(other, forum_id, "นางสาวมานี ทดลอง")
    meet(lead, other, forum_id, tmp_path / "stick")
    (pair,) = exchange.list_pairs(lead, forum_id)
    exchange.keep_apart(lead, pair)
    assert exchange.list_pairs(lead, forum_id) == ()
    exchange.ask_again(lead, pair)
    assert exchange.list_pairs(lead, forum_id) == (pair,)
    services.twins.merge_people(lead, pair.one.attendee.id, pair.other.attendee.id, "คนเดียวกัน")
    assert exchange.list_pairs(lead, forum_id) == ()
    services.twins.part_people(lead, two.id, "คนละคน")
    assert len(exchange.list_pairs(lead, forum_id)) == 1


def test_namesakes_of_two_families_are_no_pair(lead: Desk, forum_id: UUID) -> None:
    enter(lead, forum_id, "นายมานะ ทดลอง", "0810000001")
    enter(lead, forum_id, "นางมานะ ทดลอง", "0810000002")
    enter(lead, forum_id, "นายปิติ ตัวอย่าง")
    assert exchange.list_pairs(lead, forum_id) == ()


def test_sticks_are_found_where_desktops_mount_them(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "tmpfs /run/media tmpfs rw 0 0\n"
        "/dev/sdb1 /media/officer/FORUM\\040STICK vfat rw 0 0\n"
        "/dev/sdc1 /run/media/officer/B exfat rw 0 0\n"
        "tmpfs /media/none tmpfs rw 0 0\n"
        "nonsense\n"
    )
    assert [str(path) for path in plugged_in(mounts)] == [
        "/media/officer/FORUM STICK",
        "/run/media/officer/B",
    ]
    assert list(plugged_in(tmp_path / "missing")) == []


def test_places_are_the_one_chosen_and_every_stick(lead: Desk, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sdb1 /media/nobody/STICK vfat rw 0 0\n")
    stick = Path("/media/nobody/STICK")
    exchange.keep_place(lead, tmp_path)
    kept, plugged = exchange.list_places(lead, None, mounts)
    assert (kept.folder, kept.is_there, kept.is_stick) == (tmp_path, True, False)
    assert (plugged.folder, plugged.is_there, plugged.is_stick) == (stick, False, True)
    chosen, plugged = exchange.list_places(lead, stick / "forum", mounts)
    assert (chosen.folder, chosen.is_stick) == (stick / "forum", True)
    assert plugged.folder == stick


def test_the_board_knows_who_is_awaited(other: Desk, lead: Desk, forum_id: UUID) -> None:
    board = exchange.list_board(other, forum_id)
    assert [one.letter for one in board] == list("ABCDEFGHI")
    assert [one.letter for one in board if one.is_own] == ["B"]
    assert all(one.last_at is None for one in board[2:])
    assert exchange.plan_of(other, forum_id) == exchange.plan_of(lead, forum_id)


def test_marks_that_the_app_sets_are_not_asked(
    lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    person = enter(lead, forum_id, "นางสาวมานี ทดลอง")
    meet(lead, other, forum_id, tmp_path / "stick")
    for desk, position in ((lead, "ประธาน"), (other, "เลขานุการ")):
        with desk.act() as act:
            met = act.get(Attendee, person.id)
            act.put(replace(met, import_id=act.new_id(), position=position))
    meet(lead, other, forum_id, tmp_path / "stick")
    assert [one.fact for one in exchange.list_conflicts(lead, forum_id)] == ["position"]


def test_of_a_sealed_complaint_no_word_is_told(
    lead: Desk, other: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    kind = make_pack().complaint_kinds[0].code
    intake = ComplaintIntake(
        kind=kind, subject="ถนนชำรุด", facts="เป็นหลุม", level=ComplaintLevel.ANONYMOUS
    )
    lodged = services.complaints.lodge_complaint(lead, forum_id, intake)
    with lead.act() as act:
        act.put(replace(act.get(Complaint, lodged.id), is_sealed=True))
    meet(lead, other, forum_id, tmp_path / "stick")
    for desk, place in ((lead, "ที่หนึ่ง"), (other, "ที่สอง")):
        with desk.act() as act:
            met = act.get(Complaint, lodged.id)
            act.put(replace(met, place=place, official_number=place))
    meet(lead, other, forum_id, tmp_path / "stick")
    (told,) = exchange.list_conflicts(lead, forum_id)
    assert (told.item, told.fact) == (lodged.reference, "official_number")
