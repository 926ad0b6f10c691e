"""A laptop becomes one of the forum's by a stick and a few keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.exchange import StationRole
from forum_desktop.records.forum import Forum
from forum_desktop.services.desk import Desk
from forum_desktop.ui.forum.joining import Joining
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.wording import Wording
from tests import factory
from tests.ui.keyboard import CTRL, Typist

exchange = services.exchange
CODE = "7TSG9-WWSJ4"
PATIENCE = 20_000


class CountingTypist(Typist):
    """Counts the keys it presses."""

    pressed = 0

    def press(
        self,
        key: int,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        self.pressed += 1
        super().press(key, modifiers, text, scan_code)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """Hold the forum on the lead laptop."""
    desk = Desk.open(tmp_path / "lead", "lead", factory.StepClock())
    yield desk
    desk.close()


@pytest.fixture
def led(lead: Desk) -> Forum:
    return services.forums.create_forum(lead, factory.make_pack(), station_name="เครื่องหลัก")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


def write_pack(lead: Desk, led: Forum, stick: Path, code: str = "") -> Path:
    planned = exchange.planned_stations(lead, led.id, Wording("th"))
    target = stick / "venue.forumpack"
    exchange.make_venue_pack(lead, led.id, target, planned, code=code)
    return target


@pytest.fixture
def fresh(
    window_on: Callable[[], MainWindow], qtbot: QtBot, data_dir: Path, stick: Path
) -> CountingTypist:
    """Sit at a laptop without any forum that knows the stick from the last time."""
    desk = services.start.open_desk(data_dir, "tester", factory.StepClock())
    exchange.keep_place(desk, stick)
    desk.close()
    window = window_on()
    return CountingTypist(window, qtbot)


def page_of(typist: Typist) -> ForumPage:
    page = typist.window.current
    assert isinstance(page, ForumPage)
    return page


def open_pack(typist: Typist) -> Joining:
    typist.press(Qt.Key.Key_J, CTRL)
    page = page_of(typist)
    typist.until(page.joining.view.isVisible)
    return page.joining.view


def letter_of(view: Joining) -> str:
    station = view.stations.chosen()
    assert station is not None
    return str(station.letter)


def wait_for_forum(typist: Typist) -> None:
    typist.until(lambda: typist.window.overview is not None)


def test_five_keys_make_a_laptop_registration_b(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path
) -> None:
    write_pack(lead, led, stick)
    open_pack(fresh)
    fresh.enter()
    wait_for_forum(fresh)
    assert fresh.window.overview is not None
    station = fresh.window.overview.station
    assert (station.letter, station.name) == ("B", "ลงทะเบียน 1")
    assert station.role == StationRole.REGISTRATION
    assert "เครื่องนี้คือ B ลงทะเบียน 1" in fresh.said()
    assert fresh.window.current_name is PageName.REGISTRATION, "it opens with what it is there for"
    assert fresh.pressed <= 5


def test_the_code_is_asked_for_and_a_wrong_one_can_be_mended(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path
) -> None:
    write_pack(lead, led, stick, CODE)
    view = open_pack(fresh)
    fresh.enter()
    assert view.code.hasFocus()
    fresh.type("7TSG9WWSJ5")
    fresh.enter()
    fresh.until(lambda: "รหัสไม่ตรง" in fresh.said())
    assert fresh.window.overview is None
    assert view.code.hasFocus()
    fresh.type("7tsg9wwsj4")
    fresh.enter()
    wait_for_forum(fresh)
    assert fresh.pressed <= 30


def test_a_letter_leads_to_a_station_and_taken_ones_are_told(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path, tmp_path: Path
) -> None:
    pack = write_pack(lead, led, stick)
    other = Desk.open(tmp_path / "b")
    exchange.join_forum(other, pack, "ลงทะเบียน 1")
    other.close()
    view = open_pack(fresh)
    records = view.stations.records
    assert "มีเครื่องแล้ว" in str(records.data(records.index(0)))
    assert letter_of(view) == "C"
    # As a Thai layout sends it: the letter is known by its place alone.
    fresh.press(ord("ำ"), text="ำ", scan_code=26)
    assert letter_of(view) == "E"
    fresh.enter()
    wait_for_forum(fresh)
    assert fresh.window.overview is not None
    assert fresh.window.overview.station.name == "โต๊ะยุทธศาสตร์ที่ 2"
    assert fresh.window.overview.station.strategy_id is not None


def test_another_name_gets_another_letter(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path
) -> None:
    write_pack(lead, led, stick)
    view = open_pack(fresh)
    view.name.setFocus()
    view.name.selectAll()
    fresh.type("โต๊ะเยาวชน")
    fresh.enter()
    wait_for_forum(fresh)
    assert fresh.window.overview is not None
    station = fresh.window.overview.station
    assert station.name == "โต๊ะเยาวชน"
    assert station.letter not in "ABCDEFGHI"


def test_esc_goes_back_and_changes_nothing(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path
) -> None:
    write_pack(lead, led, stick)
    view = open_pack(fresh)
    fresh.press(Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page_of(fresh).new_forum.choice.hasFocus()
    assert fresh.window.overview is None


def test_a_file_that_is_no_pack_is_told(
    fresh: CountingTypist, lead: Desk, led: Forum, stick: Path
) -> None:
    bundle = stick / "a.forumbundle"
    exchange.write_bundle(lead, led.id, bundle)
    page = page_of(fresh)
    page.joining.open_file(bundle)
    fresh.until(lambda: "ไม่ใช่ชุดตั้งค่าเวที" in fresh.said())
    assert not page.joining.view.isVisible()


def test_a_laptop_with_a_forum_joins_another_one(
    window: MainWindow, typist: Typist, lead: Desk, led: Forum, stick: Path
) -> None:
    pack = write_pack(lead, led, stick)
    page = page_of(typist)
    page.joining.open_file(pack)
    typist.until(page.joining.view.isVisible)
    assert page.held.isHidden()
    typist.enter()
    typist.until(lambda: window.overview is not None and window.overview.forum.id == led.id)
    typist.press(Qt.Key.Key_F1)
    assert page.held.isVisible()
    assert page.forums.records.rowCount() == 2
    chosen = page.forums.chosen()
    assert chosen is not None
    assert chosen.id == led.id
