"""How a laptop is fed, as its system tells."""

import ctypes
import re
import subprocess
import sys
from pathlib import Path

from forum_desktop.records.preflight import Power

_SUPPLIES = Path("/sys/class/power_supply")
_ON_MAINS, _NO_BATTERY, _UNKNOWN_CHARGE = 1, 128, 255
_PATIENCE = 3.0


def read_power() -> Power | None:
    """Return how this laptop is fed, None where its system does not tell."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return read_supplies(_SUPPLIES)


def read_supplies(folder: Path) -> Power | None:
    """Return what Linux tells of its supplies (kernel, Documentation/ABI sysfs-class-power)."""
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    kinds = {place: _word(place, "type") for place in supplies}
    # A mouse has a battery too; its scope is the device.
    batteries = [
        place
        for place, kind in kinds.items()
        if kind == "Battery" and _word(place, "scope") != "Device"
    ]
    charges = [int(told) for place in batteries if (told := _word(place, "capacity")).isdigit()]
    mains = [place for place, kind in kinds.items() if kind in {"Mains", "USB"}]
    if not batteries and not mains:
        return None
    is_fed = any(_word(place, "online") == "1" for place in mains)
    is_fed = is_fed or (bool(batteries) and all(map(_is_charging, batteries)))
    return Power(is_on_mains=is_fed or not batteries, charge=min(charges, default=None))


def read_pmset(told: str) -> Power | None:
    """Return what macOS tells by `pmset -g batt`."""
    if "Now drawing from" not in told:
        return None
    charge = re.search(r"(\d+)%", told)
    return Power(is_on_mains="'AC Power'" in told, charge=int(charge[1]) if charge else None)


def _is_charging(place: Path) -> bool:
    return _word(place, "status") in {"Charging", "Full", "Not charging"}


def _word(place: Path, name: str) -> str:
    try:
        return (place / name).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _macos() -> Power | None:
    try:
        ended = subprocess.run(
            ("/usr/bin/pmset", "-g", "batt"),
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return read_pmset(ended.stdout)


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of winbase.h."""

    _fields_ = (
        ("mains", ctypes.c_ubyte),
        ("battery", ctypes.c_ubyte),
        ("charge", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_ulong),
        ("seconds_full", ctypes.c_ulong),
    )


def _windows() -> Power | None:
    status = _PowerStatus()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    has_none = status.battery == _NO_BATTERY or status.charge == _UNKNOWN_CHARGE
    charge = None if has_none else int(status.charge)
    return Power(is_on_mains=status.mains == _ON_MAINS or charge is None, charge=charge)
