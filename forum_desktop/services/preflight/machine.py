"""The machine: what feeds it, how much room it has, what its clock says."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from forum_desktop.records.preflight import Finding, Light, Power
from forum_desktop.services.desk import Desk

_ENOUGH_CHARGE, _LITTLE_CHARGE = 50, 20
_GIGABYTE = 1024**3
_ENOUGH_ROOM, _LITTLE_ROOM = 2 * _GIGABYTE, _GIGABYTE // 4
_NEWEST = "SELECT COALESCE(MAX(at), 0) FROM operation"
_OF_THAILAND = timedelta(hours=7)
_EARLIEST, _LATEST = 2025, 2060
"""Years in which this program can run: an empty clock battery tells an earlier one."""


def find_power(power: Power | None) -> Finding:
    """Tell whether the laptop lasts the day: on mains, or with charge enough."""
    if power is None:
        return Finding(what="power", found="unseen", light=Light.UNKNOWN)
    if power.charge is None:
        return Finding(what="power", found="mains", light=Light.GREEN)
    details = (("charge", power.charge),)
    if power.is_on_mains:
        return Finding(what="power", found="charging", light=Light.GREEN, details=details)
    light = Light.AMBER if power.charge >= _LITTLE_CHARGE else Light.RED
    found = "battery" if power.charge >= _ENOUGH_CHARGE else "low"
    return Finding(what="power", found=found, light=light, details=details)


def find_disk(folder: Path) -> Finding:
    """Tell how much room is left where the data are."""
    return disk_of(shutil.disk_usage(folder).free)


def disk_of(free: int) -> Finding:
    """Tell what so many free bytes are good for."""
    details = (("free", f"{free / _GIGABYTE:.1f}"),)
    if free >= _ENOUGH_ROOM:
        return Finding(what="disk", found="enough", light=Light.GREEN, details=details)
    light = Light.AMBER if free >= _LITTLE_ROOM else Light.RED
    return Finding(what="disk", found="little", light=light, details=details)


def find_clock(desk: Desk) -> Finding:
    """Tell whether the clock can be right: its year, its zone, and later than what was written."""
    with desk.look() as look:
        (newest,) = look.driver.execute(_NEWEST).fetchone()
    return clock_of(desk.clock(), int(newest))


def clock_of(now: datetime, newest: int) -> Finding:
    """Tell of a moment; `newest` is that of the newest entry, in milliseconds since 1970."""
    details = (("now", f"{now:%H.%M}"), ("day", f"{now:%d/%m/%Y}"))
    is_behind = now.timestamp() * 1000 < newest - 60_000
    if not _EARLIEST <= now.year <= _LATEST or is_behind:
        found = "behind" if is_behind else "year"
        return Finding(what="clock", found=found, light=Light.RED, details=details)
    if now.utcoffset() != _OF_THAILAND:
        return Finding(what="clock", found="zone", light=Light.AMBER, details=details)
    return Finding(what="clock", found="right", light=Light.GREEN, details=details)
