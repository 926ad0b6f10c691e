"""What feeds the laptop, its room and its clock, from what its system tells."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.records.preflight import Light, Power
from forum_desktop.services.preflight.machine import clock_of, disk_of, find_power
from forum_desktop.services.preflight.power import read_pmset, read_supplies

THAI = timezone(timedelta(hours=7))
NOW = datetime(2027, 2, 11, 8, 30, tzinfo=THAI)
GIGABYTE = 1024**3


def supply(folder: Path, name: str, **words: str) -> None:
    place = folder / name
    place.mkdir(parents=True)
    for key, word in words.items():
        (place / key).write_text(f"{word}\n", encoding="ascii")


def test_a_laptop_on_its_charger(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="81", status="Charging")
    assert read_supplies(tmp_path) == Power(is_on_mains=True, charge=81)


def test_a_laptop_whose_charger_is_out_and_a_mouse_beside_it(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="44", status="Discharging")
    supply(tmp_path, "BAT1", type="Battery", capacity="17", status="Discharging")
    supply(tmp_path, "hid", type="Battery", capacity="3", scope="Device")
    assert read_supplies(tmp_path) == Power(is_on_mains=False, charge=17)


def test_a_battery_whose_charger_shows_in_its_status_only(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="100", status="Full")
    assert read_supplies(tmp_path) == Power(is_on_mains=True, charge=100)


def test_a_computer_without_supplies_or_without_telling(tmp_path: Path) -> None:
    assert read_supplies(tmp_path / "none") is None
    assert read_supplies(tmp_path) is None
    supply(tmp_path, "AC", type="Mains", online="1")
    assert read_supplies(tmp_path) == Power(is_on_mains=True)


def test_what_pmset_tells() -> None:
    told = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t63%; discharging;"
    assert read_pmset(told) == Power(is_on_mains=False, charge=63)
    assert read_pmset("Now drawing from 'AC Power'\n") == Power(is_on_mains=True)
    assert read_pmset("") is None


@given(charge=st.integers(0, 100), is_on_mains=st.booleans())
def test_only_a_battery_that_will_not_last_is_red(charge: int, is_on_mains: bool) -> None:
    light = find_power(Power(is_on_mains=is_on_mains, charge=charge)).light
    expected = Light.AMBER if charge >= 20 else Light.RED
    assert light is (Light.GREEN if is_on_mains else expected)


def test_a_computer_without_a_battery_is_on_mains() -> None:
    assert find_power(Power(is_on_mains=True)).light is Light.GREEN
    assert find_power(None).light is Light.UNKNOWN


@pytest.mark.parametrize(
    ("free", "light"),
    [(2 * GIGABYTE, "green"), (GIGABYTE, "amber"), (GIGABYTE // 4 - 1, "red"), (0, "red")],
)
def test_room_on_the_disk(free: int, light: str) -> None:
    assert disk_of(free).light == light


@pytest.mark.parametrize(
    ("now", "newest", "found", "light"),
    [
        (NOW, NOW, "right", "green"),
        (NOW, NOW + timedelta(seconds=50), "right", "green"),
        (NOW, NOW + timedelta(minutes=5), "behind", "red"),
        (NOW.astimezone(UTC), NOW, "zone", "amber"),
        (NOW.replace(year=2015), NOW.replace(year=2014), "year", "red"),
        (NOW.replace(year=2070), NOW, "year", "red"),
        (NOW.replace(year=2570 - 543), NOW, "right", "green"),
    ],
)
def test_the_clock(now: datetime, newest: datetime, found: str, light: str) -> None:
    told = clock_of(now, int(newest.timestamp() * 1000))
    assert (told.found, told.light) == (found, light)
