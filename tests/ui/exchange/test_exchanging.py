"""One key takes what the other laptops left and leaves what is known here."""

import shutil
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.ui.exchange.exchanging.view import ExchangeView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests import factory
from tests.factory import BANGKOK, StepClock
from tests.ui.exchange.laptops import ask, joined, make_pack
from tests.ui.keyboard import Typist

exchange = services.exchange
AHEAD = datetime(2021, 10, 14, 10, tzinfo=BANGKOK)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def pack(tmp_path: Path, window: MainWindow, typist: Typist, forum: Forum) -> Path:
    target = tmp_path / "venue.forumpack"
    make_pack(typist, forum.id, target)
    return target


@pytest.fixture
def view(window: MainWindow, typist: Typist) -> ExchangeView:
    """Open the page by its key: the exchange is what it shows first."""
    typist.visit(PageName.EXCHANGE)
    shown = cast("ViewedPage", window.current).current_view
    assert isinstance(shown, ExchangeView)
    return shown


@pytest.fixture
def at_stick(view: ExchangeView, typist: Typist, stick: Path) -> ExchangeView:
    """Choose the stick, as the dialog of folders does."""
    view.places.take(stick)
    typist.until(lambda: view.places.chosen() is not None)
    return view


def leave(folder: Path, pack: Path, stick: Path, forum: Forum, said: str = "") -> None:
    """Let another laptop say something and leave it on the stick."""
    with joined(folder, pack, "ลงทะเบียน 1") as desk:
        if said:
            services.opinions.capture_opinion(desk, forum.id, text=said, kind=OpinionKind.NEED)
        exchange.exchange_by(desk, forum.id, stick)


def told(view: ExchangeView) -> str:
    records = view.outcome.list.records
    return "\n".join(str(records.data(records.index(at))) for at in range(records.rowCount()))


def board(view: ExchangeView) -> list[str]:
    records = view.board.list.records
    return [str(records.data(records.index(at))) for at in range(records.rowCount())]


def opinions(typist: Typist, forum: Forum) -> set[str]:
    found = ask(typist, lambda desk: services.opinions.recent_opinions(desk, forum.id))
    return {opinion.text for opinion in found}


def finish(view: ExchangeView, typist: Typist) -> None:
    typist.until(lambda: not view.is_running and not view.outcome.isHidden())


def test_one_key_takes_and_leaves(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "ขอไฟส่องสว่าง")
    typist.enter()
    finish(at_stick, typist)
    assert "จากเครื่อง B: ใหม่" in told(at_stick)
    assert opinions(typist, forum) == {"ขอไฟส่องสว่าง"}
    assert [path.name for path in stick.glob("TW70-A-*.forumbundle")]
    with joined(tmp_path / "c", pack, "ลงทะเบียน 2") as third:
        took = exchange.exchange_by(third, forum.id, stick)
        assert {one.station for one in took.taken} == {"A", "B"}
    typist.enter()
    finish(at_stick, typist)
    assert "อีก 1 แฟ้มไม่มีอะไรใหม่" in told(at_stick)


def test_the_board_counts_who_was_heard_of(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "ขอไฟส่องสว่าง")
    typist.enter()
    finish(at_stick, typist)
    typist.until(lambda: "ได้รับแล้ว 1 จาก 8 เครื่อง" in at_stick.board.summary.said())
    lines = board(at_stick)
    assert "เครื่องนี้" in lines[0]
    assert "ลงทะเบียน 1" in lines[1]
    assert "ล่าสุด 14 ต.ค. 2564 เวลา 09." in lines[1]
    assert lines[1].endswith("ครบ")
    assert all("ยังไม่เคยได้รับ" in line for line in lines[2:])


def test_a_gap_in_a_chain_is_named(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "หนึ่ง")
    typist.enter()
    finish(at_stick, typist)

    def cut(desk: Desk) -> bool:
        with desk.act() as act:
            act.driver.execute(
                "DELETE FROM operation WHERE replica != ? AND sequence = 2", (act.replica,)
            )
        return True

    ask(typist, cut)
    typist.visit(PageName.FORUM)
    typist.visit(PageName.EXCHANGE)
    typist.until(lambda: "ขาดรายการที่ 2–2" in board(at_stick)[1])


def test_a_refused_file_is_told_with_its_reason_and_stops_nothing(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "ขอไฟส่องสว่าง")
    good = next(stick.glob("TW70-B-*.forumbundle"))
    whole = good.read_bytes()
    (stick / "AA-1.forumbundle").write_bytes(whole[:-20] + bytes(20))
    typist.enter()
    finish(at_stick, typist)
    first, *others = told(at_stick).splitlines()
    assert "เสียหายหรือถูกแก้ไข" in first
    assert "AA-1.forumbundle" in first
    assert "ไม่ได้รับ" in first
    assert "จากเครื่อง B: ใหม่" in others[0]


def test_another_forums_file_is_told_by_its_name(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, stick: Path
) -> None:
    desk = Desk.open(tmp_path / "x")
    other = services.forums.create_forum(desk, factory.make_pack())
    exchange.exchange_by(desk, other.id, stick)
    desk.close()
    typist.enter()
    finish(at_stick, typist)
    assert "เป็นของเวที TW70 ซึ่งไม่มีในเครื่องนี้" in told(at_stick)


def test_the_place_is_remembered_and_noticed_when_it_is_plugged_in(
    at_stick: ExchangeView, typist: Typist, stick: Path
) -> None:
    typist.enter()
    finish(at_stick, typist)
    assert "ยังไม่มีเครื่องอื่นฝาก" in told(at_stick)
    aside = stick.rename(stick.with_name("aside"))
    typist.until(lambda: not at_stick.places.chosen().is_there)  # type: ignore[union-attr]
    typist.enter()
    typist.until(lambda: "ยังไม่พบแฟลชไดรฟ์" in typist.said())
    aside.rename(stick)
    typist.until(lambda: "พบ STICK แล้ว" in typist.said())
    assert ask(typist, exchange.list_places)[0].folder == stick


def test_without_a_place_enter_says_what_to_do(view: ExchangeView, typist: Typist) -> None:
    typist.enter()
    typist.until(lambda: "ยังไม่ได้เลือกที่แลกเปลี่ยน" in typist.said())


def test_esc_stops_and_what_was_taken_stays(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "ขอไฟส่องสว่าง")
    # The worker is kept busy until Esc is pressed: it is faster than any hand.
    gate = Event()
    typist.window.background.run(lambda _: gate.wait(20))
    typist.enter()
    typist.press(Qt.Key.Key_Escape)
    gate.set()
    typist.until(lambda: not at_stick.is_running)
    assert "หยุดแล้ว" in typist.said()
    assert not list(stick.glob("TW70-A-*.forumbundle"))
    typist.enter()
    finish(at_stick, typist)
    assert opinions(typist, forum) == {"ขอไฟส่องสว่าง"}


def test_a_stick_that_cannot_be_written_is_told(
    at_stick: ExchangeView, typist: Typist, stick: Path
) -> None:
    blocked = f"TW70-A-{ask(typist, lambda desk: desk.database.replica)[:8]}.forumbundle"
    (stick / blocked).mkdir()
    (stick / blocked / "in the way").touch()
    typist.enter()
    typist.until(lambda: "เขียนแฟ้ม" in typist.said())
    assert at_stick.outcome.isHidden()


def test_a_clone_is_told_and_this_laptop_takes_another_letter(
    data_dir: Path,
    at_stick: ExchangeView,
    typist: Typist,
    pack: Path,
    stick: Path,
    forum: Forum,
) -> None:
    clone = data_dir.with_name("clone")
    shutil.copytree(data_dir, clone)
    desk = Desk.open(clone)
    services.opinions.capture_opinion(desk, forum.id, text="จากสำเนา", kind=OpinionKind.NEED)
    exchange.write_bundle(desk, forum.id, stick / "double.forumbundle")
    desk.close()
    say = services.opinions.capture_opinion
    ask(typist, lambda own: say(own, forum.id, text="จากเครื่องนี้", kind=OpinionKind.NEED))
    typist.enter()
    finish(at_stick, typist)
    assert "เครื่องนี้จึงใช้อักษรใหม่" in told(at_stick)
    assert opinions(typist, forum) == {"จากสำเนา", "จากเครื่องนี้"}
    typist.until(lambda: at_stick.overview.station.letter == "A2")
    typist.until(lambda: len(board(at_stick)) == 9 + 1)


def test_a_clock_that_runs_ahead_is_told_and_a_stick_can_be_pulled_out(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    with joined(tmp_path / "b", pack, "ลงทะเบียน 1", clock=StepClock(AHEAD)) as desk:
        exchange.exchange_by(desk, forum.id, stick)
    typist.enter()
    finish(at_stick, typist)
    assert "นาฬิกาของเครื่อง B เร็วกว่าเครื่องนี้ 59 นาที" in told(at_stick)
    assert at_stick.outcome.verdict.said() == "รับและฝากข้อมูลเสร็จแล้ว"
    took = ask(typist, lambda desk: exchange.exchange_by(desk, forum.id, stick))
    at_stick.outcome.show_exchange(took, is_stick=True)
    assert "ถอดแฟลชไดรฟ์ได้อย่างปลอดภัย" in at_stick.outcome.verdict.said()


def test_conflicts_are_told_of_with_the_key_that_leads_there(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    enter = services.registration.register_walk_in
    with joined(tmp_path / "b", pack, "ลงทะเบียน 1") as desk:
        enter(desk, forum.id, full_name="นางสาวมานี ทดลอง", sector="people")
        exchange.exchange_by(desk, forum.id, stick)
    ask(
        typist,
        lambda own: enter(own, forum.id, full_name="นางสาวมานี ทดลอง", sector="people"),
    )
    typist.enter()
    finish(at_stick, typist)
    typist.until(lambda: "น่าจะซ้ำ 1 เรื่อง" in typist.said())


def test_it_speaks_the_other_language(
    tmp_path: Path, at_stick: ExchangeView, typist: Typist, pack: Path, stick: Path, forum: Forum
) -> None:
    leave(tmp_path / "b", pack, stick, forum, "ขอไฟส่องสว่าง")
    typist.enter()
    finish(at_stick, typist)
    typist.until(lambda: len(board(at_stick)) > 2)
    typist.window.change_language()
    assert "From station B:" in told(at_stick)
    assert at_stick.board.summary.said() == "1 of 8 stations received"
